"""What a sample place is: its streets, its size and every rate of its daily life.

A profile is data. Another shape (city, county, province) is another `Profile`; no generator
knows a name or a number of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from warehouse.sample.coverage_rates import CoverageRates
from warehouse.sample.grid_rates import GridRates
from warehouse.sample.place import Area, Department, Point, Street
from warehouse.sample.program_rates import ProgramRates


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
    #: Share of the petitions whose matter is also a dispute under mediation.
    petition_mediated: float = 0.10
    volunteer_share: float = 0.14
    volunteer_active: float = 0.30
    records_per_active_year: float = 4.0
    teams_per_1000: float = 1.6


@dataclass(frozen=True)
class Today:
    """What the wall should find on the last day, by street and community.

    Attributes:
        clusters: Street, community, matter, how many in the last days, over how many hours.
        stuck: Street, community, matter, reported how many hours ago: past the deadline.
        nearly_due: The same, but with an hour or three left (urgent matters, whose clock runs
            on weekends too).
        returning: Street, community, field of petition, topic, days back of each visit.
    """

    clusters: tuple[tuple[str, str, str, int, int], ...] = ()
    stuck: tuple[tuple[str, str, str, float], ...] = ()
    nearly_due: tuple[tuple[str, str, str, float], ...] = ()
    returning: tuple[tuple[str, str, int, str, tuple[float, ...]], ...] = ()


@dataclass(frozen=True)
class Profile:
    """A whole sample place.

    Attributes:
        outline: Named lines in km. Where streets have a label, together they are the edges of
            the streets; otherwise the first one is the edge of the whole.
        exclusive_grids: Share of the grids that belong to a school, a market, a park.
        above: The places between the root and the streets, from the top.
        leaders: Who takes charge of petitions.
    """

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
    level: str = "district"
    kind: str = "区"
    above: tuple[Area, ...] = ()
    today: Today = Today()
    leaders: tuple[str, ...] = ()
    grid: GridRates = field(default_factory=GridRates)

    def scaled(self, scale: float) -> Profile:
        """The same place with fewer communities, grids and people; every street stays."""
        if scale == 1.0:
            return self
        return replace(
            self,
            streets=tuple(street.scaled(scale) for street in self.streets),
            coverage=self.coverage.scaled(scale),
        )
