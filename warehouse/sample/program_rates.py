"""The numbers of meetings, supervision, assessment, cases by month and orders of a sample place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ProgramRates:
    """Numbers that the subjects of programme and case work draw with.

    Chances are those of an average unit; its diligence shifts their odds.
    """

    # Decisions on scores
    #: Per street and month of the schemes of each kind of decision.
    bonus: float = 0.16
    deduction: float = 0.12
    #: Per street and year.
    veto: float = 0.03
    #: Per scheme and quarter, in the whole place.
    correction: float = 0.5
    #: How many tasks of the battle map each of the five governances has.
    tasks: tuple[tuple[str, int], ...] = (
        ("政治", 24),
        ("法治", 28),
        ("德治", 18),
        ("自治", 30),
        ("智治", 28),
    )
    #: Of all tasks how many are pilots, and projects; None: as the list of tasks has them.
    pilots: int | None = None
    projects: int | None = None

    # Sums of courts and police, per 10 000 people and year
    lawsuits: float = 131.0
    #: Change per year; the brief has them falling.
    lawsuits_trend: float = -0.03
    administrative_share: float = 0.04
    #: Share of the communities that settle everything among themselves.
    lawsuit_free: float = 0.14
    criminal: float = 28.0
    public_order: float = 72.0
    #: Share of the monthly rows that nobody handed in.
    month_missing: float = 0.003
    #: Day of the next month by which courts and police have reported.
    reported_by_day: int = 10

    # Tips, per 10 000 people and year
    tips: float = 3.0
    tip_valid: float = 0.62
    tip_rewarded: float = 0.7
    reward_paid: float = 0.93

    # Service orders, per 1000 people and week
    orders: float = 0.2
    order_taken: float = 0.965
    order_done: float = 0.955
    order_rated: float = 0.68

    # Meetings and supervision
    actions_per_street: float = 1.6
    action_logit: float = 2.3
    #: Findings per street at a monthly, quarterly, half-yearly, yearly inspection.
    findings: tuple[float, float, float, float] = (0.9, 2.0, 3.5, 5.0)
    finding_logit: float = 2.1
    #: Share of the grids that are checked each quarter, and how sure a check passes.
    grids_checked: float = 0.25
    check_logit: float = 4.3

    #: Share of the scenarios that fall asleep in the course of the history.
    scenarios_asleep: float = 0.2
