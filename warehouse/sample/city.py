"""The sample place as the generators see it: codes, people and the stretch of time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
import numpy.typing as npt

from warehouse.sample.draws import Numbers, Random, Whole, random_for
from warehouse.sample.geography import Geography, draw
from warehouse.sample.matters import Matters
from warehouse.sample.place import Street
from warehouse.sample.profile import Profile
from warehouse.sample.worktime import DAY, Calendar, calendar_for, history_start, seconds


@dataclass(frozen=True)
class City:
    """Everything that more than one feed needs; arrays are ordered by street and community.

    Attributes:
        start: First moment of the history, in seconds since 1970.
        until: Last moment; nothing later is ever written.
        founded: The moment as of which registers, programmes and monthly sums are written.
        horizon: Up to where everything that happens is drawn. The same place with another
            `until` tells the same story, further or less far.
        residents: Residents per grid.
    """

    profile: Profile
    seed: int
    start: int
    until: int
    founded: int
    horizon: int
    calendar: Calendar
    geography: Geography
    matters: Matters
    street_codes: list[str]
    community_codes: list[str]
    #: With their kind: 青禾社区, 上坪村.
    community_names: list[str]
    grid_codes: list[str]
    residents: Whole

    def random(self, subject: str) -> Random:
        """The source of randomness of one subject."""
        return random_for(self.seed, subject)

    @property
    def months(self) -> float:
        """Length of what is drawn in months of 30.4 days."""
        return (self.horizon - self.start) / DAY / 30.4

    @property
    def years(self) -> float:
        """Length of what is drawn in years."""
        return (self.horizon - self.start) / DAY / 365.0

    @property
    def days(self) -> Whole:
        """Every day that is drawn, as days since 1970."""
        return np.arange(self.start // DAY, self.horizon // DAY + 1)

    @property
    def past_days(self) -> Whole:
        """The days of the history, as days since 1970."""
        return np.arange(self.start // DAY, self.until // DAY + 1)

    def told_until(self, moment: int) -> City:
        """The same story, up to another moment."""
        return replace(self, until=moment)

    @property
    def community_residents(self) -> Whole:
        """Residents per community."""
        return np.bincount(self.geography.grid_community, self.residents).astype(np.int64)

    @property
    def grid_street(self) -> Whole:
        """Index of the street of each grid."""
        return self.geography.community_street[self.geography.grid_community]

    @property
    def is_village(self) -> npt.NDArray[np.bool_]:
        """Per community whether it is a village (村)."""
        return np.array([name.endswith("村") for name in self.community_names])

    @property
    def is_town(self) -> npt.NDArray[np.bool_]:
        """Per street whether it is a town or township (镇、乡)."""
        return np.array([street.name.endswith(("镇", "乡")) for street in self.profile.streets])

    def per_street(self, name: str) -> Numbers:
        """One attribute of the streets as an array."""
        return np.array([float(getattr(street, name)) for street in self.profile.streets])

    def community(self, street: str, name: str) -> int | None:
        """Index of a community by the names of both, if this place has it."""
        for index, owner in enumerate(self.geography.community_street):
            found = self.profile.streets[owner].name, self.community_names[index]
            if found in {(street, name), (street, f"{name}社区")}:
                return index
        return None

    @property
    def upper_codes(self) -> list[str]:
        """Codes of the places between the root and the streets, from the top."""
        return [area.code for area in self.profile.above]

    @property
    def district_codes(self) -> list[str]:
        """Codes of the districts and counties; the root where there are none below it."""
        districts = [area.code for area in self.profile.above if area.level == "district"]
        return districts or [self.profile.code]

    def streets_in(self, code: str) -> Whole:
        """Indices of the streets that lie in a place above them."""
        parents = {area.code: area.parent for area in self.profile.above}

        def lies_inside(street: Street) -> bool:
            above: str | None = street.parent or self.profile.code
            while above is not None and above != code:
                above = parents.get(above)
            return above == code

        streets = enumerate(self.profile.streets)
        return np.array([index for index, street in streets if lies_inside(street)], dtype=np.int64)


def found_city(
    profile: Profile, months: int, seed: int, until: datetime, horizon: datetime | None = None
) -> City:
    """Draws the map and hands out codes and people; the story ends at `until` without a horizon."""
    start = history_start(until, months)
    geography = draw(profile, seed)
    street_codes = _street_codes(profile)
    community_codes = []
    names = []
    for index, street in enumerate(profile.streets):
        own = [name if name.endswith("村") else f"{name}社区" for name in street.communities]
        names += own
        community_codes += [
            f"{street_codes[index][:9]}{number:03d}" for number in range(1, len(own) + 1)
        ]
    grid_codes = []
    number = 0
    before = -1
    for owner in geography.grid_community.tolist():
        number = number + 1 if owner == before else 1
        before = owner
        grid_codes.append(f"{community_codes[owner]}{number:03d}")
    return City(
        profile=profile,
        seed=seed,
        start=seconds(start),
        until=seconds(until),
        founded=seconds(until),
        horizon=seconds(horizon or until),
        calendar=calendar_for(start, horizon or until),
        geography=geography,
        matters=Matters.read(),
        street_codes=street_codes,
        community_codes=community_codes,
        community_names=names,
        grid_codes=grid_codes,
        residents=_residents(profile, geography, random_for(seed, "residents")),
    )


def _street_codes(profile: Profile) -> list[str]:
    """Streets are numbered within the place above them."""
    numbers: Counter[str] = Counter()
    codes = []
    for street in profile.streets:
        prefix = (street.parent or profile.code)[:6]
        numbers[prefix] += 1
        codes.append(f"{prefix}{numbers[prefix]:03d}000")
    return codes


def _residents(profile: Profile, geography: Geography, random: Random) -> Whole:
    """People per grid: grids are cut to hold about the same number, whatever their area."""
    street = geography.community_street[geography.grid_community]
    weight = random.lognormal(0, 0.22, len(street))
    residents = np.zeros(len(street), dtype=np.int64)
    for index, wanted in enumerate(profile.streets):
        mine = np.flatnonzero(street == index)
        share = weight[mine] / weight[mine].sum()
        residents[mine] = np.floor(share * wanted.residents)
        residents[mine[0]] += wanted.residents - residents[mine].sum()
    return residents
