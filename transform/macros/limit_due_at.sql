{# Deadline of a limit that starts at a moment.

   `work_hour` and `work_day` run on the working clock (a work_day is one day of office hours),
   `urgent_hour` and `calendar_day` on the wall clock. Expects the day of the start joined as
   `start_days`, and the workday on which the working clock reaches the limit as `due_days`
   (see the asof join in int_event_deadlines). #}
{% macro limit_due_at(moment, value, unit, target, due_days) -%}
    case {{ unit }}
        when 'urgent_hour' then {{ moment }} + to_seconds({{ value }} * 3600)
        when 'calendar_day' then {{ moment }} + to_seconds({{ value }} * 86400)
        else {{ office_moment(
            due_days ~ '.date', '(' ~ target ~ ' - ' ~ due_days ~ '.working_seconds_before)'
        ) }}
    end
{%- endmacro %}
