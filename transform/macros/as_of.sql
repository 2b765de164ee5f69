{# The data cut as a timestamp literal: "now" is never the machine's clock. #}
{% macro as_of() -%}
    timestamp '{{ var("as_of") }}'
{%- endmacro %}
