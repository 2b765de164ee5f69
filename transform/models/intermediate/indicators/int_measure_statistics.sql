{# Distinct keys, order statistics and concentration, each from the entries of its period. #}
with

keyed as (

    select * from {{ ref('int_measure_keys') }}

),

counted as (

    select
        measure_code,
        area_code,
        period_id,
        count(distinct distinct_key)::double as value,
        count(distinct distinct_key) as entries
    from keyed
    where aggregation = 'distinct'
    group by all

),

ordered as (

    select
        measure_code,
        area_code,
        period_id,
        case any_value(aggregation)
            when 'median' then quantile_cont(value::double, 0.5)
            else quantile_cont(value::double, 0.9)
        end as value,
        count(*) as entries
    from keyed
    where aggregation in ('median', 'p90')
    group by all

),

per_key as (

    select
        measure_code,
        area_code,
        period_id,
        distinct_key,
        sum(value) as value,
        count(*) as entries
    from keyed
    where aggregation = 'top_share'
    group by all

),

ranked as (

    select
        *,
        row_number() over (
            partition by measure_code, area_code, period_id
            order by value desc, distinct_key asc
        ) as place,
        count(*) over (partition by measure_code, area_code, period_id) as keys
    from per_key

),

{# The top tenth, rounded up: one of nine, two of eleven. #}
concentrated as (

    select
        measure_code,
        area_code,
        period_id,
        sum(value)::double as value,
        sum(entries)::bigint as entries
    from ranked
    where place <= ceil(keys / 10.0)
    group by all

)

select * from counted
union all
select * from ordered
union all
select * from concentrated
