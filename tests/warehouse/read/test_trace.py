"""Every value is made of exactly the entries that its trace lists, each from a row that exists."""

import csv
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from warehouse.access.scope import Scope
from warehouse.read import trace
from warehouse.read.connection import fetch, whole_site
from warehouse.read.trace import Value
from warehouse.settings import settings

MARCH = date(2026, 3, 1)
pytestmark = pytest.mark.usefixtures("reads_hand_city")


def traced_values(scope: Scope) -> pl.DataFrame:
    """All values of March and of the trailing week at the cut, of the whole and of a street."""
    return fetch(
        scope,
        """
        select
            readings.*,
            catalogue.numerator_measure,
            catalogue.denominator_measure,
            measures.aggregation
        from indicators.indicator_values as readings
        inner join reference.indicators as catalogue
            on readings.indicator_code = catalogue.indicator_code
        inner join reference.measures as measures
            on catalogue.numerator_measure = measures.measure_code
        where (readings.period_type, readings.period_start) in (
            ('month', date '2026-03-01'), ('last7d', date '2026-03-31')
        )
            and (readings.numerator > 0 or readings.denominator > 0)
            and readings.area_code in ('990199000000', '990199002000')
        """,
    )


def entries_of(scope: Scope, row: dict, measure: str) -> pl.DataFrame:
    value = Value(row[measure], row["area_code"], row["period_type"], row["period_start"])
    return trace.entries(scope, value)


@pytest.fixture(scope="module")
def lines() -> dict[str, list[list[str]]]:
    """Files of the landing folder, read once."""
    return {}


def row_of_file(lines: dict[str, list[list[str]]], file: str, number: int) -> list[str]:
    if file not in lines:
        with Path(settings().landing / file).open(newline="", encoding="utf-8-sig") as rows:
            lines[file] = list(csv.reader(rows))
    return lines[file][number - 1]


def check_rows_exist(lines: dict[str, list[list[str]]], entries: pl.DataFrame) -> None:
    for entry in entries.iter_rows(named=True):
        raw = row_of_file(lines, entry["source_file"], entry["source_row"])
        if entry["source_feed"] == "events":
            assert entry["number"] in raw


def test_entries_add_up_to_the_value_and_name_rows_that_exist(lines):
    scope = whole_site()
    values = traced_values(scope).to_dicts()
    assert len({row["indicator_code"] for row in values}) > 25

    for row in values:
        above = entries_of(scope, row, "numerator_measure")
        if row["aggregation"] in {"median", "p90"}:
            assert above.height == row["numerator"], row
        else:
            assert above["value"].sum() == pytest.approx(row["numerator"]), row
        if row["denominator_measure"]:
            below = entries_of(scope, row, "denominator_measure")
            assert below["value"].sum() == pytest.approx(row["denominator"]), row
        check_rows_exist(lines, above)


def test_a_count_has_as_many_entries_as_its_value():
    scope = whole_site()
    counts = traced_values(scope).filter(pl.col("indicator_code").is_in(["OPS-01", "OPS-18"]))

    for row in counts.iter_rows(named=True):
        assert entries_of(scope, row, "numerator_measure").height == row["numerator"]


def test_a_balance_lists_what_is_still_in_stock():
    """E02 ran over its deadline on 4 March and was closed; E04 is open to this day."""
    march = Value("overdue_open", "990199000000", "month", MARCH)

    assert trace.entries(whole_site(), march)["number"].to_list() == ["E04"]


def test_the_parts_of_a_value_add_up_to_it():
    scope = whole_site()
    reported = Value("events_reported", "990199000000", "month", MARCH)

    by_place = trace.by_place(scope, reported)

    assert dict(by_place.select("part", "value").iter_rows()) == {"甲街道": 9, "乙街道": 4}
    assert trace.by_department(scope, reported)["value"].sum() == 13
    assert trace.by_file(scope, reported)["entries"].sum() == 13


def test_a_limit_cuts_the_list_and_keeps_the_latest():
    reported = Value("events_reported", "990199000000", "month", MARCH)

    assert trace.entries(whole_site(), reported, limit=2)["number"].to_list() == ["E13", "E14"]


def test_an_unknown_measure_is_refused():
    nothing = Value("no_such_measure", "990199000000", "month", MARCH)

    with pytest.raises(ValueError, match="no_such_measure"):
        trace.entries(whole_site(), nothing)


def test_a_value_that_is_not_there_has_no_reading():
    found = trace.reading(whole_site(), "OPS-14", "990199002000", "month", MARCH)

    assert found.is_empty()
