{# One setting of the site, as a Jinja value. #}
{% macro site(name) -%}
    {{ return(var('site')[name]) }}
{%- endmacro %}
