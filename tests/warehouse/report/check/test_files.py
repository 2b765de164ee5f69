"""Every kind in every format, read back and held against the marts; and a forged file is found."""

import shutil
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl.reader.excel import load_workbook

from tests.warehouse.report.check.conftest import (
    COMMUNITY,
    DISTRICT,
    STREET,
    file,
    files,
    verdict,
)
from warehouse.report.check.identity import NoReportError
from warehouse.report.sections.contents import CONTENTS

pytestmark = pytest.mark.usefixtures("reads_hand_city")


@pytest.mark.parametrize("kind", sorted(CONTENTS))
@pytest.mark.parametrize("area", [DISTRICT, STREET, COMMUNITY])
def test_no_number_and_no_word_differs_and_none_is_missing(tmp_path: Path, kind: str, area: str):
    for path in files(tmp_path, kind, area):
        found = verdict(path)
        assert found.wrong == [], path.suffix
        assert found.unmarked == [], path.suffix
        assert found.missing == [], path.suffix
        assert found.altered == [], path.suffix
        assert found.uncompared == "", path.suffix


def test_a_week_before_the_first_rows_is_told_in_dashes(tmp_path: Path):
    """Zero denominators everywhere, and still nothing to complain of."""
    for path in files(tmp_path, "weekly", DISTRICT, date(2026, 3, 2)):
        assert verdict(path).is_right, path.suffix


def test_a_changed_number_in_word_is_found(tmp_path: Path):
    path = file(tmp_path, "docx")
    document = docx.Document(str(path))
    control = next(iter(document.element.body.iter(qn("w:sdt"))))
    text = next(iter(control.iter(qn("w:t"))))
    text.text = "777件"
    document.save(str(path))

    found = verdict(path)

    assert [fault.said for fault in found.wrong] == ["777件"]
    assert not found.is_right


def test_a_number_typed_over_in_excel_is_found(tmp_path: Path):
    path = file(tmp_path, "xlsx")
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


def test_a_number_without_a_mark_is_found(tmp_path: Path):
    path = file(tmp_path, "docx")
    document = docx.Document(str(path))
    document.paragraphs[5].add_run("另有12件")
    document.save(str(path))

    assert len(verdict(path).unmarked) == 1


def test_a_file_that_is_no_report_is_refused(tmp_path: Path):
    path = tmp_path / "notes.docx"
    docx.Document().save(str(path))

    with pytest.raises(NoReportError, match="its code is not in the file"):
        verdict(path)


def test_two_reports_of_one_version_are_the_same_bytes(tmp_path: Path):
    first = files(tmp_path / "one", "weekly", DISTRICT)
    second = files(tmp_path / "two", "weekly", DISTRICT)

    for one, two in zip(first, second, strict=True):
        assert one.read_bytes() == two.read_bytes(), one.suffix
    shutil.rmtree(tmp_path)
