{# A level of places in words; in another country or city the same levels carry its units. #}
{% macro level_name(column) -%}
    case {{ column }}
        when 'province' then '省'
        when 'city' then '市'
        when 'district' then '区县'
        when 'street' then '街道'
        when 'community' then '社区'
        when 'grid' then '网格'
    end
{%- endmacro %}
