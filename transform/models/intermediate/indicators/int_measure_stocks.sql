{# `balance`, and `distinct` in a trailing window: the stock at the end of the period. #}
with

stocks as (

    select * from {{ ref('int_measure_flows') }}

),

series as (

    select distinct
        measure_code,
        area_code
    from stocks

),

wanted as (

    select
        series.measure_code,
        area_periods.*
    from {{ ref('int_area_periods') }} as area_periods
    inner join series
        on area_periods.area_code = series.area_code
    inner join {{ ref('int_measure_scopes') }} as scopes
        on series.measure_code = scopes.measure_code
        and area_periods.level = scopes.level
        and area_periods.period_type = scopes.period_type

)

select
    wanted.measure_code,
    wanted.area_code,
    wanted.period_id,
    stocks.stock as value,
    stocks.stock::bigint as entries
from wanted
asof join stocks
    on wanted.measure_code = stocks.measure_code
    and wanted.area_code = stocks.area_code
    and wanted.counted_until > stocks.changed_at
