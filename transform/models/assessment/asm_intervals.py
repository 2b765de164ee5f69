"""How sure totals and ranks are: every rate is drawn many times and scored again.

A rate of x out of n pieces is drawn from Beta(x + 1/2, n - x + 1/2) (Jeffreys), a small sample
from Beta(x + kp, n - x + k(1 - p)), whose mean is the shrunken rate that it is scored by. What
is counted piece by piece, given by a jury, scored by rank or measured without a denominator
stays as it is. The interval runs from the 5th to the 95th percentile of the draws, for the
total and for the rank; never does it leave out the published one.
"""

import numpy as np
import pyarrow as pa

SEED = 7
MOST_DRAWS, LEAST_DRAWS, MOST_RATES = 400, 100, 5_000_000
#: Points are looked up at this many steps of the rate, by `assessment.item_points`.
STEPS = 2000
METHOD = "各率按贝塔后验抽样 {} 次重算得分和名次，取 5%–95%；计数、评定、名次段和时长按事实计"

PREPARED = """
create or replace temp table interval_units as
select
    row_number() over (order by scheme_code, period_start, area_code) - 1 as unit_no,
    0 as state,
    totals.*,
    schemes.total_points
from given_totals as totals
inner join given_schemes as schemes using (scheme_code)
where totals.is_ranked;

create or replace temp table interval_items as
select
    units.unit_no,
    units.total,
    scores.formula_type,
    scores.params,
    scores.weight,
    scores.scale,
    scores.points,
    scores.numerator as x,
    scores.denominator as n,
    case when scores.is_small_sample then schemes.shrink_weight end as k,
    scores.pooled_value / scores.scale as pooled_rate,
    coalesce(
        scores.numerator between 0 and scores.denominator and scores.denominator > 0, false
    ) and scores.formula_type in (
        'proportional', 'inverse', 'threshold_step', 'baseline', 'duration'
    ) as is_rate,
    least(1, case when scores.scale <= 100 then 1
        else 4 * (scores.numerator + 2) / (scores.denominator + 2) end) as top
from given_scores as scores
inner join interval_units as units using (scheme_code, period_start, area_code)
inner join given_schemes as schemes using (scheme_code)
where scores.part = 'base' and scores.points is not null;

create or replace temp table interval_rules as
select
    row_number() over (
        order by formula_type, params, weight, scale, top
    ) - 1 as rule_no,
    *
from (
    select distinct formula_type, params, weight, scale, top
    from interval_items where is_rate
) as rules;
"""
RATES = """
select
    items.unit_no,
    rules.rule_no,
    items.top,
    greatest(0.5, items.x + coalesce(items.k * items.pooled_rate, 0.5)) as alpha,
    greatest(0.5, items.n - items.x + coalesce(items.k * (1 - items.pooled_rate), 0.5)) as beta
from interval_items as items
inner join interval_rules as rules using (formula_type, params, weight, scale, top)
where items.is_rate
order by items.unit_no, rules.rule_no, alpha, beta
"""
POINTS = """
select assessment.item_points(
    formula_type, params, weight, scale * top * step / $steps
) as points
from interval_rules, range($steps + 1) as steps(step)
order by rule_no, step
"""
INTERVALS = """
with

fixed as (
    select
        unit_no,
        coalesce(sum(points) filter (where not is_rate), 0) as fixed_points,
        sum(points) as points
    from interval_items
    group by all
),

published as (
    select unit_no, rank from assessment.ranked_states('interval_units')
),

drawn as (
    select
        units.* exclude (state, total),
        draws.draw as state,
        units.total as published_total,
        published.rank as published_rank,
        -- What bonus and veto do to the total, they do to every draw.
        round(greatest(0, units.total
            + assessment.stretched(
                fixed.fixed_points + draws.points, units.scored_weight, units.total_points)
            - assessment.stretched(fixed.points, units.scored_weight, units.total_points)
        ), 2) as total
    from interval_draws as draws
    inner join interval_units as units using (unit_no)
    inner join published using (unit_no)
    inner join fixed using (unit_no)
),

ranked as (
    select
        *,
        -- The next in the published list: how often would it come out level or ahead?
        lead(total) over list >= total and puts_last = lead(puts_last) over list as is_caught_up
    from assessment.ranked_states('drawn')
    window list as (
        partition by state, scheme_code, period_start, level, peer_group
        order by published_rank, area_code
    )
)

select
    scheme_code,
    period_start,
    area_code,
    least(any_value(published_total), quantile_disc(total, 0.05)) as total_low,
    greatest(any_value(published_total), quantile_disc(total, 0.95)) as total_high,
    least(any_value(published_rank), quantile_disc(rank, 0.05)) as rank_best,
    greatest(any_value(published_rank), quantile_disc(rank, 0.95)) as rank_worst,
    coalesce(avg(is_caught_up::integer) >= 0.05, false) as is_tied_with_next,
    $draws as draw_count,
    $method as interval_method
from ranked
group by scheme_code, period_start, area_code
order by scheme_code, period_start, area_code
"""


def model(dbt, session):
    """One row per scheme, period and ranked place."""
    dbt.config(materialized="table")
    given = {
        "given_scores": dbt.ref("asm_item_scores"),
        "given_totals": dbt.ref("asm_totals"),
        "given_schemes": dbt.ref("asm_schemes"),
    }
    for name, relation in given.items():
        session.register(name, relation.to_arrow_table())
    return intervals(session)


def intervals(session):
    """The intervals out of `given_scores`, `given_totals` and `given_schemes`, as a table."""
    session.execute(PREPARED)
    rates = session.execute(RATES).fetchnumpy()
    points = session.execute(POINTS, {"steps": STEPS}).fetchnumpy()["points"].reshape(-1, STEPS + 1)
    draws = int(np.clip(MOST_RATES // max(1, len(rates["alpha"])), LEAST_DRAWS, MOST_DRAWS))
    units = session.execute("select count(*) from interval_units").fetchone()[0]
    session.register("interval_draws", _table(drawn_points(rates, points, units, draws)))
    told = {"draws": draws, "method": METHOD.format(draws)}
    return session.execute(INTERVALS, told).to_arrow_table()


def drawn_points(rates, points, units, draws):
    """Points of the drawn items per unit and draw: an array of units by draws.

    Args:
        rates: `unit_no` (sorted), `rule_no`, `alpha`, `beta`, `top` (the rate of the last step)
            of every item that is drawn.
        points: What each rule (row) gives at each step of the rate (column).
        units: How many units there are; one without a drawn item gets zeros.
        draws: How many draws.
    """
    random = np.random.default_rng(SEED)
    summed = np.zeros((units, draws))
    for unit, rule, alpha, beta, top in zip(
        *(rates[name] for name in ("unit_no", "rule_no", "alpha", "beta", "top")), strict=True
    ):
        drawn = np.minimum(random.beta(alpha, beta, draws) / top, 1)
        summed[unit] += points[rule][np.rint(drawn * STEPS).astype(int)]
    return summed


def _table(summed):
    units, draws = summed.shape
    return pa.table(
        {
            "unit_no": np.repeat(np.arange(units), draws),
            "draw": np.tile(np.arange(draws), units),
            "points": np.round(summed, 2).ravel(),
        }
    )
