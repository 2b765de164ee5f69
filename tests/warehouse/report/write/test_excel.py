"""The workbook: every number as a number, with its 溯源码; text as text."""

import re
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.warehouse.report.hand_report import (
    CITY,
    STREET_CHART,
    VERSION,
    count,
    hand_report,
    overdue,
    source,
)
from warehouse.report.document import (
    DEMO_WORDS,
    Annex,
    Column,
    Document,
    Figure,
    Section,
    Series,
    Slide,
    Table,
)
from warehouse.report.write.excel import write_excel

HEAD_ROW = 5


@pytest.fixture(scope="module")
def report() -> Document:
    return hand_report()


@pytest.fixture(scope="module")
def book(report: Document, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return written(report, tmp_path_factory.mktemp("excel"))


def written(report: Document, folder: Path) -> Any:
    path = folder / "report.xlsx"
    write_excel(report, path)
    return openpyxl.load_workbook(path)


def marked_cells(sheet: Any) -> dict[str, Any]:
    """Value of every cell with a comment, by the mark in it."""
    return {
        cell.comment.text: cell.value for row in sheet.iter_rows() for cell in row if cell.comment
    }


def table(*rows: list[Any], name: str = "表") -> Table:
    return Table(name, "", [Column("甲"), Column("乙")], rows)


def with_tables(*tables: Table) -> Document:
    return replace(hand_report(), sections=[Section("all", "一、总体情况", tables)], annexes=[])


def test_every_table_and_chart_has_a_sheet_and_the_first_says_what_it_is(book: Any):
    assert book.sheetnames == ["说明", "主要指标", "街道按期结案率", "超期未结", "口径说明"]
    words = [str(cell.value) for row in book["说明"].iter_rows() for cell in row if cell.value]
    assert words[0] == "示例市市域社会治理工作周报"
    assert {"2026年第46周（11月9日—11月15日）", VERSION, "第1版（未定稿）"} <= set(words)
    assert "RPT-01.9901.2026W46.6EWS-XCNJ" in words


def test_the_first_sheet_links_to_all_others(book: Any):
    links = [
        cell.hyperlink.location
        for row in book["说明"].iter_rows()
        for cell in row
        if cell.hyperlink
    ]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_every_figure_is_a_number_with_its_mark(report: Document, book: Any):
    found = {mark: value for sheet in book for mark, value in marked_cells(sheet).items()}
    in_blocks = [
        figure for block in report.blocks if hasattr(block, "name") for figure in block.figures
    ]
    assert len(in_blocks) == 7 + 2 + 3 * 60
    for figure in in_blocks:
        assert found[figure.source.mark(VERSION)] == figure.value


def test_a_number_is_shown_as_it_is_printed(book: Any):
    assert book["主要指标"]["B7"].value == 93.7273
    assert book["主要指标"]["B7"].number_format == '0.00"%"'
    assert book["主要指标"]["D7"].number_format == '"↑"0.00;"↓"0.00;"→"'


def test_the_comment_is_the_mark_alone_and_names_nobody(report: Document, tmp_path: Path):
    comment = written(report, tmp_path)["主要指标"]["B7"].comment
    assert comment.text == source("OPS-08").mark(VERSION)
    with zipfile.ZipFile(tmp_path / "report.xlsx") as file:
        assert b"<authors><author></author></authors>" in file.read("xl/comments1.xml")


def test_the_font_is_ours_and_not_that_of_the_theme(report: Document, tmp_path: Path):
    written(report, tmp_path)
    with zipfile.ZipFile(tmp_path / "report.xlsx") as file:
        styles = file.read("xl/styles.xml").decode()
    assert "<scheme" not in styles
    assert set(re.findall(r'<name val="([^"]*)"', styles)) == {"微软雅黑", "Tahoma"}  # of comments


def test_a_day_is_a_day(book: Any):
    assert book["超期未结"]["D6"].value == datetime(2026, 11, 9, 9, 30)
    assert book["超期未结"]["D6"].number_format == "yyyy-mm-dd hh:mm"


def test_the_workbook_has_every_row_and_paper_only_the_first(book: Any):
    assert book["超期未结"]["A65"].value == "60"
    assert book["超期未结"].auto_filter.ref == "A5:E65"


def test_what_is_missing_is_a_dash_or_empty_and_never_zero(book: Any):
    assert book["主要指标"]["B8"].value == "—"
    assert book["街道按期结案率"]["B8"].value is None


def test_the_chart_is_native_and_leaves_gaps(book: Any):
    (chart,) = book["街道按期结案率"]._charts
    assert chart.barDir == "bar"
    assert chart.display_blanks == "gap"
    assert chart.series[0].val.numRef.f == "街道按期结案率!$B$6:$B$8"


@pytest.mark.parametrize("words", ["=1+1", "+86", "-3", "@SUM(A1)", "http://example.com"])
def test_text_stays_text_whatever_it_begins_with(words: str, tmp_path: Path):
    sheet = written(with_tables(table([words, "乙"])), tmp_path)["表"]
    assert (sheet["A6"].value, sheet["A6"].data_type) == (words, "s")
    assert sheet["A6"].hyperlink is None


def test_names_of_sheets_are_made_such_as_excel_takes_them(tmp_path: Path):
    names = ["A/B:C", "a/b:c", "说明", "长" * 40, "长" * 40]
    book = written(with_tables(*(table(["1", "2"], name=name) for name in names)), tmp_path)
    assert book.sheetnames == [
        "说明", "A·B·C", "a·b·c（2）", "说明（2）", "长" * 31, "长" * 28 + "（2）", "口径说明",
    ]  # fmt: skip


def test_what_only_the_meeting_sees_has_a_sheet_before_the_definitions(tmp_path: Path):
    report = hand_report()
    seen = Slide(report.slides[0].conclusion, table(["甲", count(3, "OPS-18")], name="会议用表"))
    report = replace(report, sections=[replace(report.sections[0], slides=[seen])], annexes=[])
    book = written(report, tmp_path)
    assert book.sheetnames == ["说明", "主要指标", "街道按期结案率", "会议用表", "口径说明"]
    assert marked_cells(book["会议用表"]) == {source("OPS-18").mark(VERSION): 3}


def test_an_empty_table_keeps_its_head(tmp_path: Path):
    sheet = written(with_tables(table()), tmp_path)["表"]
    assert [cell.value for cell in sheet[HEAD_ROW]] == ["甲", "乙"]


def test_every_page_says_cut_version_and_that_the_data_are_invented(report: Document, book: Any):
    for sheet in book:
        assert report.footer in sheet.oddFooter.left.text
        assert DEMO_WORDS in {cell.value for row in sheet.iter_rows(max_row=3) for cell in row}
        assert DEMO_WORDS in sheet.oddHeader.right.text


def test_real_data_carry_no_mark_of_invention(tmp_path: Path):
    for sheet in written(hand_report(demo=False), tmp_path):
        assert DEMO_WORDS not in {cell.value for row in sheet.iter_rows() for cell in row}


def test_sheets_are_printed_across_as_wide_as_a_page_with_their_heads_on_each(book: Any):
    sheet = book["超期未结"]
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.freeze_panes == "B6"


def test_the_same_report_gives_the_same_bytes(report: Document, tmp_path: Path):
    for name in ("one.xlsx", "two.xlsx"):
        write_excel(report, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_a_long_list_stays_small(tmp_path: Path):
    report = with_tables()
    report = replace(report, annexes=[Annex("超期未结事项清单", [overdue(3000)])])
    path = tmp_path / "long.xlsx"
    write_excel(report, path)
    assert path.stat().st_size < 1_000_000


def test_a_figure_of_a_key_is_text_with_a_mark(tmp_path: Path):
    key = Figure("E1", "E1", source("OPS-18", "row-1.event_id", CITY))
    sheet = written(with_tables(table([key, "乙"])), tmp_path)["表"]
    assert sheet["A6"].value == "E1"
    assert sheet["A6"].comment.text.endswith("#row-1.event_id")


def test_columns_and_bars_have_no_dots(report: Document, tmp_path: Path):
    # Excel offers to repair a file in which a bar has a marker.
    written(report, tmp_path)
    with zipfile.ZipFile(tmp_path / "report.xlsx") as file:
        assert b"<c:marker>" not in file.read("xl/charts/chart1.xml")


def test_a_chart_without_any_value_keeps_its_categories(tmp_path: Path):
    chart = replace(STREET_CHART, series=[Series("按期结案率", [None, None, None])])
    report = replace(hand_report(), sections=[Section("all", "一、总体情况", [chart])], annexes=[])
    sheet = written(report, tmp_path)["街道按期结案率"]
    assert [sheet.cell(row, 1).value for row in (6, 7, 8)] == ["东街街道", "西河镇", "南湖街道"]
    assert [sheet.cell(row, 2).value for row in (6, 7, 8)] == [None, None, None]
