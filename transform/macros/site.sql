{# One setting of the site, as a Jinja value. #}
{% macro site(name) -%}
    {{ return(var('site')[name]) }}
{%- endmacro %}

{# One setting of the site, as a literal of SQL: a name may have an apostrophe; unset is null. #}
{% macro site_text(name) -%}
    {%- if site(name) is none -%} null::varchar
    {%- else -%} '{{ site(name) | replace("'", "''") }}'
    {%- endif -%}
{%- endmacro %}
