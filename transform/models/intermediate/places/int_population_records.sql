{# Person records as a stock: what each snapshot added, and all of it taken away where a place
   ends. A snapshot that changed nothing stays, so that a figure leads to the newest one. #}
with

records as (

    select * from {{ ref('fct_population_records') }}
    where is_counted

),

ended as (

    select
        records.area_code,
        areas.valid_to as changed_on,
        -arg_max(records.records_valid, records.counted_on) as change,
        arg_max(records.source_key, records.counted_on) as source_key
    from records
    inner join {{ ref('dim_areas') }} as areas
        on records.area_code = areas.area_code
    where areas.valid_to < {{ as_of() }}
        and records.counted_on < areas.valid_to
    group by all

)

select
    records.area_code,
    records.counted_on as changed_on,
    records.change,
    records.source_key
from records
{# A register that is still counted after its place ended counts nobody. #}
anti join ended
    on records.area_code = ended.area_code
    and records.counted_on >= ended.changed_on

union all

select
    area_code,
    changed_on,
    change,
    source_key
from ended
