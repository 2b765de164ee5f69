{# The last second of a day: a limit of N days runs until the end of its last day. #}
{% macro end_of_day(date) -%}
    (({{ date }})::timestamp + interval '23 hours 59 minutes 59 seconds')
{%- endmacro %}
