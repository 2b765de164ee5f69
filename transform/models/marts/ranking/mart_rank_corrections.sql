with

counted as (

    select
        scheme_code,
        period_start,
        area_code,
        item_code,
        count(distinct source_key) filter (where kind = 'added') as added_count,
        count(distinct source_key) filter (where kind = 'corrected') as corrected_count,
        count(distinct source_key) filter (where kind = 'withdrawn') as withdrawn_count
    from {{ ref('asm_correction_rows') }}
    group by all

)

select
    corrections.scheme_code,
    corrections.period_start,
    units.level,
    units.peer_group,
    corrections.area_code,
    areas.area_name,
    corrections.item_code,
    items.item_no,
    items.item_name,
    catalogue.unit,
    corrections.sealed_at,
    corrections.sealed_numerator,
    corrections.sealed_denominator,
    corrections.sealed_value,
    corrections.sealed_points,
    corrections.numerator_now::double as numerator_now,
    corrections.denominator_now::double as denominator_now,
    corrections.value_now,
    corrections.points_now,
    round(corrections.points_now - corrections.sealed_points, 2) as points_difference,
    coalesce(counted.added_count, 0)::integer as added_count,
    coalesce(counted.corrected_count, 0)::integer as corrected_count,
    coalesce(counted.withdrawn_count, 0)::integer as withdrawn_count,
    coalesce(
        nullif(concat_ws(
            '、',
            case when counted.added_count > 0 then format('补录 {} 件', counted.added_count) end,
            case when counted.corrected_count > 0
                then format('更正 {} 件', counted.corrected_count)
            end,
            case when counted.withdrawn_count > 0
                then format('撤销 {} 件', counted.withdrawn_count)
            end
        ), ''),
        '台账未变：口径、方案或同级均值有调整'
    ) as reason
from {{ ref('asm_corrections') }} as corrections
inner join {{ ref('asm_units') }} as units
    on corrections.scheme_code = units.scheme_code
    and corrections.period_start = units.period_start
    and corrections.area_code = units.area_code
inner join {{ ref('asm_items') }} as items
    on corrections.scheme_code = items.scheme_code
    and corrections.period_start = items.period_start
    and units.level = items.level
    and corrections.item_code = items.item_code
inner join {{ ref('dim_areas') }} as areas
    on corrections.area_code = areas.area_code
left join {{ ref('indicators') }} as catalogue
    on corrections.indicator_code = catalogue.indicator_code
left join counted
    on corrections.scheme_code = counted.scheme_code
    and corrections.period_start = counted.period_start
    and corrections.area_code = counted.area_code
    and corrections.item_code = counted.item_code
