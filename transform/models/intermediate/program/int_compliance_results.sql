{# What a quarter's checks of a grid, another place or a department come to. A unit is evaluated
   once all four dimensions were checked, or as soon as one of them failed; it is compliant when
   every check of all four passed. #}
{%- set dimensions = 4 %}
with

quarters as (

    select
        area_code,
        department_code,
        unit_kind,
        date_trunc('quarter', checked_on)::date as quarter_start,
        max(checked_on) as decided_on,
        count(distinct dimension) as dimensions_checked,
        bool_and(is_passed) as is_all_passed,
        arg_max(source_key, (checked_on, source_key)) as source_key
    from {{ ref('fct_compliance_checks') }}
    group by all

)

select
    area_code,
    department_code,
    unit_kind,
    quarter_start,
    decided_on,
    dimensions_checked = {{ dimensions }} and is_all_passed as is_compliant,
    source_key
from quarters
where dimensions_checked = {{ dimensions }} or not is_all_passed
