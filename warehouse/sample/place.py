"""What a sample place is made of: areas, streets, departments."""

from __future__ import annotations

from dataclasses import dataclass, replace

Point = tuple[float, float]


@dataclass(frozen=True)
class Area:
    """A place between the root and the streets: a city of the province, a district, a county.

    Attributes:
        code: Twelve digits, 99…; the first six begin the codes of everything inside.
        level: province, city or district.
        kind: As the register prints it: 市, 区, 县, 新区.
        parent: Code of the place above.
        seat: A point inside it, km east and north of the centre; None: the map finds one.
    """

    code: str
    name: str
    level: str
    kind: str
    parent: str
    seat: Point | None = None


@dataclass(frozen=True)
class Street:
    """One street, town or township of the place.

    Attributes:
        name: Name as printed, with its kind: 南园街道.
        communities: Names of its communities without 社区, most telling first; a village's
            name ends with 村.
        grids: How many grids it has at full scale.
        residents: Resident population at full scale.
        peer_group: With whom it is compared.
        activity: Events per grid against the average.
        diligence: Shift of the odds of being on time (0 = average, negative = later).
        in_grid: Shift of the odds of settling a matter in the grid.
        backdates: Closes what is open on the last evening of the month, all at once.
        parent: Code of the place above; empty: the root.
        label: A point inside it, km east and north of the centre; None: its borders are
            drawn from the seed.
        centre: Where it is densest; None: in its middle.
    """

    name: str
    communities: tuple[str, ...]
    grids: int
    residents: int
    peer_group: str
    activity: float
    diligence: float
    in_grid: float = 0.0
    backdates: bool = False
    parent: str = ""
    label: Point | None = None
    centre: Point | None = None

    def scaled(self, scale: float) -> Street:
        """The same street with fewer communities, grids and people."""
        # Where there are villages one of them stays.
        least = 2 if any(name.endswith("村") for name in self.communities) else 1
        communities = max(least, round(len(self.communities) * scale))
        # No community gets fewer grids than those of the whole street have at least.
        fewest = min(2, self.grids // len(self.communities)) * communities
        grids = max(fewest, round(self.grids * scale))
        return replace(
            self,
            communities=self.communities[:communities],
            grids=grids,
            residents=round(self.residents * grids / self.grids),
        )


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
