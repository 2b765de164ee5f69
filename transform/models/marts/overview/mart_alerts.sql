{#- How many of each kind come before the next kind has its turn on a short list. -#}
{%- set turns = {'overdue': 2, 'cluster': 1, 'repeat_petition': 2, 'departure': 1, 'due_soon': 1} %}

with

united as (

    select
        *,
        null::varchar as direction
    from {{ ref('int_alerts_events') }}

    union all

    select
        * exclude (met_at),
        null::varchar as direction
    from {{ ref('int_alerts_clusters') }}

    union all

    select
        *,
        null::varchar as direction
    from {{ ref('int_alerts_petitions') }}

    union all

    select * from {{ ref('int_alerts_departures') }}

),

placed as (

    select
        united.*,
        coalesce(united.lon, places.lon) as shown_lon,
        coalesce(united.lat, places.lat) as shown_lat,
        places.unit_code,
        places.unit_name,
        {# The whole place has no path below itself. #}
        coalesce(places.area_path, areas.area_name) as area_path,
        {# Who must act: the department, or where there is none the unit itself. #}
        coalesce(departments.department_name, places.unit_name, areas.area_name) as owner_name
    from united
    left join {{ ref('int_overview_places') }} as places
        on united.area_code = places.area_code
    left join {{ ref('dim_areas') }} as areas
        on united.area_code = areas.area_code
    left join {{ ref('dim_departments') }} as departments
        on united.department_code = departments.department_code

),

ordered as (

    select
        *,
        row_number() over (
            order by
                status = 'severe' desc, list_position(['overdue', 'cluster', 'repeat_petition',
                'departure', 'due_soon'], kind),
                case when kind = 'overdue' then -hours else hours end nulls last,
                event_count desc nulls last, subject_key
        ) as sort_order
    from placed

),

turned as (

    select
        *,
        (row_number() over (partition by kind order by sort_order) - 1) // case kind
            {%- for kind, turn in turns.items() %}
            when '{{ kind }}' then {{ turn }}
            {%- endfor %}
        end as turn
    from ordered

)

select
    kind || ':' || subject_key as alert_id,
    kind,
    status,
    sort_order,
    row_number() over (order by turn, sort_order) as short_list_order,
    subject,
    area_code,
    coalesce(area_path, '') as place,
    unit_code,
    unit_name,
    department_code,
    owner_name,
    event_id,
    petition_id,
    event_count,
    usual_count,
    hours,
    direction,
    since_at,
    last_action,
    shown_lon as lon,
    shown_lat as lat
from turned
