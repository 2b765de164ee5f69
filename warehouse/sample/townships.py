"""Streets, towns and townships of a profile that gives only how many there are of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from warehouse.sample.draws import Numbers, Whole, random_for
from warehouse.sample.names import Names, words
from warehouse.sample.place import Department, Street
from warehouse.sample.profile import Today

#: Departments of the district that have another name where there is a whole one of them.
ELSEWHERE = {"公安分局": "公安局", "规划资源分局": "自然资源局", "市监局": "市场监管局"}
#: What is a 局 in a district and a 厅 in a province.
OFFICES_OF_PROVINCES = words(
    "公安 司法 民政 人社 住建 自然资源 生态环境 交通 水务 农业农村 应急 教育 退役军人事务"
)


@dataclass(frozen=True)
class Kind:
    """What the places of one kind are like.

    Attributes:
        kind: 街道, 镇 or 乡.
        group: With whom they are compared.
        communities: Share of the whole place's communities that one of them has.
        village_share: How many of them are villages.
        grids: Grids per community against the others.
        people: Residents per grid against the others.
        activity: Events per grid against the average.
    """

    kind: str
    group: str
    communities: float
    village_share: float
    grids: float
    people: float
    activity: float


@dataclass(frozen=True)
class Totals:
    """What all streets of a profile add up to."""

    communities: int
    grids: int
    residents: int


def apportion(total: int, weights: Numbers, least: int = 1) -> Whole:
    """A total in whole parts by weight, none below `least`; the parts add up to it."""
    ideal = weights / weights.sum() * (total - least * len(weights))
    parts: Whole = np.floor(ideal).astype(np.int64)
    rest = np.argsort(parts - ideal, kind="stable")[: total - least * len(weights) - parts.sum()]
    parts[rest] += 1
    return parts + least


def townships(
    subject: str, wanted: Sequence[tuple[str, Kind, int]], totals: Totals
) -> tuple[Street, ...]:
    """The streets of a place.

    Args:
        subject: Names the place, so that it always gets the same streets.
        wanted: Code of the place above, kind, and how many there are of it there.
        totals: What they add up to.
    """
    random = random_for(0, subject)
    names = Names()
    rows = [(parent, kind) for parent, kind, count in wanted for _ in range(count)]
    size = random.uniform(0.75, 1.25, (3, len(rows)))
    kinds = [kind for _, kind in rows]
    communities = apportion(totals.communities, size[0] * [kind.communities for kind in kinds])
    grids = apportion(
        totals.grids - int(communities.sum()),
        size[1] * communities * np.array([kind.grids for kind in kinds]),
        least=0,
    )
    grids += communities
    residents = apportion(
        totals.residents, size[2] * grids * np.array([kind.people for kind in kinds])
    )
    temper = np.clip(random.normal(0.25, 0.3, (2, len(rows))), -0.3, 0.8)
    lively = random.lognormal(0, 0.1, len(rows))
    streets = []
    for index, (parent, kind) in enumerate(rows):
        villages = round(int(communities[index]) * kind.village_share)
        streets.append(
            Street(
                name=names.town(kind.kind),
                communities=names.places(int(communities[index]) - villages, villages),
                grids=int(grids[index]),
                residents=int(residents[index]),
                peer_group=kind.group,
                activity=round(kind.activity * float(lively[index]), 2),
                diligence=_diligence(index, len(rows), float(temper[0, index])),
                in_grid=round(float(temper[1, index]) - 0.25, 2),
                backdates=index == len(rows) // 3,
                parent=parent,
            )
        )
    return tuple(streets)


def _diligence(index: int, count: int, usual: float) -> float:
    """Two of a place are visibly slow, whatever the others are like."""
    return -1.0 if index in {count // 5, count // 2} else round(usual, 2)


def today_of(streets: Sequence[Street]) -> Today:
    """What the wall should find today, spread over streets and their first communities."""
    count = len(streets)

    def place(part: float) -> tuple[str, str]:
        street = streets[int(part * count)]
        return street.name, street.communities[0]

    return Today(
        clusters=(
            (*place(0.2), "JF0201", 19, 46),
            # Fewer than ten in a week are worth a look, no more.
            (*place(0.04), "HJ0302", 9, 30),
            (*place(0.34), "HJ0401", 8, 40),
        ),
        stuck=(
            (*place(0.2), "AQ0301", 5.2 * 24),
            (*place(0.5), "SS0201", 7.1 * 24),
            (*place(0.51), "AQ0302", 10.4 * 24),
            (*place(0.34), "HJ0401", 4.3 * 24),
            (*place(0.1), "SS0101", 8.2 * 24),
        ),
        nearly_due=(
            (*place(0.06), "AQ0201", 26.1),
            (*place(0.3), "SS0301", 24.9),
            (*place(0.5), "SS0102", 13.4),
            (*place(0.7), "FW0301", 8.6),
            (*place(0.9), "AQ0401", 6.3),
        ),
        returning=(
            (*place(0.0), 0, "停车收费管理", (27.0, 12.0, 0.9)),
            (*place(0.1), 0, "房产证办理延迟", (24.0, 9.4)),
            (*place(0.2), 0, "物业服务质量", (29.0, 17.0, 8.2)),
        ),
    )


def departments_of(district: Sequence[Department], level: str) -> tuple[Department, ...]:
    """The departments of the district under the names that they have elsewhere."""
    renamed = []
    for unit in district:
        bare = ELSEWHERE.get(unit.name, unit.name).removeprefix("区")
        if level == "省" and bare.removesuffix("局") in OFFICES_OF_PROVINCES:
            bare = bare.removesuffix("局") + "厅"
        renamed.append(Department(unit.code, f"{level}{bare}", unit.diligence, unit.connected))
    return tuple(renamed)


def leaders_of(level: str, head: str) -> tuple[str, ...]:
    """The leaders who take charge of petitions, by office."""
    return (
        f"{level}委书记",
        head,
        f"{level}委副书记",
        f"{level}委政法委书记",
        f"常务副{head}",
        f"分管副{head}",
    )
