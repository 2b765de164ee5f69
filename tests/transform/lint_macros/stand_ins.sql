{# What the linter puts in place of macros that need dbt itself to run. #}
{% macro as_of() -%} timestamp '2026-11-22 08:00:00' {%- endmacro %}
{% macro site(name) -%} 1 {%- endmacro %}
{% macro office_segments() -%} 1 {%- endmacro %}
{% macro office_day_seconds() -%} 1 {%- endmacro %}
{% macro office_seconds_passed(moment) -%} 1 {%- endmacro %}
{% macro working_clock(moment, dates) -%} 1 {%- endmacro %}
{% macro office_moment(day, seconds) -%} {{ day }} {%- endmacro %}
{% macro limit_due_at(moment, value, unit, target, due_days) -%} {{ moment }} {%- endmacro %}
{% macro scheme_rows(seed) -%} select * from {{ seed }} {%- endmacro %}
