"""Control characters: taken out of whatever the data say, so that every format can be written."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.warehouse.report.hand_report import STREET_CHART, TOTAL, hand_report
from warehouse.report.document import Document, Section, Slide
from warehouse.report.make import WRITERS
from warehouse.report.printable import printable

STRANGE = "东街\x00街\x0b道\x1f\x7f\x85\u2028\ufffe\uffff"


def strange() -> Document:
    """A report of a street with such a name, which a chart shows."""
    chart = replace(STREET_CHART, categories=[STRANGE, "西河镇", "南湖街道"])
    section = Section("overall", STRANGE, [TOTAL, chart], [Slide(TOTAL, chart)])
    return replace(hand_report(), sections=[section], title=STRANGE)


def test_there_is_a_blank_for_each_in_every_text():
    report = printable(strange())

    assert report.title == report.sections[0].title == "东街 街 道      "
    assert printable("甲\t乙\n丙") == "甲\t乙\n丙"


def test_what_has_none_stays_what_it_is():
    report = hand_report()

    assert printable(report) is report


@pytest.mark.parametrize("ending", WRITERS)
def test_every_format_can_be_written(tmp_path: Path, ending: str):
    path = tmp_path / f"report.{ending}"

    WRITERS[ending](printable(strange()), path)

    assert path.stat().st_size > 0
