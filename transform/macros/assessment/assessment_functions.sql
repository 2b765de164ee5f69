{# The arithmetic of assessments as functions of the warehouse file, made before the models run.

   They stay in the published file: the models, a test and a what-if on the read-only file all
   score by the same words. `item_points` and `total_of` are for callers; the rest is theirs. #}
{% macro assessment_functions() -%}
    create schema if not exists assessment;
    {{ parameter_functions() }}
    {{ formula_functions() }}
    {{ item_functions() }}
    {{ total_functions() }}
    {{ state_functions() }}
{%- endmacro %}
