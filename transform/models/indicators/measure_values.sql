{# Every measure of every place and period. A flow without entries has no row. #}
with

united as (

    select * from {{ ref('int_measure_sums') }}
    union all
    select * from {{ ref('int_measure_stocks') }}
    union all
    select * from {{ ref('int_measure_statistics') }}

)

select
    united.measure_code,
    united.area_code,
    periods.period_type,
    periods.period_start,
    united.value,
    united.entries
from united
inner join {{ ref('periods') }} as periods
    on united.period_id = periods.period_id
