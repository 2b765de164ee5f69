"""What the generators of events hand to each other."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from warehouse.sample.draws import Whole
from warehouse.sample.worktime import Flags, Seconds


@dataclass(frozen=True)
class Events:
    """Events ordered by the moment of the report; arrays of one length.

    Attributes:
        matter: Index in the list of matters.
        grid: Index of the grid.
        source: Index in `SOURCES`.
        is_chased: Reported by a grid that fills a quota.
        is_valid: Judged a valid report.
        held: Not handled before this moment; 0 for nearly all.
    """

    grid: Whole
    matter: Whole
    source: Whole
    reported: Seconds
    is_chased: Flags
    is_valid: Flags
    held: Seconds

    def __len__(self) -> int:
        return len(self.grid)

    def ordered(self, until: int) -> Events:
        """The events up to a moment, by time."""
        order = np.argsort(self.reported, kind="stable")
        order = order[self.reported[order] <= until]
        return Events(*(getattr(self, field.name)[order] for field in fields(self)))
