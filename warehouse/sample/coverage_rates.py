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
    cameras: int = 2729
    camera_online: float = 0.965
    enterprises: int = 7000
    #: Of the facilities and firms that ever opened.
    closed_share: float = 0.035

    def scaled(self, scale: float) -> CoverageRates:
        """The same shares with fewer things."""
        return replace(
            self,
            cameras=round(self.cameras * scale),
            enterprises=round(self.enterprises * scale),
        )
