"""The sample county: one street with a fine grid system, 25 towns and townships with a coarse one.

Its shape (376 grids in the townships, 421 in the street, villages rather than communities) is that
of the county of the seed documents; names, outline and every other figure are invented.
"""

from __future__ import annotations

from warehouse.sample.coverage_rates import RURAL
from warehouse.sample.district import DEPARTMENTS
from warehouse.sample.names import words
from warehouse.sample.place import Street
from warehouse.sample.profile import CaseRates, EventRates, Profile
from warehouse.sample.townships import (
    Kind,
    Totals,
    departments_of,
    leaders_of,
    today_of,
    townships,
)

CODE = "990301000000"
TOWN = Kind("镇", "镇组", 13.0, 0.9, 1.4, 1.0, 1.0)
TOWNSHIP = Kind("乡", "乡组", 9.0, 1.0, 1.0, 0.9, 0.75)

#: The county town: micro-grids of a few buildings each, so little happens in one of them.
SEAT = Street(
    name="新禾街道",
    communities=words("新禾里 北门 鼓楼台 河沿 南苑 书院巷 东关里 槐市 城西坪村 上河台村"),
    grids=421,
    residents=86_000,
    peer_group="街道组",
    activity=0.55,
    diligence=0.3,
    in_grid=0.1,
)
STREETS = (
    SEAT,
    *townships(
        "county",
        ((CODE, TOWN, 9), (CODE, TOWNSHIP, 16)),
        Totals(communities=271, grids=376, residents=268_000),
    ),
)

OUTLINE = (
    (
        (2.0, 33.0),
        (14.0, 29.0),
        (19.0, 18.0),
        (27.0, 10.0),
        (24.0, -3.0),
        (29.0, -15.0),
        (18.0, -25.0),
        (7.0, -23.0),
        (-3.0, -31.0),
        (-15.0, -26.0),
        (-18.0, -14.0),
        (-27.0, -7.0),
        (-25.0, 6.0),
        (-17.0, 13.0),
        (-16.0, 25.0),
        (-6.0, 28.0),
        (2.0, 33.0),
    ),
)

COUNTY = Profile(
    name="county",
    code=CODE,
    place="示范县",
    level="district",
    kind="县",
    origin=(124.7, 32.0),
    streets=STREETS,
    departments=departments_of(DEPARTMENTS, "县"),
    outline=OUTLINE,
    floating_share=0.04,
    exclusive_grids=0.05,
    events=EventRates(per_grid_week=2.8),
    cases=CaseRates(volunteer_share=0.11),
    coverage=RURAL,
    today=today_of(STREETS),
    leaders=leaders_of("县", "县长"),
)
