with

members as (

    select * from {{ ref('int_threads') }}

),

links as (

    select * from {{ ref('int_thread_links') }}
    where confidence >= 0.5

),

sides as (

    select
        channel,
        entry_key,
        rule,
        basis,
        confidence,
        other_channel as linked_channel,
        other_key as linked_key
    from links
    union all
    select
        other_channel as channel,
        other_key as entry_key,
        rule,
        basis,
        confidence,
        channel as linked_channel,
        entry_key as linked_key
    from links

),

{# How each member was joined: by its link to an earlier one, the surest if several. #}
joining as (

    select sides.*
    from sides
    inner join members
        on sides.channel = members.channel
        and sides.entry_key = members.entry_key
    inner join members as linked
        on sides.linked_channel = linked.channel
        and sides.linked_key = linked.entry_key
    qualify row_number() over (
        partition by sides.channel, sides.entry_key
        order by linked.started_at <= members.started_at desc, sides.confidence desc,
            sides.linked_channel, sides.linked_key
    ) = 1

)

select

    ---------- ids
    members.thread_key,
    members.channel,
    members.entry_key,
    members.area_code,

    ---------- strings
    members.title,
    members.kind,
    joining.rule,
    joining.basis,
    joining.linked_channel,
    joining.linked_key,

    ---------- numbers
    joining.confidence,
    row_number() over in_order as position,

    ---------- booleans
    {# It began after another entry of the thread had been closed: 办结 was not the end. #}
    coalesce(
        members.started_at > min(members.ended_at) over (
            partition by members.thread_key order by members.started_at, members.entry_key
            rows between unbounded preceding and 1 preceding
        ), false
    ) as is_after_closing,

    ---------- timestamps (local wall time)
    members.started_at,
    members.ended_at,

    ---------- origin
    members.channel || ':' || members.entry_key as source_key,
    members.source_feed,
    members.source_file,
    members.source_row

from members
inner join joining
    on members.channel = joining.channel
    and members.entry_key = joining.entry_key
window in_order as (
    partition by members.thread_key order by members.started_at, members.entry_key
)
