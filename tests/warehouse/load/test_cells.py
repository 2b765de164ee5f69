"""Single cells: numbers, flags, choices and what is said of bad ones."""

import polars as pl
import pytest

from warehouse.feeds import contract
from warehouse.load.cells import read_values


def read(feed: str, column: str, *cells: object) -> tuple[list[object], list[str]]:
    """The values, and what was wrong."""
    values = read_values(pl.DataFrame({column: cells}), contract(feed), "Asia/Shanghai")
    return values.frame[column].to_list(), [trouble.sentence for trouble in values.troubles]


def test_numbers_may_have_thousands_separators():
    assert read("base/areas", "resident_population", "1,234", "12.0", None)[0] == [1234, 12, None]


def test_a_fraction_is_no_whole_number():
    assert read("base/areas", "resident_population", "1.5") == (
        [None],
        ["常住人口（resident_population）不是整数"],
    )


@pytest.mark.parametrize("cell", ["abc", "nan", "inf", "1-2"])
def test_what_is_no_number_is_said_so(cell: str):
    assert read("program/tasks", "progress", cell) == ([None], ["进度（progress）不是数字"])


def test_flags_in_many_words():
    cells = ("是", "否", "TRUE", "0", "存量", "非积案", "")
    assert read("petition/petitions", "backlog", *cells)[0] == [
        True, False, True, False, True, False, None,
    ]  # fmt: skip


def test_an_unknown_choice_stays_for_the_contract_to_refuse():
    assert read("petition/petitions", "channel", "来信", "VISIT", "传真")[0] == [
        "letter", "visit", "传真",
    ]  # fmt: skip


def test_typed_columns_are_taken_as_they_are():
    assert read("petition/petitions", "backlog", True, None)[0] == [True, None]
    assert read("program/tasks", "progress", 50, 10)[0] == [50.0, 10.0]
    assert read("base/departments", "department_code", 7, 12)[0] == ["7", "12"]


def test_columns_that_are_missing_are_null_in_their_type():
    values = read_values(pl.DataFrame({"team_id": ["T1"]}), contract("teams"), "Asia/Shanghai")
    assert values.frame.schema == contract("teams").types
    assert values.frame["founded_on"].to_list() == [None]
