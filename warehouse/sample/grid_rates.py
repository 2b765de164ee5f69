"""Rates of the hotline, of what grid workers keep up, and of self-government."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GridRates:
    """Numbers of the hotline, of what grid workers keep up, and of self-government.

    Evidence for the hotline is in the domain brief (7.1, 7.2); nothing was published on the rest,
    whose volumes are set so that a community has a few of each a month.
    """

    calls_per_1000: float = 150.0
    #: Log odds of a call being answered on a usual day: 3.7 is 97.6 %.
    calls_answered_logit: float = 3.7
    #: Hours of a storm, in which half of the calls are lost, per year.
    overloads_per_year: float = 14.0
    direct_answers: float = 0.60
    visits_per_week: float = 14.0
    #: Log odds of a visit being made with an average street: 4.2 is 98.5 %.
    visits_done_logit: float = 4.2
    #: Person records per resident at the begin of the history and now (nearly 0.5 of 0.7 million).
    records_share: tuple[float, float] = (0.62, 0.71)
    camera_online_logit: float = 3.4
    camera_sampled_every_days: int = 7
    camera_sampled_weeks: int = 26
    matters_per_1000: float = 9.0
    micro_share: float = 0.35
    matters_solved_logit: float = 3.0
    tasks_per_community_month: float = 1.4
    tasks_admitted_logit: float = 2.6
    outcomes_per_community_month: float = 1.0
    outcomes_on_time_logit: float = 2.2
