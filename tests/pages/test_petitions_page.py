"""The page about petitions, drawn for the hand city."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.petitions.stock import stock_figure, stock_sentence
from tests.pages.drawing import html_of, page_of
from warehouse.read import petitions
from warehouse.read.connection import whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT = "990199000000"


def opened(**address: str) -> AppTest:
    app = page_of("petitions", **{"period": "2026-03", **address}).run()
    assert not app.exception
    return app


def test_the_most_overdue_petition_is_open_with_the_clock_it_missed():
    html = html_of(opened())

    assert "P4 · 第 1 /" in html
    assert "超期 15天" in html
    assert "办理答复 60 日" in html
    assert "法定 60 日届满未完成" in html


def test_no_leader_and_no_petitioner_is_named():
    html = html_of(opened(record="P4"))

    assert "包案" in html
    assert "区委书记" not in html
    assert "k4" not in html


def test_channels_are_the_four_of_the_field():
    html = html_of(opened())

    assert "信访网电" in html
    assert all(f'<span title="{name}">{name}</span>' in html for name in "网访")


def test_a_click_on_a_channel_narrows_the_page():
    app = opened()

    app.button(key="hit_channel_网").click().run()

    assert app.selectbox(key="box_channel").value == "网"


def test_clocks_show_few_as_fractions_and_rights_in_words():
    html = html_of(opened())

    assert "1/2" in html
    assert "2/3" in html
    assert "期满 0，提出 0" in html


def test_a_click_on_a_clock_lists_who_waits_on_it():
    app = opened()

    app.button(key="hit_clocks_reply").click().run()

    assert app.text_input(key="box_q").value == "办理答复"
    assert "P4 · 第 1 / 2 件" in html_of(app)


def test_marks_of_what_is_open_list_it_and_let_go_of_it():
    app = opened()

    app.button(key="mark_积案").click().run()
    assert app.query_params["show"] in ("open", ["open"])
    assert "P4 · 第 1 / 1 件" in html_of(app)
    app.button(key="mark_积案").click().run()
    assert not {"q", "show"} & set(app.query_params)


def test_a_click_on_a_repeated_matter_opens_its_latest_petition():
    app = opened()

    app.button(key="hit_matters_P8").click().run()

    assert app.query_params["record"] in ("P8", ["P8"])
    assert "第 2 次，首件 P7" in html_of(app)


def test_a_month_without_hearing_or_consultation_is_marked():
    html = html_of(opened())

    assert "听证 1、会商 1、领导接访 1" in html
    assert "2026-02：听证 0、会商 0、领导接访 0" in html


@pytest.mark.parametrize("code", ["LAW-12", "LAW-23", "LAW-10", "LAW-13A"])
def test_every_rate_of_what_was_resolved_opens_its_trace(code: str):
    app = opened()

    app.button(key=f"hit_resolved_{code}").click().run()

    assert not app.exception
    assert "原始记录" in html_of(app)


def test_every_chart_can_be_read_as_a_table():
    html = html_of(opened(tables="clocks.meetings.stock.matters"))

    for heading in ("信访工作条例", "领导接访", "月初未结", "最近一件"):
        assert heading in html


def test_the_stock_is_told_for_those_who_do_not_see_it():
    months = petitions.months(whole_site(), DISTRICT, date(2026, 3, 31), count=12)

    assert "2026-03 月末未结 5 件，其中存量 1 件；当月新收 3 件，办结 2 件" in stock_sentence(
        months
    )
    assert [len(trace.x) for trace in stock_figure(months).data] == [months.height] * 4


def test_a_grid_has_no_stock_and_says_so():
    assert "没有按月存量" in html_of(opened(area="990199001001001"))
