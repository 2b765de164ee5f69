{# The integrity signals look at this month and the twelve before it. #}
{% macro integrity_since() -%}
    (date_trunc('month', {{ as_of() }}) - interval 12 month)
{%- endmacro %}
