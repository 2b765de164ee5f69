"""权重试算: what the ranking would be with other weights or rules, and how sure today's order is.

Everything is scored in DuckDB by the functions that scored the published version; nothing is
written anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch

SEED = 7
#: By how much random weights scatter around the scheme's: standard deviation of one of 20 in 100.
SCATTER = 0.2

_SCORED = """
with

scored as (
    select
        scores.scheme_code,
        scores.period_start,
        scores.level,
        scores.peer_group,
        scores.area_code,
        scores.item_code,
        scores.item_no,
        scores.part,
        scores.formula_type,
        scores.value,
        scores.weight,
        coalesce(($params::json ->> scores.item_code), scores.params) as params,
        assessment.exact_points(
            scores.formula_type,
            coalesce(($params::json ->> scores.item_code), scores.params),
            scores.weight,
            scores.scored_value,
            numerator := scores.numerator,
            peer_rank := scores.peer_rank,
            exposure := scores.exposure
        ) as exact_points
    from assessment.asm_item_scores as scores
    where scores.scheme_code = $scheme_code
        and scores.period_start = $period_start
        and scores.level = $level
),

tried as (
    select
        unnest($states::integer[]) as state,
        unnest($items::varchar[]) as item_code,
        unnest($weights::double[]) as weight
),

-- The share of its points that an item earns holds whatever its weight; a bonus has none.
pointed as (
    select
        states.state,
        scored.* exclude (weight, exact_points),
        case when scored.part = 'base' then tried.weight else scored.weight end as weight,
        round(case when scored.part = 'base'
            then scored.exact_points / scored.weight * tried.weight
            else scored.exact_points
        end, 2) as points
    from scored
    cross join (select distinct state from tried) as states
    left join tried on states.state = tried.state and scored.item_code = tried.item_code
    where scored.part != 'base' or tried.weight > 0
),

competing as (
    select
        summed.* exclude (puts_last),
        coalesce(summed.puts_last, false) as puts_last,
        today.ties,
        today.total as today_total,
        today.rank as today_rank,
        assessment.total_of(
            summed.points, summed.scored_weight, schemes.total_points,
            bonus := summed.bonus, deduction := today.deduction,
            correction := today.correction, veto := summed.veto
        ) as total
    from assessment.summed_states('pointed') as summed
    inner join assessment.asm_ranks as today
        using (scheme_code, period_start, area_code)
    inner join assessment.asm_schemes as schemes
        using (scheme_code)
    where today.is_ranked
),

ranked as (
    select * from assessment.ranked_states('competing')
)
"""

_BESIDE_TODAY = """
select
    ranked.peer_group,
    ranked.area_code,
    areas.area_name,
    ranked.today_total,
    ranked.today_rank,
    ranked.total,
    ranked.rank,
    ranked.today_rank - ranked.rank as rank_change
from ranked
inner join core.dim_areas as areas using (area_code)
order by ranked.peer_group, ranked.rank, ranked.area_code
"""
_STANDING_UP = """
select
    any_value(ranked.peer_group) as peer_group,
    ranked.area_code,
    any_value(areas.area_name) as area_name,
    any_value(ranked.today_rank) as today_rank,
    avg((ranked.rank = ranked.today_rank)::integer) as keeps_rank,
    avg((ranked.rank <= 3)::integer) as in_top_three,
    quantile_disc(ranked.rank, 0.05) as rank_best,
    quantile_disc(ranked.rank, 0.95) as rank_worst,
    count(*) as draw_count
from ranked
inner join core.dim_areas as areas using (area_code)
group by ranked.area_code
order by peer_group, today_rank, area_code
"""


class NoSuchItemError(ValueError):
    """The scheme has no such item, or nothing was assessed."""


@dataclass(frozen=True)
class Rules:
    """Changes to a scheme that are tried out; what is not named stays as it is.

    Attributes:
        weights: Item code -> points that it can earn; an item with 0 is left out.
        params: Item code -> parameters of its formula, in full, such as
            `{"zero_at": 60, "full_at": 95}`.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    params: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if any(weight < 0 for weight in self.weights.values()):
            raise ValueError("A weight cannot be negative.")


def ranking(
    scope: Scope, scheme_code: str, period_start: date, level: str, rules: Rules
) -> pl.DataFrame:
    """The ranking under other rules, beside today's.

    An item earns the same share of its points as by its own weight, and totals are stretched to
    the full score whatever the weights add up to. Decisions about a place stay as they are.

    Returns:
        `peer_group`, `area_code`, `area_name`, `today_total`, `today_rank`, `total`, `rank`,
        `rank_change` (positive: gained), by group and new rank. Only places that are ranked.

    Raises:
        NoSuchItemError: The rules name an item that the scheme does not have.
    """
    weights = item_weights(scope, scheme_code, period_start, level)
    if unknown := {*rules.weights, *rules.params} - weights.keys():
        raise NoSuchItemError(f"{scheme_code} has no item {', '.join(sorted(unknown))}.")
    tried = weights | dict(rules.weights)
    if not any(tried.values()):
        raise ValueError("At least one item must keep a weight.")
    return fetch(
        scope,
        "".join((_SCORED, _BESIDE_TODAY)),
        **_asked(scheme_code, period_start, level, rules),
        states=[0] * len(tried),
        items=list(tried),
        weights=list(tried.values()),
    )


def robustness(  # noqa: PLR0913
    scope: Scope,
    scheme_code: str,
    period_start: date,
    level: str,
    *,
    scatter: float = SCATTER,
    draws: int = 1000,
) -> pl.DataFrame:
    """How today's order stands up to other weights: random ones around the scheme's.

    Weights are drawn from a Dirichlet distribution with the scheme's weights as its mean, with
    a fixed seed, and every draw is scored and ranked. A share p of such a draw has the variance
    p (1 - p) / (c + 1); the concentration c is chosen so that a weight of 20 in 100 has the
    standard deviation `scatter`, relative to itself.

    Returns:
        `peer_group`, `area_code`, `area_name`, `today_rank`, `keeps_rank`, `in_top_three`
        (shares of the draws, 0 to 1), `rank_best` and `rank_worst` (5 % and 95 % of the draws),
        `draw_count`, by group and rank.
    """
    weights = item_weights(scope, scheme_code, period_start, level)
    if not weights:
        raise NoSuchItemError(f"{scheme_code} assesses no {level} from {period_start}.")
    means = np.array(list(weights.values())) / sum(weights.values())
    concentration = (1 - 0.2) / 0.2 / scatter**2 - 1
    drawn = np.random.default_rng(SEED).dirichlet(concentration * means, draws)
    return fetch(
        scope,
        "".join((_SCORED, _STANDING_UP)),
        **_asked(scheme_code, period_start, level, Rules()),
        states=np.repeat(np.arange(draws), len(weights)).tolist(),
        items=list(weights) * draws,
        weights=(drawn * sum(weights.values())).ravel().tolist(),
    )


def item_weights(
    scope: Scope, scheme_code: str, period_start: date, level: str
) -> dict[str, float]:
    """Item code -> weight of what makes the score, in order; bonus and veto have none to try."""
    found = fetch(
        scope,
        """
        select item_code, any_value(weight)::double as weight
        from assessment.asm_item_scores
        where scheme_code = $scheme_code
            and period_start = $period_start
            and level = $level
            and part = 'base'
        group by item_code
        order by min(item_no)
        """,
        scheme_code=scheme_code,
        period_start=period_start,
        level=level,
    )
    return dict(found.iter_rows())


def _asked(scheme_code: str, period_start: date, level: str, rules: Rules) -> dict[str, Any]:
    return {
        "scheme_code": scheme_code,
        "period_start": period_start,
        "level": level,
        "params": json.dumps({code: dict(given) for code, given in rules.params.items()}),
    }
