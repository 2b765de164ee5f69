"""The catalogue, one number by its code, and the search, drawn for the hand city."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.indicators.rows import change_cell
from pages.kit.trace_parts import conditions
from tests.pages.drawing import html_of, page_of
from warehouse.read import search
from warehouse.read.connection import current_version, whole_site
from warehouse.trace_code import Number, encode

pytestmark = pytest.mark.usefixtures("reads_hand_city")
MARCH = Number("OPS-08", "990199000000", "month", date(2026, 3, 1))


def drawn(path: str, **address: str) -> AppTest:
    app = page_of(path, **address).run()
    assert not app.exception
    return app


def test_the_catalogue_lists_groups_with_their_indicators():
    body = html_of(drawn("indicators", period="2026-03"))

    assert "<b>闭环运行</b><span>24 项</span>" in body
    assert "OPS-08" in body
    assert "indicators?period=2026-03&amp;code=OPS-08" in body


def test_an_open_indicator_shows_conditions_fraction_and_league():
    body = html_of(drawn("indicators", period="2026-03", code="OPS-08"))

    assert "<li>②分子：其中结案不晚于结案时限的</li>" in body
    assert "按期结案数" in body
    assert 'class="lg"' in body


def test_an_indicator_without_a_value_says_why():
    body = html_of(drawn("indicators", period="2026-03", code="OPS-14", area="990199002000"))

    assert "不是 0" in body


def test_an_unknown_indicator_or_filter_shows_the_list():
    body = html_of(drawn("indicators", code="XXX-99", group="没有", state="?"))

    assert "87 项" in body


def test_a_state_leaves_the_indicators_that_have_it():
    body = html_of(drawn("indicators", period="2026-03", state="planned"))

    assert "尚未接入" in body or "没有符合条件的指标" in body


@pytest.mark.parametrize(
    ("change", "said"), [(0.04, "持平"), (None, "—"), (1.26, "1.3"), (-2.0, "2.0")]
)
def test_a_change_is_told_as_it_is_rounded(change, said):
    row = {"unit": "%", "decimals": 1, "better": "higher"}
    told = change_cell({"change": change, "previous_value": 90.0}, row)

    assert said in "".join(map(str, told))


def test_a_definition_is_told_condition_by_condition():
    assert conditions("①甲；②乙。") == ["①甲", "②乙。"]
    assert conditions("没有编号的一句。") == ["没有编号的一句。"]


def test_a_number_is_opened_by_its_code():
    body = html_of(drawn("trace", n=encode(MARCH, current_version())))

    assert "按期结案率" in body
    assert "ldg_event_closing" in body
    assert "版本清理后仍可凭码查到当时的数" in body


def test_a_number_of_a_deleted_version_is_told_beside_that_of_today():
    body = html_of(drawn("trace", n=encode(MARCH, "20250101T000000-0a1f")))

    assert "当时与现在" in body
    assert "已清理" in body


@pytest.mark.parametrize("code", ["OPS-08", "ops08990199 2026m03 00000000"])
def test_what_is_no_code_is_refused_in_words(code: str):
    assert "溯源码" in html_of(drawn("trace", n=code))


def test_a_code_for_a_place_that_is_not_there_says_so():
    nowhere = MARCH._replace(area_code="110101000000")

    assert "没有数" in html_of(drawn("trace", n=encode(nowhere, current_version())))


def test_the_search_groups_what_it_finds():
    body = html_of(drawn("search", q="街道"))

    assert 'href="place?area=990199001000"' in body
    assert "<h2>区划</h2>" in body


def test_an_event_is_found_by_the_beginning_of_its_number():
    rows = search.by_number(whole_site(), "events", "e0", limit=3)

    assert rows["record_id"].to_list() == ["E01", "E02", "E03"]


def test_a_code_comes_before_words_that_only_contain_it():
    rows = search.by_words(whole_site(), "ops-08", limit=5)

    assert rows["entry_id"][0] == "OPS-08"


def test_all_words_must_be_there():
    rows = search.by_words(whole_site(), "甲街道 社区", limit=9)

    assert set(rows.filter(kind="place")["title"]) >= {"甲一社区", "甲二社区"}
    assert "乙一社区" not in set(rows["title"])
