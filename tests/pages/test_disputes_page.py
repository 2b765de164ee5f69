"""The page about disputes, drawn for the hand city."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.drawing import html_of, page_of

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def opened(**address: str) -> AppTest:
    app = page_of("disputes", **{"period": "2026-03", **address}).run()
    assert not app.exception
    return app


def test_the_strip_counts_the_disputes_of_march_and_what_is_overdue():
    html = html_of(opened())

    assert "3<small>件</small>" in html
    assert "超期未结" in html


def test_the_overdue_dispute_is_open_beside_the_table_with_its_line_of_time():
    html = html_of(opened())

    assert "J4 · 第 1 / 4 件" in html
    assert "超期 14天" in html
    assert "受理满 30 日未调结" in html


def test_ways_show_a_fraction_where_few_were_concluded():
    html = html_of(opened())

    assert "2/4" in html
    assert "三调联动" in html


def test_a_click_on_a_way_narrows_the_table_and_another_widens_it():
    app = opened()

    app.button(key="hit_ways_人民调解").click().run()
    assert app.query_params["channel"] in ("人民调解", ["人民调解"])
    assert app.selectbox(key="box_channel").value == "人民调解"
    app.button(key="hit_ways_人民调解").click().run()
    assert "channel" not in app.query_params


def test_what_went_up_can_be_listed():
    app = opened(period="2026-02")

    app.button(key="risen_镇街").click().run()

    assert app.text_input(key="box_q").value == "上交"
    assert "J4 · 第 1 / 1 件" in html_of(app)


def test_a_click_on_a_place_of_the_lawsuits_goes_there():
    app = opened()

    app.button(key="hit_lawsuits_990199001000").click().run()

    assert app.selectbox(key="box_place0").value == "990199001000"


def test_every_chart_can_be_read_as_a_table():
    html = html_of(opened(tables="ways.levels.lawsuits"))

    for heading in ("上期受理", "上行率 %", "常住与流动人口"):
        assert heading in html


@pytest.mark.parametrize("code", ["LAW-01", "LAW-02", "LAW-04", "LAW-05"])
def test_every_indicator_opens_its_trace(code: str):
    app = opened()
    buttons = [found for found in app.button if found.key == f"figtrace_indicators_{code}"]

    for button in buttons:
        assert not button.click().run().exception
        assert "原始记录" in html_of(app)
    assert buttons


def test_nothing_found_says_so_in_every_panel():
    html = html_of(opened(q="没有这样的纠纷"))

    assert "筛选条件下没有纠纷" in html
    assert "本期没有纠纷" in html


def test_values_of_the_address_that_are_not_on_offer_do_not_narrow():
    app = opened(kind="没有", channel="x", state="y", department="z", show="w", page="-3")

    assert app.selectbox(key="box_kind").value == ""
    assert "J4 · 第 1 / 4 件" in html_of(app)
