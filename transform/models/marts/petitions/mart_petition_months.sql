{# Stocks at both ends of a month and what moved them; the next month begins where this one ends. #}
{%- set counts = [
    'received', 'closed', 'repeated', 'backlog_received', 'backlog_closed', 'hearings',
    'consultations', 'receptions'
] %}
with

moved as (

    select
        area_code,
        received_at::date as day,
        1 as received,
        0 as closed,
        is_repeat::integer as repeated,
        is_backlog::integer as backlog_received,
        0 as backlog_closed,
        0 as hearings,
        0 as consultations,
        0 as receptions
    from {{ ref('fct_petitions') }}

    union all

    select
        area_code,
        closed_at::date as day,
        0 as received,
        1 as closed,
        0 as repeated,
        0 as backlog_received,
        is_backlog::integer as backlog_closed,
        0 as hearings,
        0 as consultations,
        0 as receptions
    from {{ ref('fct_petitions') }}
    where closed_at is not null

    union all

    select
        area_code,
        held_on as day,
        0 as received,
        0 as closed,
        0 as repeated,
        0 as backlog_received,
        0 as backlog_closed,
        (kind = 'hearing')::integer as hearings,
        (kind = 'consultation')::integer as consultations,
        (kind = 'leader_reception')::integer as receptions
    from {{ ref('fct_hearings') }}

),

placed as (

    select
        bridge.ancestor_code as area_code,
        date_trunc('month', moved.day)::date as month_start,
        {%- for count in counts %}
        sum(moved.{{ count }}) as {{ count }}{{ ',' if not loop.last }}
        {%- endfor %}
    from moved
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on moved.area_code = bridge.area_code
    group by all

),

months as (

    select
        period_start as month_start,
        label,
        is_complete
    from {{ ref('periods') }}
    where period_type = 'month'

),

places as (

    select
        area_code,
        area_name,
        {# As LAW-14 is kept: a village or community holds none of its own. #}
        level != 'community' as owes_meetings
    from {{ ref('dim_areas') }}
    where is_current and level != 'grid'

),

{# Petitions are older than the first month shown. #}
brought_forward as (

    select
        area_code,
        sum(received - closed) as open_before,
        sum(backlog_received - backlog_closed) as backlog_before
    from placed
    where month_start < (select min(months.month_start) from months)
    group by all

),

filled as (

    select
        places.area_code,
        places.area_name,
        places.owes_meetings,
        months.month_start,
        months.label,
        months.is_complete,
        coalesce(brought_forward.open_before, 0) as open_before,
        coalesce(brought_forward.backlog_before, 0) as backlog_before,
        {%- for count in counts %}
        coalesce(placed.{{ count }}, 0)::bigint as {{ count }}{{ ',' if not loop.last }}
        {%- endfor %}
    from places
    cross join months
    left join placed
        on places.area_code = placed.area_code
        and months.month_start = placed.month_start
    left join brought_forward
        on places.area_code = brought_forward.area_code

),

stocked as (

    select
        *,
        (open_before + sum(received - closed) over to_date)::bigint as open_end,
        (backlog_before + sum(backlog_received - backlog_closed) over to_date)::bigint
            as backlog_end
    from filled
    window to_date as (
        partition by area_code order by month_start
        rows between unbounded preceding and current row
    )

)

select
    area_code,
    area_name,
    month_start,
    label,
    is_complete,
    open_end - received + closed as open_start,
    received,
    closed,
    open_end,
    backlog_end - backlog_received + backlog_closed as backlog_start,
    backlog_received,
    backlog_closed,
    backlog_end,
    open_end - backlog_end as new_end,
    repeated,
    hearings,
    consultations,
    receptions,
    owes_meetings
from stocked
order by area_code, month_start
