{# One setting of the site, as a Jinja value. #}
{% macro site(name) -%}
    {{ return(var('site')[name]) }}
{%- endmacro %}

{# One setting of the site, as a literal of SQL: a name may have an apostrophe. #}
{% macro site_text(name) -%}
    '{{ site(name) | replace("'", "''") }}'
{%- endmacro %}
