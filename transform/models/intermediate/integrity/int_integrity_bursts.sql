{# 雷同上报: three or more reports of one grid on one day with the same title from the same spot
   (coordinates equal to three decimals, some 100 m; without coordinates the grid is the spot). #}
with

reports as (

    select
        event_id,
        area_code,
        title,
        reported_at,
        coalesce(
            round(lon, 3)::varchar || ' ' || round(lat, 3)::varchar, 'grid'
        ) as spot
    from {{ ref('fct_events') }}
    where reported_at >= {{ integrity_since() }}

),

grouped as (

    select
        *,
        count(*) over same_report as copies,
        first_value(event_id) over (same_report order by reported_at, event_id) as first_id
    from reports
    window same_report as (partition by area_code, title, reported_at::date, spot)

)

select
    'bursts' as signal_code,
    event_id,
    area_code,
    reported_at as happened_at,
    coalesce(trim(title) != '' and copies >= 3, false) as is_hit,
    case when first_id != event_id then first_id end as related_key,
    {# Reports in the group. #}
    copies::double as measured
from grouped
