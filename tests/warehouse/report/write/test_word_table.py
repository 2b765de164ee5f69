"""Tables take the largest letters at which nothing short is broken."""

from tests.warehouse.report.hand_report import DEFINITIONS, MAIN, count, overdue, rate
from warehouse.report.document import Column, Table
from warehouse.report.write.word_table import fit, table_xml
from warehouse.report.write.word_xml import Marks

TEXT = 156


def table(columns: int, cell: str) -> Table:
    return Table("表", "", [Column("列", 10)] * columns, [[cell] * columns])


def test_a_small_table_is_set_in_twelve_points_over_the_whole_text():
    way = fit(MAIN, TEXT)
    assert way.size == 12
    # 156 mm are 442.2 points.
    assert round(sum(way.widths), 1) == 442.2


def test_a_table_of_long_text_is_set_smaller():
    assert fit(DEFINITIONS, TEXT).size == 9


def test_what_does_not_fit_even_small_is_tight():
    assert not fit(table(4, "2026-11-09"), TEXT).is_tight
    assert fit(table(9, "2026-11-09"), TEXT).is_tight
    assert not fit(table(9, "2026-11-09"), 225).is_tight


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
    # Head, first row and the last one: five cells each.
    assert kept(overdue(60)) == 3 * 5


def test_a_note_and_a_table_of_no_rows_are_written():
    empty = Table("表", "表1　清单", [Column("街道", 20)], [], note="注：本期无。")
    xml = table_xml(empty, Marks("20261116T000500-a1b2"), TEXT)
    assert "表1　清单" in xml
    assert "注：本期无。" in xml
