"""The coverage page, drawn for the hand city."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.drawing import html_of, page_of

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def opened(**address: str) -> AppTest:
    return page_of("coverage", **address).run()


def told(app: AppTest, key: str) -> str:
    """What the address says after the page has written to it."""
    value = app.query_params[key]
    return value if isinstance(value, str) else value[-1]


def test_every_item_is_a_row_with_its_target_and_the_way_to_it():
    html = html_of(opened())

    assert "政务服务点" in html
    assert '<td title="个村（社区）">1/3</td>' in html
    assert "<td>90%</td>" in html


def test_the_page_opens_with_who_lacks_something():
    app = opened()

    assert not app.exception
    assert app.selectbox(key="box_period").value == "2026-Q1"
    assert "缺口清单" in html_of(app)


def test_an_item_lists_those_who_lack_it_and_lets_go_again():
    app = opened()

    app.button(key="goitem_SLF-01").click().run()
    assert told(app, "kind") == "政务服务点"
    assert "覆盖单位明细 <span>2 个" in html_of(app)

    app.button(key="goitem_SLF-01").click().run()
    assert "kind" not in app.query_params


def test_a_chosen_place_stays_when_an_item_is_chosen():
    app = opened(area="990199002000")

    app.button(key="goitem_SLF-01").click().run()

    assert told(app, "area") == "990199002000"
    assert "覆盖单位明细 <span>1 个" in html_of(app)


@pytest.mark.parametrize("code", ["SLF-01", "LAW-15", "MOR-01"])
def test_every_item_opens_its_trace(code: str):
    app = opened()

    app.button(key=f"traceitem_{code}").click().run()

    assert not app.exception
    assert "原始记录" in html_of(app)


def test_the_trace_of_a_roster_names_nobody():
    app = opened()

    app.button(key="traceitem_LAW-15").click().run()

    assert "rosters" in html_of(app)
    assert not [person for person in ("p1", "p2", "p3") if f"police|{person}" in html_of(app)]


@pytest.mark.parametrize(
    ("record_set", "heading"),
    [("facilities", "设施明细"), ("rosters", "岗位明细"), ("awards", "荣誉明细")],
)
def test_registers_are_lists_of_their_own(record_set: str, heading: str):
    app = opened(set=record_set)

    assert not app.exception
    assert heading in html_of(app)


def test_a_vacant_post_is_found_by_its_role():
    app = opened(set="rosters", kind="社区民警（辅警）")

    assert "岗位明细 <span>1 个" in html_of(app)
    assert "乙一社区" in html_of(app)


def test_a_grid_has_no_rates_of_its_own_and_is_told_where_they_are():
    app = opened(area="990199001001001")

    assert not app.exception
    assert "覆盖指标只到街道（乡镇）一级" in html_of(app)
