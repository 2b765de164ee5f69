{# The data cut as a timestamp literal: "now" is never the machine's clock. What happened at the
   cut or later has not happened yet (half-open, so that a cut at 24:00 ends its day). #}
{% macro as_of() -%}
    timestamp '{{ var("as_of") }}'
{%- endmacro %}
