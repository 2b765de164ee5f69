"""The numbers of meetings, supervision, assessment, cases by month and orders of a sample place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ProgramRates:
    """Numbers that the subjects of programme and case work draw with.

    Chances are those of an average unit; its diligence shifts their odds.
    """

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
