{# Places of a monthly report that also have a row of a place inside them in the same month: their
   row is the total of the others and must not be added a second time. #}
{% macro places_reported_below(reports) -%}
    select distinct
        bridge.ancestor_code as area_code,
        below.month_start
    from {{ reports }} as below
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on below.area_code = bridge.area_code
    where bridge.distance > 0
{%- endmacro %}
