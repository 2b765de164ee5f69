"""Office files that are written twice are the same, whatever the clock says."""

import io
import time
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
import xlsxwriter
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from warehouse.report.write.same_bytes import seal_zip

# Midnight in Shanghai is four in the afternoon in Greenwich.
CUT = datetime(2026, 11, 16)


def text(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("按期结案率93.73%")
    document.save(str(path))


def workbook(path: Path) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet().write(0, 0, 93.7273)


def slides(path: Path) -> None:
    deck = pptx.Presentation()
    data = CategoryChartData()
    data.categories = ["东街街道", "西河镇"]
    data.add_series("按期结案率", (96.5, 91.25))
    corner, size = (Inches(1), Inches(1)), (Inches(5), Inches(3))
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *corner, *size, data)
    deck.save(str(path))


@pytest.mark.parametrize("write", [text, workbook, slides])
def test_a_second_later_the_bytes_are_the_same(tmp_path: Path, write: Callable[[Path], None]):
    first, second = tmp_path / "first", tmp_path / "second"
    write(first)
    # Archives keep even seconds only.
    time.sleep(2.1)
    write(second)
    assert first.read_bytes() != second.read_bytes()
    assert seal_zip(first.read_bytes(), CUT) == seal_zip(second.read_bytes(), CUT)


def test_the_file_says_that_it_was_made_at_the_data_cut(tmp_path: Path):
    path = tmp_path / "report.docx"
    text(path)
    path.write_bytes(seal_zip(path.read_bytes(), CUT))
    properties = docx.Document(str(path)).core_properties
    assert properties.created.replace(tzinfo=None) == datetime(2026, 11, 15, 16)
    assert properties.modified.replace(tzinfo=None) == datetime(2026, 11, 15, 16)


def test_workbooks_inside_slides_are_sealed_and_still_open(tmp_path: Path):
    path = tmp_path / "report.pptx"
    slides(path)
    path.write_bytes(seal_zip(path.read_bytes(), CUT))
    with zipfile.ZipFile(path) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".xlsx")]
        inner = io.BytesIO(archive.read(name))
    with zipfile.ZipFile(inner) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 16, 0, 0, 0)}
    assert openpyxl.load_workbook(inner).active["B2"].value == 96.5
    assert pptx.Presentation(str(path)).slides[0].shapes[0].has_chart
