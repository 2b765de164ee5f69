with

members as (

    select * from {{ ref('fct_thread_members') }}

),

{# A thread is as sure as the weakest link that holds it together. #}
strengths as (

    select
        members.thread_key,
        min(links.confidence) as confidence,
        bool_and(links.basis = 'declared') as is_declared
    from {{ ref('int_thread_links') }} as links
    inner join members
        on links.channel = members.channel
        and links.entry_key = members.entry_key
    where links.confidence >= 0.5
    group by all

)

select

    ---------- ids
    members.thread_key,
    arg_min(area_code, position) as area_code,

    ---------- strings
    arg_min(title, position) as title,
    list_sort(list(distinct channel)) as channels,

    ---------- numbers
    count(*) as member_count,
    count(distinct channel) as channel_count,
    count(ended_at) as closed_count,
    count(*) filter (where is_after_closing) as after_closing_count,
    any_value(strengths.confidence) as confidence,

    ---------- booleans
    bool_or(ended_at is null) as is_open,
    any_value(strengths.is_declared) as is_declared,

    ---------- timestamps (local wall time)
    min(started_at) as first_at,
    max(greatest(started_at, coalesce(ended_at, started_at))) as last_at,

    ---------- origin
    members.thread_key as source_key,
    arg_min(source_feed, position) as source_feed,
    arg_min(source_file, position) as source_file,
    arg_min(source_row, position) as source_row

from members
inner join strengths
    on members.thread_key = strengths.thread_key
group by members.thread_key
