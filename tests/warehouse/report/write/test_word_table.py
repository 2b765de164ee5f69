"""Tables of the Word file: numbers below each other, small ones on one page."""

import re

import pytest

from tests.warehouse.report.hand_report import MAIN, count, overdue, rate
from warehouse.report.document import Column, Table
from warehouse.report.write.word_table import table_xml
from warehouse.report.write.word_xml import Marks

TEXT = 156


def test_a_table_fills_the_width_of_the_text():
    xml = table_xml(MAIN, Marks("20261116T000500-a1b2"), TEXT)
    columns = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', xml)]
    assert len(columns) == 6
    # 156 mm are 8844 twentieths of a point.
    assert sum(columns) == pytest.approx(8844, abs=6)


def test_numbers_of_one_form_end_below_each_other():
    rows = [["东街街道", count(1204, "OPS-01")], ["西河镇", count(97, "OPS-01")], ["南湖街道", "—"]]
    same = Table("表", "", [Column("街道", 20, is_left=True), Column("件数", 10)], rows)
    xml = table_xml(same, Marks("20261116T000500-a1b2"), TEXT)
    assert xml.count('<w:jc w:val="right"/>') == 2
    mixed = [["上报", count(1204, "OPS-01")], ["按期结案率", rate(93.73, "OPS-08")]]
    xml = table_xml(Table("表", "", same.columns, mixed), Marks("20261116T000500-a1b2"), TEXT)
    assert '<w:jc w:val="right"/>' not in xml


def test_a_short_table_stays_on_one_page_and_a_long_one_does_not():
    def kept(whole: Table) -> int:
        return table_xml(whole, Marks("20261116T000500-a1b2"), TEXT).count("<w:keepNext/>")

    # Head, two rows and, with its note, the last one: six cells each.
    assert kept(MAIN) == 4 * 6
    # Head, first row and, above the note, the last two: five cells each.
    assert kept(overdue(60)) == 4 * 5


def test_a_note_is_a_row_without_a_frame():
    xml = table_xml(MAIN, Marks("20261116T000500-a1b2"), TEXT)
    *_, last = xml.split("<w:tr>")
    assert '<w:gridSpan w:val="6"/>' in last
    assert MAIN.note in last
    assert last.count('w:val="nil"') == 3


def test_a_date_is_not_broken_behind_its_hyphens():
    said = Table("表", "", [Column("依据", 9, is_left=True)], [["答复（2020-06-22）"]])
    xml = table_xml(said, Marks("20261116T000500-a1b2"), TEXT)
    assert xml.count("<w:noBreakHyphen/>") == 2


def test_a_note_and_a_table_of_no_rows_are_written():
    empty = Table("表", "表1　清单", [Column("街道", 20)], [], note="注：本期无。")
    xml = table_xml(empty, Marks("20261116T000500-a1b2"), TEXT)
    assert "表1　清单" in xml
    assert "注：本期无。" in xml


def test_a_code_that_does_not_fit_is_broken_behind_its_dots():
    code, text = "OPS-08.990102.2026W46.6FF1-A17J", "字" * 90
    columns = [Column("指标", 1, is_left=True), Column("口径", 9, is_left=True)]
    narrow = Table("表", "", [*columns, *columns, Column("溯源码", 1)], [[text] * 4 + [code]])
    xml = table_xml(narrow, Marks("20261116T000500-a1b2"), TEXT)
    lines = re.findall(r">([^<>]+)</w:t>", xml)[-4:]
    assert lines == ["OPS-08.", "990102.", "2026W46.", "6FF1-A17J"]
    alone = Table("表", "", [Column("溯源码", 1)], [[code]])
    assert code in table_xml(alone, Marks("20261116T000500-a1b2"), TEXT)


def test_a_short_cell_has_its_line_although_digits_stand_apart_from_letters():
    long = "字" * 60
    heads = [Column("问题", 9, is_left=True), Column("措施", 9, is_left=True), Column("逾期", 1)]
    listed = Table("表", "", heads, [[long, long, "516天"]])
    xml = table_xml(listed, Marks("20261116T000500-a1b2"), TEXT)
    widths = [int(width) / 20 for width in re.findall(r'<w:gridCol w:w="(\d+)"', xml)]
    # Three digits of 0.58 and a letter are 2.74 ems; half a one is set apart, 6 points are edges.
    assert widths[2] >= (2.74 + 0.5) * 9 + 6
