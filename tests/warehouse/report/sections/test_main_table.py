"""主要指标表: names and numbers of its lines."""

from tests.warehouse.report.sections.hand_facts import hand_facts, line
from warehouse.report.document import words_of
from warehouse.report.sections.main_table import main_table


def row(unit: str, value: float, before: float) -> list[str]:
    known = line("MOR-09", value, unit=unit, previous_value=before) | {"is_kept": True}
    [cells] = main_table(hand_facts("quarterly", lines={"MOR-09": known})).rows
    return [words_of(cell) for cell in cells][:4]


def test_a_unit_that_would_make_numbers_too_long_stands_behind_the_name():
    assert row("小时", 108934.04, 54467.02) == ["MOR-09（小时）", "108934.0", "54467.0", "↑100.00%"]
    assert row("件/万人", 28.78, 33.45) == ["MOR-09（件/万人）", "28.78", "33.45", "↓4.67"]


def test_other_numbers_have_their_unit_with_them():
    assert row("小时", 108.5, 50.0) == ["MOR-09", "108.5小时", "50.0小时", "↑117.00%"]
    assert row("%", 100.0, 98.5)[:3] == ["MOR-09", "100.00%", "98.50%"]


def test_the_workbook_shows_numbers_as_they_are_printed():
    known = line("MOR-09", 108934.04, unit="小时") | {"is_kept": True}
    [cells] = main_table(hand_facts("quarterly", lines={"MOR-09": known})).rows
    assert [cell.form for cell in cells if not isinstance(cell, str)] == ["0.0"]
