"""The page of a code says in which final reports the number was printed."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.pages.drawing import html_of, page_of
from tests.warehouse.report.editions.conftest import files_in, report_of
from warehouse.report.document import Figure, Paragraph, Section, Source
from warehouse.report.editions import Issue, seal
from warehouse.settings import Settings, settings
from warehouse.trace_code import Number, encode

REPORTED = Number("OPS-01", "990199000000", "month", date(2026, 3, 1))
SCORE = Number("KHF-01", "990199001000", "month", date(2026, 3, 1))


@pytest.fixture
def site(reads_hand_city: Path, tmp_path: Path) -> Iterator[Settings]:
    """The hand city with one final report of two numbers, one of them printed twice."""
    site = settings()
    count, total = (
        Figure("9件", 9, Source(REPORTED)),
        Figure("28.57分", 28.57, Source(SCORE, "total")),
    )
    body = [Paragraph(["上报", count]), Paragraph(["共", count, "，得", total])]
    report = replace(report_of(site), sections=[Section("overall", "一、总体情况", body)])
    seal(site, report, files_in(tmp_path), Issue("市委政法委"))
    yield site
    shutil.rmtree(site.editions)


def drawn(site: Settings, number: Number) -> str:
    page = page_of("trace", n=encode(number, report_of(site).version))
    page.run()
    assert not page.exception
    return html_of(page)


def test_a_number_names_the_final_report_that_printed_it(site: Settings):
    html = drawn(site, REPORTED)

    assert "印发记录" in html
    assert "示例市市域社会治理工作周报 2026-W46 第1版" in html
    assert "reports?kind=weekly&amp;area=990100000000&amp;period=2026-W46&amp;edition=1" in html
    assert "市委政法委" in html
    assert "印作 9件" in html
    assert "见于一、总体情况" in html


def test_so_does_a_score(site: Settings):
    html = drawn(site, SCORE)

    assert "印作 28.57分" in html


def test_a_number_that_was_never_printed_says_nothing_of_it(site: Settings):
    assert "印发记录" not in drawn(site, REPORTED._replace(indicator_code="OPS-08"))
