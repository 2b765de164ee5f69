{# How far down a level lies: 0 is a province, 5 a grid. #}
{% macro level_rank(column) -%}
    list_position(['province', 'city', 'district', 'street', 'community', 'grid'], {{ column }}) - 1
{%- endmacro %}
