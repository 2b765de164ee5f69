{# `sum`: the entries of the period. Only what is there; a missing row is 0. #}
select
    days.measure_code,
    days.area_code,
    period_days.period_id,
    sum(days.value)::double as value,
    sum(days.entries)::bigint as entries
from {{ ref('int_measure_days') }} as days
inner join {{ ref('int_measure_scopes') }} as scopes
    on days.measure_code = scopes.measure_code
    and days.level = scopes.level
inner join {{ ref('int_period_days') }} as period_days
    on days.clock = period_days.clock
    and days.day = period_days.day
    and scopes.period_type = period_days.period_type
    and {{ level_rank('days.level') }} <= period_days.finest_level_rank
group by all
