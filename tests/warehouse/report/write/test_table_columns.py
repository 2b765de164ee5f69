"""Columns of a printed table get the room that their words need."""

import pytest

from warehouse.report.document import Column, Table
from warehouse.report.write.table_columns import (
    TURNED,
    column_widths,
    is_kept_whole,
    is_torn,
    is_turned,
    pieces,
    table_size,
)

# 156 mm are 442.2 points: 42.1 ems of 10.5 points, 49.1 of 9.
ROOM, SMALL_ROOM = 156 / 25.4 * 72 / 10.5, 156 / 25.4 * 72 / 9


def table(*columns: tuple[str, float, str]) -> Table:
    heads = [Column(head, width) for head, width, _ in columns]
    return Table("表", "", heads, [[cell for _, _, cell in columns]] * 3)


def test_columns_fill_the_room():
    widths = column_widths(table(("序号", 1, "1"), ("地点", 3, "东街街道第一社区")))
    assert sum(widths) == pytest.approx(ROOM)


def test_spare_room_is_shared_as_the_table_says():
    # Each needs 2 ems and a margin of 1; what is left goes one part to three.
    first, second = column_widths(table(("甲乙", 1, ""), ("丙丁", 3, "")))
    assert (second - 3) == pytest.approx(3 * (first - 3))


def test_a_short_column_keeps_its_line_beside_a_long_one():
    # 16 signs of half breadth and a little (0.58), and a margin of 1.
    widths = column_widths(table(("时限", 1, "2026-11-09 09:30"), ("事项", 9, "字" * 200)))
    assert widths == pytest.approx([10.28, ROOM - 10.28])


def test_columns_of_sentences_have_as_many_lines_as_one_another():
    first, second = column_widths(table(("甲", 1, "字" * 100), ("乙", 1, "字" * 300)))
    # The heads count a little too.
    assert second / first == pytest.approx(3, rel=0.01)


def test_a_number_is_never_broken():
    numbers = [("数", 1.0, "1234567.1234567")] * 3
    widths = column_widths(table(*numbers, ("事项", 97, "字" * 200)))
    assert min(widths[:3]) >= 15 * 0.58
    assert sum(widths) == pytest.approx(ROOM)


def test_a_table_that_is_a_little_too_broad_is_set_small():
    # Four columns of 10 ems and a margin are 44.
    broad = table(*[("列", 1.0, "字" * 10)] * 4)
    assert table_size(broad) == 9
    assert sum(column_widths(broad)) == pytest.approx(SMALL_ROOM)
    assert table_size(broad, TURNED) == 10.5


def test_few_columns_of_sentences_are_not_set_small():
    assert table_size(table(("甲", 1, "字" * 100), ("乙", 1, "字" * 100))) == 10.5


def test_long_codes_may_break_behind_their_dots():
    assert pieces("OPS-08.990102.2026W46") == ["OPS-", "08.", "990102.", "2026W46"]
    assert pieces("93.73%") == ["93.73%"]


def test_a_table_is_turned_when_its_rows_would_be_high():
    long = "字" * 40
    assert is_turned(table(("事项", 1, long), ("进展", 1, long), ("措施", 1, long)))
    assert not is_turned(table(("事项", 1, long), ("单位", 1, "市住建局")))


def test_a_table_of_many_columns_is_turned_when_that_gives_its_rows_one_line():
    # Twelve columns of 5 ems and a margin: 72 ems, where 49 are across and 77 along.
    assert is_turned(table(*[("列", 1.0, "字" * 5)] * 12))
    assert not is_turned(table(*[("列", 1.0, "字" * 5)] * 9))
    assert not is_turned(table(*[("列", 1.0, "字" * 3)] * 12))


def test_a_table_without_rows_stays_upright_and_whole():
    empty = Table("表", "", [Column("事项")], [])
    assert not is_turned(empty)
    assert is_kept_whole(empty)


def test_a_small_table_is_not_broken_over_two_pages():
    # Three rows of two lines each, or of six.
    assert is_kept_whole(table(("事项", 1, "字" * 80)))
    assert not is_kept_whole(table(("事项", 1, "字" * 210)))


def test_numbers_are_torn_in_columns_that_are_too_narrow():
    # A number needs 9 times 0.58 ems and a margin of 1: twelve 74.6 of 49.1, or of 77.2 turned.
    numbers = table(*[("数", 1, "123456.78")] * 12)
    assert is_torn(numbers)
    assert not is_torn(numbers, TURNED)


def test_names_of_streets_are_torn_too_but_long_text_is_not():
    # Each needs 4 ems and a margin of 1: twelve 60 of 49.1.
    assert is_torn(table(*[("街道", 1, "南园街道")] * 12))
    assert not is_torn(table(*[("街道", 1, "南园街道")] * 8))
    assert not is_torn(table(("事项", 1, "字" * 90), ("措施", 1, "字" * 90)))
