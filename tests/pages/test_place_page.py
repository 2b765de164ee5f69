"""The page of a place, drawn for the hand city."""

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.place.strip import spark, strip
from tests.pages.drawing import html_of, page_of

pytestmark = pytest.mark.usefixtures("reads_hand_city")

ROW = {
    "indicator_name": "按期结案率",
    "value": 92.0,
    "target": 95.0,
    "status": "watch",
    "unit": "%",
    "decimals": 1,
    "is_small_sample": False,
}


def opened(**address: str) -> AppTest:
    return page_of("place", **address).run()


@pytest.mark.parametrize(
    ("area", "name", "grids"),
    [("", "手算区", "4"), ("990199001000", "甲街道", "3"), ("990199001001", "甲一社区", "2")],
)
def test_a_place_of_any_level_says_what_it_is(area: str, name: str, grids: str):
    app = opened(**({"area": area} if area else {}))

    assert not app.exception
    shown = html_of(app)
    assert f"<h1>{name}</h1>" in shown
    assert f"<dd>{grids}<small>个</small></dd>" in shown


def test_a_grid_tells_whether_it_is_staffed_and_never_by_whom():
    staffed = html_of(opened(area="990199001001001"))
    vacant = html_of(opened(area="990199002001001"))

    assert "在岗" in staffed
    assert "空缺，需要补员" in vacant
    assert "w1" not in staffed
    # A grid is often one person: its activity is no figure, and it has no rank.
    assert "近 30 日人均上报" not in staffed
    assert "不参加排名" in staffed


def test_open_matters_lead_to_their_lists():
    shown = html_of(opened(area="990199002000"))

    assert 'href="disputes?area=990199002000&amp;show=overdue"' in shown
    assert 'href="events?area=990199002000&amp;show=open"' in shown


def test_indicators_stand_beside_their_peers_and_open_their_trace():
    app = opened(area="990199001001", period="2026-03")

    shown = html_of(app)
    assert "同类 3 个" in shown
    # The second of three: 2.5 petitions per 10,000 residents.
    assert "<b>2</b> / 3" in shown

    app.button(key="strip_LAW-07").click().run()

    assert not app.exception
    assert "原始记录" in html_of(app)


def test_the_places_below_are_a_table():
    app = opened(area="990199001000", period="2026-03")
    table: pl.DataFrame = app.dataframe[0].value

    assert list(table["名称"]) == ["甲一社区", "甲二社区"]
    assert list(table["网格员"]) == [1, 1]


def test_a_month_that_is_not_kept_is_the_usual_one():
    app = opened(period="1999-01")

    assert not app.exception
    assert app.selectbox(key="box_period").value == "2026-03"


def test_alerts_of_the_place_are_among_its_own():
    assert "record=overdue_event%3AE04" in html_of(opened(area="990199001000"))
    assert "当前无预警" in html_of(opened(area="990199001001"))


def test_a_strip_says_in_words_where_the_value_stands():
    told = strip(ROW, [90.0, 99.0], median=94.5)

    assert "按期结案率 92.0%" in told
    assert "同类 2 个在 90.0% 到 99.0% 之间" in told
    assert "中位数 94.5%" in told
    assert "目标 95.0%" in told


def test_a_line_of_months_needs_two_of_them():
    assert spark(ROW, [92.0]) == ""
    assert "近 3 个月：最低 90.0%，最高 92.0%，最新 92.0%" in spark(ROW, [90.0, None, 92.0])
