"""Places that move, split and merge: what happened is counted where it belonged at the time.

The city: streets 甲 and 乙. Community 丙 belonged to 甲 until 28 February 2026 and to 乙 from 1
March. In community 丁 of 甲, grid 01 was split into 02 and 03 on 10 March.
"""

from collections.abc import Iterator
from datetime import date, datetime

import polars as pl
import pytest

from warehouse.access.scope import Scope
from warehouse.build import build
from warehouse.load import load
from warehouse.periods import week_of
from warehouse.read import trace
from warehouse.read.connection import fetch, whole_site
from warehouse.report.compose import compose
from warehouse.report.document import Paragraph
from warehouse.report.kinds import KINDS
from warehouse.report.template import Template
from warehouse.settings import Settings, settings
from warehouse.verify import verify

CITY, JIA, YI = "990198000000", "990198001000", "990198002000"
BING, DING = "990198001001", "990198001002"
MARCH, FEBRUARY = date(2026, 3, 1), date(2026, 2, 1)

AREAS = f"""area_code,area_name,level,parent_code,resident_population,valid_from,valid_to
{CITY},移动区,district,,,,
{JIA},甲街道,street,{CITY},,,
{YI},乙街道,street,{CITY},,,
{BING},丙社区,community,{JIA},1000,2020-01-01,2026-03-01
{BING},丙社区,community,{YI},1200,2026-03-01,
{DING},丁社区,community,{JIA},5000,,
{DING}001,01网格,grid,{DING},,2020-01-01,2026-03-10
{DING}002,02网格,grid,{DING},,2026-03-10,
{DING}003,03网格,grid,{DING},,2026-03-10,
"""
MATTERS = """matter_code,matter_name,line,class_name,kind,limit_value,limit_unit
M1,占道经营,城管,市容环境,event,4,work_hour
"""
EVENTS = f"""event_id,area_code,matter_code,source,reported_at,urgency
E1,{BING},M1,worker,2026-02-03 09:00:00,normal
E2,{BING},M1,worker,2026-02-28 23:59:59,normal
E3,{BING},M1,worker,2026-03-01 00:00:00,normal
E4,{DING}001,M1,worker,2026-03-02 09:00:00,normal
E5,{DING}002,M1,worker,2026-03-12 09:00:00,normal
"""
VOLUNTEERS = f"""volunteer_key,area_code,registered_on,withdrawn_on
v1,{BING},2025-01-01,
v2,{BING},2025-01-01,2026-03-20
v3,{BING},2026-03-05,
v4,{DING},2025-01-01,
"""
RECORDS = f"""record_id,volunteer_key,team_id,area_code,kind,started_at,hours
S1,v1,,{BING},邻里互助,2026-02-10 09:00:00,2
S2,v4,,{DING},邻里互助,2026-02-10 09:00:00,2
"""


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The city, loaded and built as of 1 April."""
    site = Settings(var=tmp_path_factory.mktemp("moved"))
    for feed, text in {
        "base/areas": AREAS,
        "base/matters": MATTERS,
        "grid/events": EVENTS,
        "volunteer/volunteers": VOLUNTEERS,
        "volunteer/service_records": RECORDS,
    }.items():
        folder = site.landing / feed
        folder.mkdir(parents=True)
        (folder / "rows.csv").write_text(text, encoding="utf-8")
    assert load(site).accepted == 9 + 1 + 5 + 4 + 2
    build(site, as_of=datetime(2026, 4, 1))
    return site


@pytest.fixture
def scope(moved: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scope]:
    monkeypatch.setenv("YIPING_VAR", str(moved.var))
    settings.cache_clear()
    yield whole_site()
    settings.cache_clear()


def _reading(scope: Scope, code: str, area: str, month: date) -> dict[str, object]:
    found = trace.reading(scope, code, area, "month", month)
    return found.row(0, named=True)


@pytest.mark.parametrize(
    ("area", "month", "events"),
    [
        (JIA, FEBRUARY, 2),  # E1 and E2, in the last second before the move
        (YI, FEBRUARY, 0),
        (JIA, MARCH, 2),  # E4 of the grid before its split, E5 of one after it
        (YI, MARCH, 1),  # E3
        (CITY, FEBRUARY, 2),
        (CITY, MARCH, 3),
        (BING, FEBRUARY, 2),
        (BING, MARCH, 1),
    ],
)
def test_an_event_counts_for_the_street_of_its_day(
    scope: Scope, area: str, month: date, events: int
):
    assert _reading(scope, "OPS-01", area, month)["numerator"] == events


@pytest.mark.parametrize(
    ("area", "month", "volunteers", "people"),
    [
        (JIA, FEBRUARY, 3, 6000),  # v1 v2 of 丙, v4 of 丁
        (YI, FEBRUARY, 0, 0),
        (JIA, MARCH, 1, 5000),
        (YI, MARCH, 2, 1200),  # v1 and v3; v2 withdrew in 乙
        (CITY, MARCH, 3, 6200),
    ],
)
def test_volunteers_and_residents_go_with_their_community(
    scope: Scope, area: str, month: date, volunteers: int, people: int
):
    found = trace.reading(scope, "MOR-02", area, "month", month)
    if not people:
        assert found.is_empty()
        return
    row = found.row(0, named=True)
    assert (row["numerator"], row["denominator"]) == (volunteers, people)


def test_who_is_active_is_active_where_the_community_is_now(scope: Scope):
    assert _reading(scope, "MOR-03", JIA, FEBRUARY)["numerator"] == 2
    assert _reading(scope, "MOR-03", JIA, MARCH)["numerator"] == 1
    assert _reading(scope, "MOR-03", YI, MARCH)["numerator"] == 1


def test_a_split_grid_is_counted_once(scope: Scope):
    assert _reading(scope, "SMT-01", JIA, FEBRUARY)["denominator"] == 1
    assert _reading(scope, "SMT-01", JIA, MARCH)["denominator"] == 2


@pytest.mark.parametrize("code", ["OPS-01", "MOR-02", "MOR-03"])
@pytest.mark.parametrize("area", [CITY, JIA, YI, BING])
@pytest.mark.parametrize("month", [FEBRUARY, MARCH])
def test_a_trace_follows_the_place_through_its_move(
    scope: Scope, code: str, area: str, month: date
):
    found = trace.reading(scope, code, area, "month", month)
    if found.is_empty():
        return
    row = found.row(0, named=True)
    entries = trace.entries(scope, trace.Value(row["numerator_measure"], area, "month", month))

    assert entries["value"].sum() == row["numerator"]
    assert entries.select(pl.col("source_row").is_null().any()).item() is False


def test_a_series_across_the_move_says_that_it_broke(scope: Scope):
    broken = _reading(scope, "OPS-01", YI, MARCH)
    whole = _reading(scope, "OPS-01", CITY, MARCH)

    assert broken["change"] is None
    assert broken["break_note"] == "区划调整：2026-03-01 丙社区划入"
    assert whole["change"] == 1
    assert whole["break_note"] is None


def _report(scope: Scope, area: str) -> str:
    made = compose(scope, KINDS["monthly"], area, MARCH, template=Template())
    return "\n".join(block.text for block in made.blocks if isinstance(block, Paragraph))


def test_a_report_does_not_compare_a_place_with_what_it_was_before(scope: Scope):
    broken, whole = _report(scope, YI), _report(scope, CITY)

    assert "本月全街道共上报网格事件1件。" in broken
    assert "变动最大" not in broken
    assert "区划调整：2026-03-01 丙社区划入；与调整前的时段不作比较。" in broken
    assert "本月全区共上报网格事件3件，环比增加1件。" in whole
    assert "区划调整" not in whole


def test_the_register_of_today_shows_the_place_of_today(scope: Scope):
    found = fetch(
        scope,
        "select area_path, valid_from from core.dim_areas where area_code = $code",
        code=BING,
    )
    assert found.row(0) == ("乙街道·丙社区", date(2020, 1, 1))


def test_a_second_calculation_follows_the_places_too(scope: Scope):
    mondays = [date(2026, 2, 2), date(2026, 2, 23), date(2026, 3, 2), date(2026, 3, 30)]

    found = verify(settings(), scope, [week_of(monday) for monday in mondays])

    assert found.differences == []
