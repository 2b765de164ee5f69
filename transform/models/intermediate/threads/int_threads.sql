{# Which entries belong together: all that can be reached over links of at least even odds. The
   thread is called after its earliest entry. #}
with recursive

links as (

    select
        channel || ':' || entry_key as node,
        other_channel || ':' || other_key as other
    from {{ ref('int_thread_links') }}
    where confidence >= 0.5

),

edges as (

    select
        node,
        other
    from links
    union
    select
        other as node,
        node as other
    from links

),

reached as (

    select distinct
        node as start_node,
        node
    from edges
    union
    select
        reached.start_node,
        edges.other as node
    from reached
    inner join edges
        on reached.node = edges.node

),

entries as (

    select
        *,
        channel || ':' || entry_key as node
    from {{ ref('int_thread_entries') }}

)

select
    entries.* exclude (node, person_key),
    first_value(first_entries.node) over (
        partition by entries.node order by first_entries.started_at, first_entries.node
    ) as thread_key
from reached
inner join entries
    on reached.start_node = entries.node
inner join entries as first_entries
    on reached.node = first_entries.node
qualify row_number() over (
    partition by entries.node order by first_entries.started_at, first_entries.node
) = 1
