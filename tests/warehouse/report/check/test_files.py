"""Every kind in every format, read back and held against the marts; and a forged file is found."""

import shutil
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl.reader.excel import load_workbook

from warehouse.read.connection import whole_site
from warehouse.report.check.files import Verdict, check_file
from warehouse.report.check.identity import NoReportError, facts_of
from warehouse.report.kinds import KINDS
from warehouse.report.make import WRITERS, make
from warehouse.report.sections.contents import CONTENTS
from warehouse.report.template import Template
from warehouse.settings import settings

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT, STREET, COMMUNITY = "990199000000", "990199001000", "990199001001"
# A week with a legal holiday (清明节), and the longer periods that hold it.
STARTS = {
    "week": date(2026, 3, 30),
    "month": date(2026, 3, 1),
    "quarter": date(2026, 1, 1),
    "half": date(2026, 1, 1),
    "year": date(2026, 1, 1),
}


def files(out: Path, kind: str, area: str, start: date | None = None) -> list[Path]:
    return make(
        whole_site(),
        kind=KINDS[kind],
        area_code=area,
        period_start=start or STARTS[KINDS[kind].period_type],
        formats=list(WRITERS),
        out=out,
        template=Template(),
    )


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the weekly report of the district lies as soon as one test has asked for it."""
    return tmp_path_factory.mktemp("shelf")


def weekly(shelf: Path, ending: str, out: Path) -> Path:
    """A copy of it that may be forged."""
    if not any(shelf.iterdir()):
        files(shelf, "weekly", DISTRICT)
    (path,) = shelf.glob(f"*{ending}")
    return Path(shutil.copy(path, out))


def verdict(path: Path) -> Verdict:
    return check_file(facts_of(settings(), path), path)


@pytest.mark.parametrize("kind", sorted(CONTENTS))
@pytest.mark.parametrize("area", [DISTRICT, STREET, COMMUNITY])
def test_no_number_differs_and_none_is_missing(tmp_path: Path, kind: str, area: str):
    for path in files(tmp_path, kind, area):
        found = verdict(path)
        assert found.wrong == [], path.suffix
        assert found.unmarked == [], path.suffix
        assert found.missing == [], path.suffix


def test_a_week_before_the_first_rows_is_told_in_dashes(tmp_path: Path):
    """Zero denominators everywhere, and still nothing to complain of."""
    for path in files(tmp_path, "weekly", DISTRICT, date(2026, 3, 2)):
        assert verdict(path).is_right, path.suffix


def test_a_changed_number_in_word_is_found(tmp_path: Path, shelf: Path):
    path = weekly(shelf, ".docx", tmp_path)
    document = docx.Document(str(path))
    control = next(iter(document.element.body.iter(qn("w:sdt"))))
    text = next(iter(control.iter(qn("w:t"))))
    text.text = "777件"
    document.save(str(path))

    found = verdict(path)

    assert [fault.said for fault in found.wrong] == ["777件"]
    assert not found.is_right


def test_a_number_typed_over_in_excel_is_found(tmp_path: Path, shelf: Path):
    path = weekly(shelf, ".xlsx", tmp_path)
    book = load_workbook(path)
    cell = next(
        cell
        for row in book["主要指标"].iter_rows()
        for cell in row
        if cell.comment and isinstance(cell.value, int | float)
    )
    cell.value += 1
    book.save(path)

    assert len(verdict(path).wrong) == 1


def test_a_number_without_a_mark_is_found(tmp_path: Path, shelf: Path):
    path = weekly(shelf, ".docx", tmp_path)
    document = docx.Document(str(path))
    document.paragraphs[5].add_run("另有12件")
    document.save(str(path))

    assert len(verdict(path).unmarked) == 1


def test_a_file_that_is_no_report_is_refused(tmp_path: Path):
    path = tmp_path / "notes.docx"
    docx.Document().save(str(path))

    with pytest.raises(NoReportError, match="its code is not in the file"):
        verdict(path)


def test_two_reports_of_one_version_are_the_same_bytes(tmp_path: Path, shelf: Path):
    for second in files(tmp_path / "two", "weekly", DISTRICT):
        first = weekly(shelf, second.suffix, tmp_path)
        assert first.read_bytes() == second.read_bytes(), second.suffix
