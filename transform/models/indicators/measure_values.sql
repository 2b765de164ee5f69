{# Every measure of every place and period. A flow without entries has no row. #}
select * from {{ ref('int_measure_sums') }}
union all
select * from {{ ref('int_measure_stocks') }}
union all
select * from {{ ref('int_measure_statistics') }}
