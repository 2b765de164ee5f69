{# A schema is called like its layer: marts.mart_x, not main_marts.mart_x. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ custom_schema_name | trim if custom_schema_name else target.schema }}
{%- endmacro %}
