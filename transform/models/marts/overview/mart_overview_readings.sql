with

newest as (

    select readings.*
    from {{ ref('indicator_readings') }} as readings
    inner join {{ ref('int_overview_root') }} as root
        on readings.area_code = root.area_code
    where readings.period_type = 'last7d'
        and readings.period_start = (
            select max(period_start) from {{ ref('periods') }} where period_type = 'last7d'
        )

),

{# Did the indicator ever have a value? If not, its feed is not connected. #}
ever as (

    select distinct indicator_code
    from {{ ref('indicator_values') }}

)

select
    shown.part,
    shown.sort_order::bigint as sort_order,
    shown.indicator_code,
    shown.short_name as name,
    shown.family,
    catalogue.unit,
    catalogue.decimals::bigint as decimals,
    catalogue.better,
    root.area_code,
    'last7d' as period_type,
    newest.period_start,
    newest.value,
    newest.numerator,
    newest.denominator,
    newest.previous_value,
    newest.change,
    targets.target,
    targets.severe_line,
    coalesce(newest.status, 'none') as status,
    coalesce(newest.is_small_sample, false) as is_small_sample,
    case
        when newest.value is not null then null
        when ever.indicator_code is null then '数据未接入'
        else '本期无数据'
    end as missing_reason
from {{ ref('overview_indicators') }} as shown
inner join {{ ref('indicators') }} as catalogue
    on shown.indicator_code = catalogue.indicator_code
left join {{ ref('int_overview_root') }} as root
    on true
left join {{ ref('indicator_targets') }} as targets
    on shown.indicator_code = targets.indicator_code
    and root.area_code = targets.area_code
left join newest
    on shown.indicator_code = newest.indicator_code
left join ever
    on shown.indicator_code = ever.indicator_code
where shown.part in ('tile', 'loop')
