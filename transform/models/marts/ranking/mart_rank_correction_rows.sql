select
    scheme_code,
    period_start,
    area_code,
    item_code,
    part,
    kind,
    case kind
        when 'added' then '补录'
        when 'corrected' then '更正'
        else '撤销'
    end as kind_name,
    {# Persons have keys of their own: the row says enough. #}
    case when source_model in ('fct_volunteers', 'fct_rosters', 'fct_service_records')
        then '' else source_key
    end as number,
    entry_at_then,
    entry_at_now,
    value_then,
    value_now,
    source_file,
    source_row,
    loaded_at,
    is_loaded_after_seal
from {{ ref('asm_correction_rows') }}
