from dataclasses import replace
from datetime import date, datetime

import polars as pl

from tests.warehouse.report.hand_report import CITY, VERSION, count, hand_report, source
from warehouse.report.document import Figure, Paragraph, Section
from warehouse.report.editions.figures import content_of, numbers_of

REPORT = hand_report(listed=3)
ROWS = numbers_of(REPORT)


def test_every_figure_of_the_report_has_a_row_per_place_where_it_stands():
    assert ROWS.height == len(REPORT.figures)
    assert ROWS["words"].to_list() == [figure.words for figure in REPORT.figures]
    assert ROWS["mark"].to_list() == [figure.source.mark(VERSION) for figure in REPORT.figures]


def test_a_row_says_where_the_figure_stands_and_which_number_it_is():
    assert ROWS.row(5, named=True) == {
        "place": "overall",
        "heading": "一、总体情况",
        "block_no": 1,
        "block": "",
        "position": 6,
        "words": "93.73%",
        "value": 93.7273,
        "text": None,
        "form": '0.00"%"',
        "mark": "OPS-08.9901.2026W46.6FEX-T4N7#v"[:19] + ROWS["mark"][5][19:],
        "code": ROWS["mark"][5].removesuffix("#v"),
        "part": "v",
        "version": VERSION,
        "indicator_code": "OPS-08",
        "area_code": CITY,
        "period_type": "week",
        "period_start": date(2026, 11, 9),
    }


def test_lists_keep_keys_and_moments_as_text():
    cells = ROWS.filter(pl.col("part").str.starts_with("row-2."))

    assert cells["text"].to_list() == ["E00002", "2026-11-09T09:30:00", None]
    assert cells["value"].to_list() == [None, None, 6.3]


def test_annexes_and_slides_come_after_the_sections():
    order = ROWS["place"].unique(maintain_order=True).to_list()

    assert order[:5] == ["overall", "fields", "risks", "annex-1", "annex-2"]
    assert order[5:] == ["slide-1", "slide-2", "slide-3"]


def test_a_figure_of_an_older_version_keeps_that_version():
    older = "20261109T000500-a1b2"
    was = Figure("91.20%", 91.2, source("OPS-08")._replace(version=older))
    rows = numbers_of(
        replace(REPORT, sections=[Section("corrections", "数据更正", [Paragraph([was])])])
    )

    assert rows["version"][0] == older
    assert rows["code"][0] != ROWS["code"][5]


def test_the_same_report_from_another_build_says_the_same():
    later = replace(REPORT, version="20261117T000500-a1b2", cut=datetime(2026, 11, 17))
    coded = replace(
        later, definitions=replace(REPORT.definitions, note="见 OPS-08.9901.2026W46.6FF1-A17J")
    )
    again = replace(
        later, definitions=replace(REPORT.definitions, note="见 OPS-08.9901.2026W46.7000-ABCD")
    )

    assert content_of(later) == content_of(REPORT)
    assert content_of(coded) == content_of(again) != content_of(REPORT)


def test_another_number_or_another_word_is_another_content():
    number = Section("fields", "二、分领域情况", [Paragraph(["受理", count(86, "LAW-18")])])
    word = replace(REPORT, recipients=["市委办公室"])

    assert content_of(replace(REPORT, sections=[*REPORT.sections, number])) != content_of(REPORT)
    assert content_of(word) != content_of(REPORT)
