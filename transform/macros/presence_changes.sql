{# The days on which a unit came to have, or ceased to have, enough of something.

   Several of them in one unit overlap; the unit has enough while at least `needed` are there.
   Ends a chain of CTEs: `with services as (…), {{ presence_changes(…) }}`.

   services   a CTE with since, until (first day without it, null while it lasts), source_key
   parts      what makes a unit; also columns that are the same for all rows of a unit
   needed     how many are enough #}
{% macro presence_changes(services, parts, needed='1') -%}
changes as (

    select
        {{ parts | join(', ') }},
        since as changed_on,
        1 as change,
        source_key
    from {{ services }}
    where until is null or until > since

    union all

    select
        {{ parts | join(', ') }},
        until as changed_on,
        -1 as change,
        source_key
    from {{ services }}
    where until > since

),

daily as (

    select
        {{ parts | join(', ') }},
        changed_on,
        sum(change) as change,
        min(source_key) as source_key
    from changes
    group by all

),

counted as (

    select
        *,
        sum(change) over unit as present,
        sum(change) over unit - change as present_before
    from daily
    window unit as (partition by {{ parts | join(', ') }} order by changed_on)

)

select
    {{ parts | join(', ') }},
    changed_on,
    case when present >= {{ needed }} then 1 else -1 end as change,
    source_key
from counted
where (present >= {{ needed }}) != (present_before >= {{ needed }})
{%- endmacro %}
