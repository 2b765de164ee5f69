{#- Kinds without an alert are 0: silence has to be visible. -#}
with

kinds as (

    select
        unnest(['overdue', 'cluster', 'repeat_petition', 'departure', 'due_soon']) as kind,
        unnest([1, 2, 3, 4, 5]) as sort_order

),

alerts as (

    select
        kind,
        count(*) as alert_count,
        count(*) filter (where status = 'severe') as severe_count
    from {{ ref('mart_alerts') }}
    group by all

)

select
    kinds.kind,
    kinds.sort_order,
    coalesce(alerts.alert_count, 0) as alert_count,
    coalesce(alerts.severe_count, 0) as severe_count
from kinds
left join alerts
    on kinds.kind = alerts.kind
