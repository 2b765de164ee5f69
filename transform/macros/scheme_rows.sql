{# Rows of a seed of schemes, with the site's own in the place of every scheme that it redefines. #}
{% macro scheme_rows(seed) -%}
    select * from {{ ref(seed) }}
    {%- set own = var('site_schemes') | replace("'", "''") %}
    {%- if own %}
    where scheme_code not in (select scheme_code from read_parquet('{{ own }}/schemes.parquet'))
    union all by name
    select * from read_parquet('{{ own }}/{{ seed }}.parquet')
    {%- endif %}
{%- endmacro %}
