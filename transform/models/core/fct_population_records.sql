{# Snapshots of a stock, with what each added to the one before. A place below which others count
   their records is not counted a second time. #}
with

records as (

    select * from {{ ref('stg_grid__population_records') }}
    where counted_on < {{ as_of() }}

),

counted_below as (

    select distinct bridge.ancestor_code as area_code
    from records
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on records.area_code = bridge.area_code
    where bridge.distance > 0

)

select
    records.area_code,
    records.counted_on,
    records.records_valid,
    records.records_valid - coalesce(
        lag(records.records_valid) over (
            partition by records.area_code order by records.counted_on
        ), 0
    ) as change,
    counted_below.area_code is null as is_counted,
    records.area_code || '|' || strftime(records.counted_on, '%Y-%m-%d') as source_key,
    records.source_feed,
    records.source_file,
    records.source_row
from records
left join counted_below
    on records.area_code = counted_below.area_code
