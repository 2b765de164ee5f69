"""How far the registers of a sample place cover it, and how much of everything there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class CoverageRates:
    """Registers: share of the units that have one, and how many there are of what is counted.

    A street's, community's or village's share is reached at the end of the history; part of it
    opened during the history.
    """

    #: Kind of facility -> share of streets, communities, villages that have one.
    facilities: Mapping[str, tuple[float, float, float]] = field(
        default_factory=lambda: {
            "service_hall": (1.0, 0.95, 0.9),
            "community_service": (1.0, 0.97, 0.67),
            "psych_room": (0.84, 0.42, 0.34),
            "incubator": (0.67, 0.12, 0.0),
            "mediation_room": (1.0, 0.96, 0.9),
            "police_station": (1.0, 0.86, 0.67),
            "party_site": (1.0, 1.0, 0.9),
            "delivery_site": (0.0, 0.93, 0.6),
        }
    )
    districts_with_incubator: float = 0.7
    cameras: int = 2729
    camera_online: float = 0.965
    enterprises: int = 7000
    #: Of the facilities and firms that ever opened.
    closed_share: float = 0.035

    #: Role -> share of communities that have one, and how many communities share a person.
    roles: Mapping[str, tuple[float, int]] = field(
        default_factory=lambda: {
            "police": (0.985, 1),
            "legal_counsel": (0.97, 4),
            "legal_deputy": (0.92, 3),
            "judge": (0.88, 5),
            "prosecutor": (0.80, 8),
            "lawyer": (0.95, 3),
        }
    )
    mediators_per_community: float = 4.0
    #: Streets whose own committee has at least two; the others have one.
    streets_with_mediators: float = 0.9
    unstaffed_grids: float = 0.012
    full_time: float = 0.8

    orgs_per_community: float = 14.0
    orgs_per_village: float = 7.5
    #: Weights of 公益, 服务, 互助, 其他.
    org_kinds: tuple[float, ...] = (6, 9, 10, 16)
    org_recorded: float = 0.86
    org_incubated: float = 0.11
    org_dissolved: float = 0.05
    #: How many organisations stand in the whole place, if their number is known; then the rates
    #: per community only say where they are, and none is dissolved.
    orgs: int | None = None
    #: With a known number: how many of each kind were incubated (孵化).
    orgs_incubated: tuple[int, ...] = ()

    grids_with_branch: float = 0.965
    #: Weights of one to five stars.
    stars: tuple[float, ...] = (2, 10, 40, 34, 14)

    civilised: float = 0.67
    democratic_rule: float = 0.34
    safe_units: float = 0.93
    #: Of the titles that were ever given.
    revoked: float = 0.04

    survey_sample: int = 1200
    feels_safe: float = 0.976
    is_satisfied: float = 0.962
    #: What a place's own survey gets above the others'.
    self_measured_gain: float = 0.014

    def scaled(self, scale: float) -> CoverageRates:
        """The same shares with fewer things."""
        return replace(
            self,
            cameras=round(self.cameras * scale),
            enterprises=round(self.enterprises * scale),
            orgs=None if self.orgs is None else max(round(self.orgs * scale), 60),
        )


#: Where most places are villages: near the lines of 90, 50, 100 and 20 % that a county drew.
RURAL = CoverageRates(
    facilities={
        "service_hall": (1.0, 0.97, 0.91),
        "community_service": (1.0, 0.98, 0.56),
        "psych_room": (0.94, 0.36, 0.21),
        "incubator": (0.52, 0.1, 0.01),
        "mediation_room": (1.0, 0.95, 0.88),
        "police_station": (0.5, 0.7, 0.24),
        "party_site": (1.0, 1.0, 0.93),
        "delivery_site": (0.3, 0.9, 0.45),
    },
    roles={
        "police": (0.96, 2),
        "legal_counsel": (0.95, 6),
        "legal_deputy": (0.9, 3),
        "judge": (0.7, 9),
        "prosecutor": (0.6, 12),
        "lawyer": (0.8, 6),
    },
    mediators_per_community=3.0,
    streets_with_mediators=0.92,
    orgs_per_community=12.0,
    orgs_per_village=6.0,
    civilised=0.53,
    cameras=900,
    enterprises=1600,
)
