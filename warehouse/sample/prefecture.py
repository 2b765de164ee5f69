"""The sample city: 4 districts and counties, 79 towns, 1 017 communities and villages.

Its shape (1 900 grids of which 150 for schools, markets and parks, 1.5 million people, 355 pilots,
150 projects, 2 463 teams of volunteers) is that of the city of the seed documents; names, outline
and every other figure are invented.
"""

from __future__ import annotations

from dataclasses import replace

from warehouse.sample.coverage_rates import RURAL
from warehouse.sample.district import DEPARTMENTS
from warehouse.sample.place import Area
from warehouse.sample.profile import CaseRates, EventRates, Profile
from warehouse.sample.program_rates import ProgramRates
from warehouse.sample.townships import (
    Kind,
    Totals,
    departments_of,
    leaders_of,
    today_of,
    townships,
)

CODE = "990200000000"
STREET = Kind("街道", "街道组", 10.5, 0.0, 2.4, 1.5, 1.4)
TOWN = Kind("镇", "镇组", 14.0, 0.85, 1.0, 1.0, 0.85)
TOWNSHIP = Kind("乡", "乡组", 13.0, 0.92, 0.8, 0.9, 0.7)

#: Seats in km east and north of the centre: the city proper lies between the other three.
DISTRICTS = (
    Area("990201000000", "望岚区", "district", "区", CODE, (1.0, 1.0)),
    Area("990202000000", "澄屿区", "district", "区", CODE, (14.0, -8.0)),
    Area("990203000000", "岚溪县", "district", "县", CODE, (-18.0, 9.0)),
    Area("990204000000", "松塬县", "district", "县", CODE, (-9.0, -19.0)),
)

STREETS = townships(
    "city",
    (
        (DISTRICTS[0].code, STREET, 12),
        (DISTRICTS[0].code, TOWN, 2),
        (DISTRICTS[1].code, STREET, 6),
        (DISTRICTS[1].code, TOWN, 6),
        (DISTRICTS[1].code, TOWNSHIP, 2),
        (DISTRICTS[2].code, STREET, 2),
        (DISTRICTS[2].code, TOWN, 14),
        (DISTRICTS[2].code, TOWNSHIP, 10),
        (DISTRICTS[3].code, STREET, 2),
        (DISTRICTS[3].code, TOWN, 12),
        (DISTRICTS[3].code, TOWNSHIP, 11),
    ),
    Totals(communities=1017, grids=1900, residents=1_500_000),
)

#: The edge of the city from the north clockwise, a closed line: hills, coast, river.
OUTLINE = (
    (
        (-4.0, 24.0),
        (8.0, 21.5),
        (17.0, 23.0),
        (24.0, 14.0),
        (22.5, 4.0),
        (28.0, -5.0),
        (24.0, -17.0),
        (13.0, -20.5),
        (5.0, -28.0),
        (-8.0, -31.0),
        (-19.0, -27.5),
        (-24.5, -16.0),
        (-22.0, -6.0),
        (-31.0, 2.0),
        (-30.0, 14.0),
        (-20.0, 21.0),
        (-13.0, 19.5),
        (-4.0, 24.0),
    ),
)

CITY = Profile(
    name="city",
    code=CODE,
    place="示范市",
    level="city",
    kind="市",
    origin=(124.7, 32.0),
    above=DISTRICTS,
    streets=STREETS,
    departments=departments_of(DEPARTMENTS, "市"),
    outline=OUTLINE,
    floating_share=0.083,
    # 150 of 1 900.
    exclusive_grids=150 / 1900,
    events=EventRates(per_grid_week=3.9, chaser_share=0.08),
    # 2 463 teams for 1.5 million people.
    cases=CaseRates(teams_per_1000=1.642),
    coverage=replace(
        RURAL,
        cameras=2729,
        enterprises=21_000,
        orgs=372,
        orgs_incubated=(6, 9, 10, 16),
    ),
    today=today_of(STREETS),
    leaders=leaders_of("市", "市长"),
    program=ProgramRates(
        tasks=(("政治", 120), ("法治", 140), ("德治", 90), ("自治", 150), ("智治", 140)),
        pilots=355,
        projects=150,
    ),
)
