"""The moments of an event's way through the closed loop, and the clock of its limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from warehouse.sample.draws import Numbers, Whole
from warehouse.sample.worktime import HOUR, NEVER, OFFICE_DAY, Calendar, Flags, Seconds

LEVELS = ("grid", "community", "street", "district", "city")
#: Time for the check on top of the limit: a day of office hours, or four hours if urgent.
CHECK_OFFICE = OFFICE_DAY
CHECK_URGENT = 4 * HOUR


@dataclass
class Course:
    """Moments per event (`NEVER` where a step does not happen) and what goes with them.

    Attributes:
        level: Index in `LEVELS` of who settles it; `grid` means the worker alone.
        department: Index of the department; -1 below the district.
        first_department: Whom it was sent to first; differs when it was sent back.
        handling_due: Deadline of the handling as stated when it was dispatched.
        closing_due: Deadline of the whole as stated when it was filed.
        extended_due: New deadline of the handling, where it was extended.
    """

    level: Whole
    department: Whole
    first_department: Whole
    reported: Seconds
    accepted: Seconds
    rejected: Seconds
    cancelled: Seconds
    filed: Seconds
    dispatched: Seconds
    returned: Seconds
    dispatched_again: Seconds
    signed: Seconds
    suspended: Seconds
    resumed: Seconds
    extended: Seconds
    urged: Seconds
    failed_handling: Seconds
    check_failed: Seconds
    handled: Seconds
    check_passed: Seconds
    closed: Seconds
    handling_due: Seconds
    closing_due: Seconds
    extended_due: Seconds


#: What is only known after the dispatch.
LATER = (
    "returned",
    "dispatched_again",
    "signed",
    "suspended",
    "resumed",
    "extended",
    "urged",
    "failed_handling",
    "check_failed",
    "handled",
    "check_passed",
    "closed",
    "handling_due",
    "closing_due",
    "extended_due",
)


@dataclass(frozen=True)
class Clock:
    """The limit of each event, and whether it runs on the office clock or on the wall clock."""

    calendar: Calendar
    limit: Whole
    in_office: Flags

    def add(self, at: Seconds, duration: npt.NDArray[Any]) -> Seconds:
        """Moments a duration later."""
        return self.calendar.add(at, duration.astype(np.int64), self.in_office)

    def between(self, start: Seconds, end: Seconds) -> Whole:
        """Seconds between two moments."""
        office = self.calendar.elapsed(end) - self.calendar.elapsed(start)
        return np.where(self.in_office, office, end - start)

    @property
    def check(self) -> Whole:
        """Time for the check on top of the limit."""
        return np.where(self.in_office, CHECK_OFFICE, CHECK_URGENT)


def after(at: Seconds, lag: Numbers) -> Seconds:
    """Moments a while later on the wall clock; never stays never."""
    return np.where(at == NEVER, NEVER, at + lag.astype(np.int64))


def whole(values: npt.NDArray[Any]) -> Whole:
    """Numbers without their fractions."""
    return values.astype(np.int64)
