"""What a sample place is: its streets, its size and every rate of its daily life.

A profile is data. Another shape (city, county, province) is another `Profile`; no generator
knows a name or a number of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from warehouse.sample.coverage_rates import CoverageRates
from warehouse.sample.program_rates import ProgramRates

Point = tuple[float, float]


@dataclass(frozen=True)
class Street:
    """One street of the place.

    Attributes:
        name: Name as printed, with its kind: 南园街道.
        label: A point inside it, km east and north of the centre.
        communities: Names of its communities without 社区, most telling first; a village's
            name ends with 村.
        grids: How many grids it has at full scale.
        residents: Resident population at full scale.
        centre: Where it is densest, km east and north of the centre.
        peer_group: With whom it is compared.
        activity: Events per grid against the average.
        diligence: Shift of the odds of being on time (0 = average, negative = later).
        in_grid: Shift of the odds of settling a matter in the grid.
        backdates: Closes what is open on the last evening of the month, all at once.
    """

    name: str
    label: Point
    communities: tuple[str, ...]
    grids: int
    residents: int
    centre: Point
    peer_group: str
    activity: float
    diligence: float
    in_grid: float = 0.0
    backdates: bool = False


@dataclass(frozen=True)
class Department:
    """One department: how reliable it is and since when it is connected.

    Attributes:
        diligence: Shift of the odds of being on time (0 = average, negative = later).
        connected: Year and month of connection to the platform; empty when not connected.
    """

    code: str
    name: str
    diligence: float
    connected: str = ""


@dataclass(frozen=True)
class EventRates:
    """Numbers of the grid's closed loop (domain brief 7.2)."""

    per_grid_week: float = 3.6
    grid_spread: float = 0.6
    week_spread: float = 0.25
    chaser_share: float = 0.07
    chaser_per_day: float = 2.0
    valid_share: float = 0.985
    #: Of the invalid reports; the others are settled by whoever made them.
    rejected_share: float = 0.3
    chaser_valid_share: float = 0.70
    cancelled: float = 0.015
    returned: float = 0.04
    extended: float = 0.02
    suspended: float = 0.01
    rework: float = 0.015
    no_coordinates: float = 0.01
    storms: int = 8
    #: Log odds of being on time with an average unit: 2.4 is 92 %.
    on_time_logit: float = 2.4
    callback_share: float = 0.12


@dataclass(frozen=True)
class CaseRates:
    """Numbers of disputes, petitions and volunteers (domain brief 7.2)."""

    disputes_per_1000: float = 6.0
    dispute_success: float = 0.97
    dispute_open: float = 0.04
    petitions_per_1000: float = 1.5
    petition_repeat: float = 0.06
    petition_extended: float = 0.06
    petition_late: float = 0.015
    petition_backlog_per_1000: float = 0.15
    petition_lag_hours: float = 6.0
    volunteer_share: float = 0.14
    volunteer_active: float = 0.30
    records_per_active_year: float = 4.0
    teams_per_1000: float = 1.6


@dataclass(frozen=True)
class Profile:
    """A whole sample place."""

    name: str
    code: str
    place: str
    #: Longitude and latitude of the centre. Open sea: no invented figure lies on a real place.
    origin: Point
    streets: tuple[Street, ...]
    departments: tuple[Department, ...]
    #: Named lines in km; together they are the edges of the streets.
    outline: tuple[tuple[Point, ...], ...]
    floating_share: float
    exclusive_grids: float
    events: EventRates
    cases: CaseRates
    program: ProgramRates = field(default_factory=ProgramRates)
    coverage: CoverageRates = field(default_factory=CoverageRates)

    def scaled(self, scale: float) -> Profile:
        """The same place with fewer communities, grids and people; every street stays."""
        if scale == 1.0:
            return self
        return replace(
            self,
            streets=tuple(_scaled(street, scale) for street in self.streets),
            coverage=self.coverage.scaled(scale),
        )


def _scaled(street: Street, scale: float) -> Street:
    communities = max(1, round(len(street.communities) * scale))
    grids = max(2 * communities, round(street.grids * scale))
    return replace(
        street,
        communities=street.communities[:communities],
        grids=grids,
        residents=round(street.residents * grids / street.grids),
    )
