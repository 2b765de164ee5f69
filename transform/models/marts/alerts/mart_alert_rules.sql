{%- set due_soon_hours = site('due_soon_hours') | string | replace('.0', '') %}
with

counted as (

    select
        alert_code,
        count(*) as alert_count
    from {{ ref('mart_alert_list') }}
    group by all

)

select
    rules.alert_code,
    rules.kind,
    rules.subject,
    rules.sort_order,
    replace(
        replace(rules.rule, '{due_soon_hours}', '{{ due_soon_hours }}'),
        '{mediation_limit_days}', '{{ site("mediation_limit_days") }}'
    ) as rule,
    rules.basis,
    coalesce(counted.alert_count, 0) as alert_count
from {{ ref('alert_rules') }} as rules
left join counted
    on rules.alert_code = counted.alert_code
