"""Columns of a printed table get the room that their words need."""

import pytest

from warehouse.report.document import Column, Table
from warehouse.report.write.pdf_columns import UPRIGHT, column_widths, is_turned, pieces


def table(*columns: tuple[str, float, str]) -> Table:
    heads = [Column(head, width) for head, width, _ in columns]
    return Table("表", "", heads, [[cell for _, _, cell in columns]] * 3)


def test_columns_fill_the_room():
    widths = column_widths(table(("序号", 1, "1"), ("地点", 3, "东街街道第一社区")))
    assert sum(widths) == pytest.approx(UPRIGHT)


def test_spare_room_is_shared_as_the_table_says():
    # Each needs 2 characters and a margin of 1; of the 36 that are left they get 1 and 3 parts.
    assert column_widths(table(("甲乙", 1, ""), ("丙丁", 3, ""))) == [12, 30]


def test_a_short_column_keeps_its_line_beside_a_long_one():
    # 16 signs of half breadth and a little (0.58) and a margin of 1.
    widths = column_widths(table(("时限", 1, "2026-11-09 09:30"), ("事项", 9, "字" * 200)))
    assert widths == pytest.approx([10.28, UPRIGHT - 10.28])


def test_a_number_is_never_broken():
    # 12 signs that no line may break; its share would be a hundredth.
    widths = column_widths(table(("数", 1, "1234567.1234"), ("事项", 99, "字" * 200)))
    assert widths[0] == pytest.approx(12 * 0.58 + 1)


def test_several_narrow_columns_take_their_room_from_the_wide_one():
    numbers = [("数", 1.0, "1234567.1234567")] * 3
    widths = column_widths(table(*numbers, ("事项", 97, "字" * 200)))
    assert min(widths[:3]) >= 15 * 0.58
    assert sum(widths) == pytest.approx(UPRIGHT)


def test_long_codes_may_break_behind_their_dots():
    assert pieces("OPS-08.990102.2026W46") == ["OPS-", "08.", "990102.", "2026W46"]
    assert pieces("93.73%") == ["93.73%"]


def test_a_table_is_turned_when_its_rows_would_be_high():
    long = "字" * 40
    assert is_turned(table(("事项", 1, long), ("进展", 1, long), ("单位", 1, "市住建局")))
    assert not is_turned(table(("事项", 1, long), ("单位", 1, "市住建局")))


def test_a_table_without_rows_stays_upright():
    assert not is_turned(Table("表", "", [Column("事项")], []))
