"""The volunteers page, drawn for the hand city."""

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.volunteers.concentration import concentration_sentence
from tests.pages.drawing import html_of, page_of

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def opened(**address: str) -> AppTest:
    return page_of("volunteers", **address).run()


def told(app: AppTest, key: str) -> str:
    """What the address says after the page has written to it."""
    value = app.query_params[key]
    return value if isinstance(value, str) else value[-1]


def test_the_page_opens_with_the_running_month_and_the_teams():
    app = opened()

    assert not app.exception
    assert app.selectbox(key="box_period").value == "2026-03"
    assert "志愿团队明细 <span>2 支 · 停歇最久的在前</span>" in html_of(app)
    assert "T2 · 第 1 / 2 支" in html_of(app)


def test_fewer_than_five_people_are_told_as_such():
    html = html_of(opened())

    assert "<td>&lt;5</td>" in html
    assert "&lt;5 人（近 90 日）" in html


def test_the_funnel_of_orders_says_what_waits():
    html = html_of(opened())

    assert "<b>6</b>" in html
    assert "待接单 1 · " in html
    assert "服务中 2 · " in html


def test_the_address_chooses_the_list_and_the_record():
    app = opened(set="service_orders", record="O2")

    assert "服务订单明细 <span>6 单" in html_of(app)
    assert "<small>O2 · 第" in html_of(app)
    assert "过了时限才完成" in html_of(app)


def test_a_step_of_the_funnel_lists_its_orders():
    app = opened()

    app.button(key="goorders_点单").click().run()

    assert told(app, "set") == "service_orders"
    assert "服务订单明细 <span>1 单" in html_of(app)
    assert "O4 · 第 1 / 1 单" in html_of(app)


def test_a_place_is_entered_by_its_row():
    app = opened()

    app.button(key="goplace_990199001000").click().run()

    assert told(app, "area") == "990199001000"
    assert "志愿团队明细 <span>1 支" in html_of(app)


def test_what_is_not_on_offer_does_not_narrow():
    app = opened(set="people", kind="没有", state="x", show="x", page="x", period="nonsense")

    assert not app.exception
    assert "志愿团队明细" in html_of(app)


@pytest.mark.parametrize("period", ["last24h", "last7d", "last30d", "2026-W13", "2026-Q1", "2026"])
def test_every_period_is_understood(period: str):
    assert not opened(period=period).exception


def test_a_community_without_places_below_it_is_told():
    app = opened(area="990199001001", set="social_orgs")

    assert not app.exception
    assert "社会组织明细 <span>10 家" in html_of(app)


def test_registered_volunteers_are_traced_to_rows_and_to_nobody():
    app = opened()

    app.button(key="figtrace_indicators_MOR-02").click().run()

    assert not app.exception
    assert "原始记录" in html_of(app)
    assert "volunteers.csv" in html_of(app)
    assert not [key for key in ("v1", "v2", "v4", "v5") if f">{key}<" in html_of(app)]


@pytest.mark.parametrize("code", ["MOR-04B", "MOR-05", "MOR-09"])
def test_every_panel_with_a_figure_opens_its_trace(code: str):
    app = opened()

    assert not app.button(key=f"headtrace_{code}").click().run().exception


def test_the_curve_says_in_words_who_carries_the_hours():
    rows = pl.DataFrame(
        {
            "volunteers_in_all": [100] * 10,
            "cumulated_share": [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96, 0.98, 1.0],
        }
    )

    assert concentration_sentence(rows) == (
        "服务 100 人中，时长最多的前 10 % 承担 50.0 % 的时长，前一半承担 85.0 %"
    )
