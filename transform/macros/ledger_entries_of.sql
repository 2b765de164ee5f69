{# Ledger entries of one measure out of one fact: a row per real thing, with its key.

   at          when the entry counts; rows without it make no entry
   value       what it adds (1 unless told)
   key         what a `distinct` or `balance` measure counts by
   where       which rows count #}
{% macro ledger_entries_of(
    measure, fact, at, where='true', value='1', key='source_key', area='area_code',
    department='null'
) -%}
    {%- set registers = {
        'int_areas_population': 'dim_area_versions',
        'int_areas_months': 'dim_area_versions',
        'int_grids': 'dim_area_versions',
        'int_grids_staffing': 'fct_rosters',
        'int_camera_days': 'fct_facilities',
        'int_population_records': 'fct_population_records',
        'int_population_to_record': 'dim_area_versions',
        'int_feed_batches': 'fct_loads',
        'int_grids_branches': 'fct_party_branches',
        'int_units': 'dim_area_versions',
        'int_units_facilities': 'fct_facilities',
        'int_units_rosters': 'fct_rosters',
        'int_units_organisations': 'fct_social_orgs',
        'int_units_awards': 'fct_awards',
        'int_villages_lawsuits': 'fct_court_filings',
        'int_compliance_results': 'fct_compliance_checks',
        'int_departments_acting': 'fct_event_steps',
    } -%}
    select
        '{{ measure }}' as measure_code,
        {{ area }} as area_code,
        ({{ at }})::timestamp as entry_at,
        ({{ at }})::date as entry_date,
        ({{ value }})::double as value,
        {{ key }} as distinct_key,
        {{ department }}::varchar as department_code,
        {# Steps between register and ledger keep the register's key. #}
        '{{ registers.get(fact, fact) }}' as source_model,
        source_key
    from {{ ref(fact) }}
    where {{ at }} is not null
        and {{ area }} is not null
        and {{ where }}
{%- endmacro %}
