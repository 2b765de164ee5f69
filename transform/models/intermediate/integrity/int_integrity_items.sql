{# A table: it is counted and then listed, and scans every closed event of a year. #}
{{ config(materialized='table') }}
{%- set signals = [
    'int_integrity_reopened',
    'int_integrity_last_hour',
    'int_integrity_self_closed',
    'int_integrity_bursts',
    'int_integrity_month_end',
    'int_integrity_moved_deadlines',
    'int_integrity_dissatisfied',
    'int_integrity_backwards',
] %}
with

items as (

    {% for signal in signals %}
    select * from {{ ref(signal) }}
    {% if not loop.last %}union all{% endif %}
    {%- endfor %}

)

select
    items.*,
    date_trunc('month', items.happened_at)::date as month_start,
    areas.community_code,
    areas.street_code,
    areas.district_code
from items
inner join {{ ref('dim_areas') }} as areas
    on items.area_code = areas.area_code
