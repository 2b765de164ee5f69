"""The sample province: 11 cities and a new area, each with a few of its counties and townships.

A sample in both senses: every city is there, but only 3 counties of each, 3 townships of a county,
3 communities of a township and 2 grids of a community. Its people and its events are those of
these grids, about a hundredth of what a province has; the name of the place says so everywhere.
"""

from __future__ import annotations

from dataclasses import replace

from warehouse.sample.coverage_rates import RURAL
from warehouse.sample.district import DEPARTMENTS
from warehouse.sample.names import words
from warehouse.sample.place import Area
from warehouse.sample.profile import CaseRates, EventRates, Profile
from warehouse.sample.townships import (
    Kind,
    Totals,
    departments_of,
    leaders_of,
    today_of,
    townships,
)

CODE = "990000000000"
STREET = Kind("街道", "街道组", 3.0, 0.0, 1.0, 1.3, 1.3)
TOWN = Kind("镇", "乡镇组", 3.0, 0.6, 1.0, 0.9, 0.85)

#: Name, kind, seat in km east and north of the centre.
CITIES = (
    ("云屿市", "市", (8.0, 14.0)),
    ("澜原市", "市", (70.0, 62.0)),
    ("栖原市", "市", (-62.0, 78.0)),
    ("岱宁市", "市", (6.0, 118.0)),
    ("沅澄市", "市", (-112.0, 12.0)),
    ("松涛市", "市", (96.0, -18.0)),
    ("翠屿市", "市", (132.0, 52.0)),
    ("衡塬市", "市", (-58.0, -40.0)),
    ("雁塬市", "市", (24.0, -72.0)),
    ("洛岚市", "市", (-88.0, -108.0)),
    ("瑾原市", "市", (62.0, -122.0)),
    ("曦和新区", "新区", (40.0, -10.0)),
)
COUNTIES = words(
    "松岚 沐川塬 溪桐 映湖 临鹿 青鹭 望舒 扶光 积玉 鸣泉 朝澜 归云 采芹 拾霞 远帆 环岫 "
    "怀瑾 含章 逐光 枕流 听泉 引凤塬 倚岚 揽月 积翠 沃野塬 照溪 栖霞塬 漱玉 晴岚 衔山 露泽 "
    "浣溪 霁月 溯源 沐光"
)


def _areas() -> tuple[Area, ...]:
    cities = [
        Area(f"99{number:02d}00000000", name, "city", kind, CODE, seat)
        for number, (name, kind, seat) in enumerate(CITIES, start=1)
    ]
    counties = []
    for number, name in enumerate(COUNTIES):
        city = cities[number // 3]
        order = number % 3 + 1
        kind = "区" if order == 1 else "县"
        code = f"{city.code[:4]}{order:02d}000000"
        counties.append(Area(code, name + kind, "district", kind, city.code))
    return (*cities, *counties)


AREAS = _areas()
STREETS = townships(
    "province",
    tuple(
        (area.code, kind, count)
        for area in AREAS
        if area.level == "district"
        for kind, count in ((STREET, 1), (TOWN, 2))
    ),
    Totals(communities=324, grids=648, residents=560_000),
)

OUTLINE = (
    (
        (-30.0, 148.0),
        (34.0, 152.0),
        (76.0, 112.0),
        (142.0, 104.0),
        (172.0, 58.0),
        (150.0, 6.0),
        (128.0, -52.0),
        (118.0, -128.0),
        (66.0, -162.0),
        (2.0, -138.0),
        (-62.0, -156.0),
        (-124.0, -122.0),
        (-112.0, -62.0),
        (-158.0, -20.0),
        (-148.0, 46.0),
        (-98.0, 78.0),
        (-88.0, 122.0),
        (-30.0, 148.0),
    ),
)

PROVINCE = Profile(
    name="province",
    code=CODE,
    place="示范省（抽样）",
    level="province",
    kind="省",
    # Open ocean with room for a whole province.
    origin=(148.0, 29.0),
    above=AREAS,
    streets=STREETS,
    departments=departments_of(DEPARTMENTS, "省"),
    outline=OUTLINE,
    floating_share=0.08,
    exclusive_grids=0.1,
    events=EventRates(per_grid_week=2.4, chaser_share=0.05),
    cases=CaseRates(),
    coverage=replace(RURAL, cameras=1_000, enterprises=2_400),
    today=today_of(STREETS),
    leaders=leaders_of("省", "省长"),
)
