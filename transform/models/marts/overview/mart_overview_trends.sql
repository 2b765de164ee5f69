{# The four feeds of the wall, a day a point, with the range that their own history lets expect. #}
with

shown as (

    select
        overview.*,
        catalogue.unit,
        catalogue.better
    from {{ ref('overview_indicators') }} as overview
    inner join {{ ref('indicators') }} as catalogue
        on overview.indicator_code = catalogue.indicator_code
    where overview.part = 'trend'

),

{# The 7 days to the data cut, and how they stand against the 7 before. #}
weeks as (

    select
        indicator_code,
        area_code,
        value as week_value,
        previous_value as previous_week_value
    from {{ ref('indicator_readings') }}
    where period_type = 'last7d'
        and period_start = (
            select max(period_start) from {{ ref('periods') }} where period_type = 'last7d'
        )

),

trends as (

    select
        shown.sort_order::bigint as sort_order,
        shown.indicator_code,
        shown.short_name as name,
        shown.unit,
        shown.family,
        shown.worry,
        root.area_code,
        'last24h' as period_type,
        (({{ as_of() }} - interval 1 microsecond)::date - days.back::integer) as period_start,
        ranges.value,
        ranges.usual_low,
        ranges.usual_high,
        shown.better,
        weeks.week_value,
        weeks.previous_week_value,
        ranges.standing
    from shown
    cross join range(30) as days (back)
    left join {{ ref('int_overview_root') }} as root
        on true
    left join weeks
        on shown.indicator_code = weeks.indicator_code
        and root.area_code = weeks.area_code
    left join {{ ref('expected_ranges') }} as ranges
        on shown.indicator_code = ranges.indicator_code
        and root.area_code = ranges.area_code
        and ranges.period_type = 'last24h'
        and ranges.period_start
        = ({{ as_of() }} - interval 1 microsecond)::date - days.back::integer

)

select
    * exclude (worry, standing),
    case
        when value is null then 'none'
        when worry = 'high' and standing = 'above' then 'watch'
        when worry = 'low' and standing = 'below' then 'watch'
        else 'normal'
    end as status
from trends
