"""What a version was made from: its moment, and the loads that it had seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Cut:
    """The data cut of a version.

    Attributes:
        as_of: Nothing from this moment on is counted; open items are judged against it.
        known_then: Only rows that had been loaded by `as_of`.
        loads: The loads that the version was built from; what came later is not its fault.
    """

    as_of: datetime
    known_then: bool
    loads: frozenset[str]

    @property
    def last_day(self) -> date:
        """The day that holds the last moment before the cut."""
        return (self.as_of - timedelta(microseconds=1)).date()
