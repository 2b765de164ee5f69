{# The place that the site is about, for what belongs to no smaller one. Null before the register
   of places is there. #}
{% macro root_area() -%}
    (select root.area_code from {{ ref('dim_areas') }} as root where root.is_root)
{%- endmacro %}
