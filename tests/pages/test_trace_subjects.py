"""The page of a code that names no indicator."""

from datetime import date

import pytest

from tests.pages.drawing import html_of, page_of
from warehouse.read.connection import current_version
from warehouse.trace_code import Number, encode

pytestmark = pytest.mark.usefixtures("reads_hand_city")

SCORE = Number("KHF-01", "990199001000", "month", date(2026, 3, 1))


def drawn(number: Number) -> str:
    page = page_of("trace", n=encode(number, current_version()) + "#total")
    page.run()
    assert not page.exception
    return html_of(page)


def test_a_score_shows_what_it_is_made_of_and_leads_to_the_ranking():
    html = drawn(SCORE)

    assert "网格治理月度考核得分" in html
    assert "甲街道 · 2026年3月" in html
    assert "按期结案率" in html
    assert "trace?n=OPS-08.990199001.2026M03." in html
    assert "ranking?scheme=grid_monthly&amp;period=2026-03" in html


def test_a_report_leads_to_itself():
    html = drawn(Number("RPT-04", "990199000000", "half", date(2026, 1, 1)))

    assert "半年督查通报" in html
    assert "2026年上半年" in html
    assert "reports?kind=half-yearly&amp;area=990199000000&amp;period=2026-H1" in html


def test_a_score_that_nobody_has_is_said_to_be_none():
    assert "没有 KHF-99 的考核得分" in drawn(SCORE._replace(indicator_code="KHF-99"))
