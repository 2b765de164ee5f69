"""The events page, drawn for the hand city."""

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.event_detail import in_words
from tests.pages.drawing import html_of, page_of

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def opened(**address: str) -> AppTest:
    return page_of("events", **address).run()


def test_the_page_shows_the_figures_of_the_address():
    app = opened(period="2026-03")

    assert not app.exception
    assert "演示数据" in html_of(app)
    assert "截至 <b>04-01 00:00</b>" in html_of(app)
    assert "13<small>件</small>" in html_of(app)


def test_the_most_urgent_event_is_open_beside_the_table():
    assert "E04 · 第 1 / 13 件" in html_of(opened(period="2026-03"))


def test_the_address_chooses_event_place_and_html_of():
    app = opened(period="2026-03", area="990199002000", event="E10", q="号事件")

    assert not app.exception
    assert "<small>E10 · 第" in html_of(app)
    assert app.selectbox(key="box_place0").value == "990199002000"
    assert app.text_input(key="box_q").value == "号事件"


def test_what_is_not_on_offer_does_not_narrow():
    app = opened(
        period="nonsense", area="1", matter="没有", source="x", stage="x", show="x", page="-1"
    )

    assert not app.exception
    assert app.selectbox(key="box_matter").value == ""


def test_a_choice_is_written_to_the_address_and_goes_back_to_the_first_page():
    app = opened(period="2026-03", page="2")

    app.selectbox(key="box_source").select("citizen").run()

    assert app.query_params["source"] in ("citizen", ["citizen"])
    assert "page" not in app.query_params
    assert "E14 · 第 1 / 1 件" in html_of(app)


def test_reset_takes_all_filters_out_of_the_address():
    app = opened(period="2026-03", source="citizen", q="E14")

    app.button(key="reset").click().run()

    assert not {"period", "source", "q"} & set(app.query_params)


def test_an_empty_table_says_why_and_offers_a_way_out():
    app = opened(period="2026-03", q="没有这样的事件")

    assert "筛选条件下没有事件" in html_of(app)
    app.button(key="way_去掉 “没有这样的事件”").click().run()
    assert "q" not in app.query_params


@pytest.mark.parametrize("place", range(7))
def test_every_figure_opens_its_trace(place: int):
    app = opened(period="2026-03")
    button = [found for found in app.button if found.key == f"figtrace_events_{place}"]

    for found in button:
        assert not found.click().run().exception
        assert "原始记录" in html_of(app)
    assert button or "—" in html_of(app)


@pytest.mark.parametrize("place", range(7))
def test_every_figure_opens_its_trace_under_filters(place: int):
    app = opened(period="2026-03", source="worker")

    for found in [found for found in app.button if found.key == f"figtrace_events_{place}"]:
        assert not found.click().run().exception
        assert "原始记录" in html_of(app)


def test_the_file_of_an_event_has_words_and_no_codes():
    steps = pl.DataFrame({"kind": ["deadline"], "state": ["closing_due"], "level": ["grid"]})

    assert in_words(steps).row(0) == ("时限", "结案时限", "网格")
