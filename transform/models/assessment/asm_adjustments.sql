{# Decisions of the assessing offices, per assessed place. A decision belongs to the period of the
   scheme that holds its first day: one about March counts in the year, too. #}
select
    units.scheme_code,
    units.period_start,
    units.area_code,
    coalesce(
        sum(decisions.points::decimal(18, 6)) filter (where decisions.kind = 'bonus'), 0
    )::double as bonus,
    coalesce(
        -sum(decisions.points::decimal(18, 6)) filter (where decisions.kind = 'deduction'), 0
    )::double as deduction,
    coalesce(
        sum(decisions.points::decimal(18, 6)) filter (where decisions.kind = 'correction'), 0
    )::double as correction,
    count(*) filter (where decisions.kind = 'veto') as veto_count,
    count(*) as decision_count,
    string_agg(decisions.reason, '；' order by decisions.decided_on, decisions.adjustment_id)
        as reasons
from {{ ref('asm_units') }} as units
inner join {{ ref('periods') }} as periods
    on units.period_type = periods.period_type
    and units.period_start = periods.period_start
inner join {{ ref('fct_score_adjustments') }} as decisions
    on units.scheme_code = decisions.scheme_code
    and units.area_code = decisions.area_code
    and periods.period_start <= decisions.period_start
    and periods.period_end >= decisions.period_start
group by all
