{# Since when a departure lasts: the first of the unbroken run of 24-hour windows that all lie on
   the same side of the range. #}
with

windows as (

    select
        ranges.indicator_code,
        ranges.area_code,
        ranges.standing,
        row_number() over (
            partition by ranges.indicator_code, ranges.area_code
            order by ranges.period_start desc
        ) as place,
        row_number() over (
            partition by ranges.indicator_code, ranges.area_code, ranges.standing
            order by ranges.period_start desc
        ) as place_of_standing
    from {{ ref('expected_ranges') }} as ranges
    where ranges.period_type = 'last24h'

)

{# Windows of the newest standing keep both numbers equal until it is broken. #}
select
    indicator_code,
    area_code,
    standing,
    count(*) as window_count
from windows
where place = place_of_standing
group by all
