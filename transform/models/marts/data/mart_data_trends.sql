{# How often the expected ranges cry: of all calendar days of the last year that could be judged. On
   days when nothing was wrong an alarm is false; as nobody marks those, this share is the upper
   limit of the false alarms. #}
with

judged as (

    select
        ranges.indicator_code,
        ranges.standing,
        ranges.period_start
    from {{ ref('expected_ranges') }} as ranges
    where ranges.period_type = 'day'
        and ranges.standing is not null

)

select
    judged.indicator_code,
    catalogue.name_zh as indicator_name,
    count(*) as judged_count,
    count(*) filter (where judged.standing = 'above') as above_count,
    count(*) filter (where judged.standing = 'below') as below_count,
    100.0 * count(*) filter (where judged.standing != 'inside') / count(*) as outside_share,
    min(judged.period_start) as first_day,
    max(judged.period_start) as last_day
from judged
inner join {{ ref('indicators') }} as catalogue
    on judged.indicator_code = catalogue.indicator_code
group by judged.indicator_code, catalogue.name_zh
