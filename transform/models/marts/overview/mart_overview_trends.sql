{#- 常态 is P10–P90 of the same weekday in the 8 weeks before, known from 4 weeks on. A day counts
    as unusual when it is beyond the band by a tenth and by 3: of eight values the band alone
    would call every fifth day unusual. -#}
with

windows as (

    select * from {{ ref('int_overview_windows') }}

),

usual as (

    select
        windows.measure_code,
        windows.back,
        quantile_cont(before.value, 0.1) as usual_low,
        quantile_cont(before.value, 0.9) as usual_high
    from windows
    inner join windows as before
        on windows.measure_code = before.measure_code
        and before.back - windows.back in (7, 14, 21, 28, 35, 42, 49, 56)
    where windows.back < 30
    group by all
    having count(*) >= 4

),

shown as (

    select
        overview.*,
        catalogue.numerator_measure,
        catalogue.unit
    from {{ ref('overview_indicators') }} as overview
    inner join {{ ref('indicators') }} as catalogue
        on overview.indicator_code = catalogue.indicator_code
    where overview.part = 'trend'

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
        windows.value,
        usual.usual_low,
        usual.usual_high
    from shown
    cross join range(30) as days (back)
    left join {{ ref('int_overview_root') }} as root
        on true
    left join windows
        on shown.numerator_measure = windows.measure_code
        and days.back = windows.back
    left join usual
        on shown.numerator_measure = usual.measure_code
        and days.back = usual.back

)

select
    * exclude (worry),
    case
        when value is null then 'none'
        when worry = 'high' and value > 1.1 * usual_high and value > usual_high + 3 then 'watch'
        when worry = 'low' and value < 0.9 * usual_low and value < usual_low - 3 then 'watch'
        else 'normal'
    end as status
from trends
