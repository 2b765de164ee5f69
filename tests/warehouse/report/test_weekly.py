"""The weekly report of the hand city, opened as its reader would open it."""

from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from warehouse.read.connection import whole_site
from warehouse.report import NoSuchReportError, UnknownFormatError, weekly

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT = "990199000000"
WEEK_13 = date(2026, 3, 23)


def written(out: Path, week: date = WEEK_13, area: str = DISTRICT) -> tuple[Path, Path]:
    word, excel = weekly(
        whole_site(), area_code=area, period_start=week, formats=["docx", "xlsx"], out=out
    )
    return word, excel


def words_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in document.paragraphs), *cells])


def test_the_sentences_carry_the_numbers_of_the_week(tmp_path: Path):
    """One event reported, one due and closed in time, one still open past its deadline."""
    words = words_of(written(tmp_path)[0])

    assert "2026年第13周（3月23日—3月29日）" in words
    assert "本周全区共上报网格事件1件" in words
    assert "应结案1件，结案1件，结案率100.00%" in words
    assert "期末超期未结1件" in words


def test_what_has_no_value_is_a_dash_and_is_named(tmp_path: Path):
    word, excel = written(tmp_path)

    assert "下列指标本周分母为零或无数据" in words_of(word)
    sheet = openpyxl.load_workbook(excel)["主要指标"]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=6)}
    assert rows["OPS-14"][5].value is None
    assert rows["OPS-08"][5].value == 100


def test_every_page_and_sheet_says_that_the_data_are_made_up(tmp_path: Path):
    word, excel = written(tmp_path)
    section = docx.Document(str(word)).sections[0]

    assert "演示数据" in section.header.paragraphs[0].text
    assert "演示数据" in section.even_page_header.paragraphs[0].text
    for sheet in openpyxl.load_workbook(excel):
        assert "演示数据" in str(sheet["A3"].value)


def test_figures_carry_the_code_of_their_indicator(tmp_path: Path):
    body = docx.Document(str(written(tmp_path)[0])).element.xml

    assert 'w:name="OPS_01_1"' in body
    assert "OPS_18_" in body


def test_the_overdue_list_is_as_long_as_the_indicator_says(tmp_path: Path):
    book = openpyxl.load_workbook(written(tmp_path)[1])
    counted = {row[0].value: row[5].value for row in book["主要指标"].iter_rows(min_row=6)}
    listed = [row[0].value for row in book["超期未结"].iter_rows(min_row=6)]

    assert len([place for place in listed if isinstance(place, int)]) == counted["OPS-18"]


def test_every_line_has_its_definition(tmp_path: Path):
    book = openpyxl.load_workbook(written(tmp_path)[1])
    lines = [row[0].value for row in book["主要指标"].iter_rows(min_row=6) if row[2].value]
    defined = [row[0].value for row in book["口径说明"].iter_rows(min_row=6)]

    assert [code for code in defined if code] == lines


def test_a_week_that_still_runs_says_so(tmp_path: Path):
    assert "本周尚未结束" in words_of(written(tmp_path, date(2026, 3, 30))[0])


def test_a_community_has_a_report_without_places_below(tmp_path: Path):
    words = words_of(written(tmp_path, area="990199001001")[0])

    assert "全社区共上报网格事件" in words


def test_an_unknown_place_is_refused(tmp_path: Path):
    with pytest.raises(NoSuchReportError, match="place 1"):
        written(tmp_path, area="1")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path):
    with pytest.raises(UnknownFormatError, match="docx, xlsx"):
        weekly(
            whole_site(),
            area_code=DISTRICT,
            period_start=WEEK_13,
            formats=["docx", "odt"],
            out=tmp_path,
        )
    assert list(tmp_path.iterdir()) == []
