{# Windows that end at the data cut instead of midnight, so that "the last 24 hours" never
   compares half a day with a whole one: name, days per window, how many are kept. #}
{% macro trailing_windows() -%}
    {{ return([('last24h', 1, 180), ('last7d', 7, 57)]) }}
{%- endmacro %}
