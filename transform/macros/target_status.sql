{# How a value stands against its target: none, normal, watch, severe.

   The one place where that is decided, for screens and reports alike. #}
{% macro target_status(value, targets='targets', better='catalogue.better') -%}
    case
        when {{ targets }}.target is null or {{ value }} is null then 'none'
        when {{ better }} = 'higher' and {{ value }} < {{ targets }}.severe_line then 'severe'
        when {{ better }} = 'lower' and {{ value }} > {{ targets }}.severe_line then 'severe'
        when {{ better }} = 'higher' and {{ value }} < {{ targets }}.target then 'watch'
        when {{ better }} = 'lower' and {{ value }} > {{ targets }}.target then 'watch'
        else 'normal'
    end
{%- endmacro %}
