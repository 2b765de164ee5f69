{# The units that the coverage rates count, one by one: those of the denominator, and which of
   them the numerator has; both from the ledger, so that the list adds up to the rate. #}
with

entries as (

    select
        items.indicator_code,
        entries.measure_code = items.numerator_measure as is_cover,
        entries.area_code,
        sum(entries.value) as balance,
        max(entries.entry_at) filter (where entries.value > 0) as since_at,
        max_by(entries.source_model, entries.entry_at) as source_model,
        max_by(entries.source_key, entries.entry_at) as source_key
    from {{ ref('mart_coverage_items') }} as items
    inner join {{ ref('ledger_entries') }} as entries
        on entries.measure_code in (items.numerator_measure, items.denominator_measure)
    where entries.entry_at < {{ as_of() }}
    group by all

),

standing as (

    select
        units.indicator_code,
        units.area_code,
        units.since_at,
        coalesce(covers.balance > 0, false) as is_covered,
        case when covers.balance > 0 then covers.since_at end as covered_at,
        {# What covers it; where nothing does, the unit's own row in the register of places. #}
        case when covers.balance > 0 then covers.source_model else units.source_model end
            as source_model,
        case when covers.balance > 0 then covers.source_key else units.source_key end
            as source_key
    from entries as units
    left join entries as covers
        on units.indicator_code = covers.indicator_code
        and units.area_code = covers.area_code
        and covers.is_cover
    where not units.is_cover and units.balance > 0

),

records as (

    select
        standing.indicator_code || '@' || standing.area_code as record_id,
        case
            when items.theme = '创建' and standing.is_covered then '已获'
            when items.theme = '创建' then '未获'
            when standing.is_covered then '已有'
            else '缺'
        end || items.short_name as title,
        standing.area_code,
        items.short_name as kind,
        items.theme as channel,
        case when standing.is_covered then '已覆盖' else '未覆盖' end as state,
        null::varchar as department_code,
        null::varchar as department_name,
        standing.since_at as opened_at,
        standing.covered_at as closed_at,
        null::timestamp as due_at,
        not standing.is_covered as is_open,
        items.name_zh as words,
        standing.indicator_code,
        items.sort_order,
        rows.source_feed,
        rows.source_file,
        rows.source_row
    from standing
    inner join {{ ref('mart_coverage_items') }} as items
        on standing.indicator_code = items.indicator_code
    left join {{ ref('row_sources') }} as rows
        on standing.source_model = rows.source_model
        and standing.source_key = rows.source_key

),

{{ record_list('records', extras=['indicator_code'], first=['sort_order', 'area_code']) }}
