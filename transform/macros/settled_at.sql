{# When an item enters its on-time rate: the moment it was done or the moment its deadline
   passed, whichever came first. Null while neither has come. An open item that is overdue thus
   counts on the day it became overdue, and nobody improves a rate by leaving work open. #}
{% macro settled_at(done_at, due_at) -%}
    case
        when {{ due_at }} is null then null
        when {{ done_at }} <= {{ due_at }} then {{ done_at }}
        when {{ due_at }} < {{ as_of() }} then {{ due_at }}
    end
{%- endmacro %}
