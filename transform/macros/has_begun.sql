{# Whether the platform ran early enough for a period's numbers to be compared: from its first tenth
   on, or, of a stock, by its end. Before the first grid event there is nothing to compare. #}
{% macro has_begun(aggregation, periods='periods', history='history') -%}
    coalesce(
        {{ history }}.began_at <= case
            when {{ aggregation }} = 'balance' then {{ periods }}.end_at
            else {{ periods }}.start_at + ({{ periods }}.end_at - {{ periods }}.start_at) / 10
        end,
        true
    )
{%- endmacro %}
