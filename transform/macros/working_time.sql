{# The working clock.

   Every instant has a reading W: the office seconds that have passed since the calendar began.
   The working time between two instants is the difference of their readings, and a deadline is
   the first instant whose reading is W(start) + limit. `dim_dates` carries the reading at the
   start of each day; the office hours of a day come from the site's settings. #}

{# Office hours as a list of (start, length) in seconds of the day. #}
{% macro office_segments() -%}
    {%- set segments = [] -%}
    {%- for hours in site('office_hours') -%}
        {%- set ends = hours.split('-') -%}
        {%- set start = ends[0].split(':')[0] | int * 3600 + ends[0].split(':')[1] | int * 60 -%}
        {%- set end = ends[1].split(':')[0] | int * 3600 + ends[1].split(':')[1] | int * 60 -%}
        {%- do segments.append((start, end - start)) -%}
    {%- endfor -%}
    {{ return(segments) }}
{%- endmacro %}

{# Office seconds in a whole workday. #}
{% macro office_day_seconds() -%}
    {{ return(office_segments() | map(attribute=1) | sum) }}
{%- endmacro %}

{# Office seconds of a workday that have passed at a moment of that day. #}
{% macro office_seconds_passed(moment) -%}
    (
        {%- for start, length in office_segments() %}
        least(greatest(date_part('epoch', {{ moment }}::time) - {{ start }}, 0), {{ length }})
        {%- if not loop.last %} + {% endif -%}
        {%- endfor %}
    )::bigint
{%- endmacro %}

{# Reading of the working clock at a moment, given the row of dim_dates of its day. #}
{% macro working_clock(moment, dates) -%}
    ({{ dates }}.working_seconds_before
        + case when {{ dates }}.is_workday then {{ office_seconds_passed(moment) }} else 0 end)
{%- endmacro %}

{# The moment of a workday at which `seconds` office seconds have passed. #}
{% macro office_moment(day, seconds) -%}
    {{ day }}::timestamp + to_seconds(
        case
            {%- set ns = namespace(done=0) -%}
            {%- for start, length in office_segments() %}
            when {{ seconds }} <= {{ ns.done + length }} then {{ start - ns.done }} + {{ seconds }}
            {%- set ns.done = ns.done + length -%}
            {%- endfor %}
        end
    )
{%- endmacro %}
