"""Every computed indicator on a city small enough to work out on paper.

`tests/hand_city/expected/*.csv` hold the paper work: value, numerator, denominator and why.
"""

import csv
from datetime import date, datetime
from functools import partial
from pathlib import Path

import duckdb
import polars as pl
import pytest

from warehouse.access.scope import Scope
from warehouse.build import build, current
from warehouse.read import trace
from warehouse.read.connection import whole_site
from warehouse.settings import ROOT, Settings

FOLDER = ROOT / "tests" / "hand_city"
EXPECTED = [
    row
    for path in sorted((FOLDER / "expected").glob("*.csv"))
    for row in csv.DictReader(path.open(encoding="utf-8"))
]
#: What the foundation promises; the two-series indicators by their letters.
PROMISED = {
    *[f"OPS-{number:02}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13)],
    *["OPS-11A", "OPS-11B", "OPS-12A", "OPS-12B", "OPS-12C", "OPS-12D"],
    *["LAW-01", "LAW-02", "LAW-07", "LAW-08", "LAW-09", "LAW-10", "LAW-11"],
    *["LAW-13A", "LAW-13B", "LAW-14", "MOR-02", "MOR-03", "MOR-04A", "MOR-04B", "MOR-06"],
    *["POL-03", "POL-04", "SMT-01"],
}
#: Entries of these weigh hours or are summed up upstream: fewer rows than the numerator says.
WEIGHED = {
    *["OPS-12A", "OPS-12B", "OPS-12C", "OPS-12D", "MOR-04A", "MOR-09"],
    *["OPS-17", "SMT-02", "SMT-03", "SMT-06B", "LAW-17"],
    *["LAW-05", "LAW-27"],
}


def _named(row: dict[str, str]) -> str:
    keys = ("indicator_code", "area_code", "period_type", "period_start")
    return " ".join(row[key] for key in keys)


@pytest.fixture
def scope(reads_hand_city: Path) -> Scope:
    """The whole hand city."""
    return whole_site()


@pytest.mark.parametrize("row", EXPECTED, ids=_named)
def test_an_indicator_has_the_value_worked_out_on_paper(row: dict[str, str], scope: Scope):
    found = _reading(scope, row)

    if not row["value"]:
        assert found.is_empty(), row["why"]
        return
    numbers = found.row(0, named=True)
    assert numbers["numerator"] == pytest.approx(float(row["numerator"])), row["why"]
    assert numbers["value"] == pytest.approx(float(row["value"])), row["why"]
    if row["denominator"]:
        assert numbers["denominator"] == pytest.approx(float(row["denominator"])), row["why"]
    else:
        assert numbers["denominator"] is None


@pytest.mark.parametrize(
    "row", [row for row in EXPECTED if row["value"] and float(row["numerator"])], ids=_named
)
def test_a_trace_returns_what_the_numerator_counts_with_rows_that_exist(
    row: dict[str, str], scope: Scope
):
    found = _reading(scope, row).row(0, named=True)
    entries = partial(
        trace.entries,
        scope,
        trace.Value(
            found["numerator_measure"],
            row["area_code"],
            row["period_type"],
            date.fromisoformat(row["period_start"]),
        ),
    )()

    if found["numerator_aggregation"] in ("median", "p90"):
        assert entries.height == found["numerator"]
    else:
        assert entries["value"].sum() == pytest.approx(found["numerator"])
    if row["indicator_code"] not in WEIGHED and found["numerator_aggregation"] in (
        "sum", "balance", "distinct",
    ):  # fmt: skip
        assert entries.height == found["numerator"]
    for file, line in entries.select("source_file", "source_row").iter_rows():
        lines = (FOLDER / "feeds" / file).read_text(encoding="utf-8").splitlines()
        assert 2 <= line <= len(lines), f"{file}:{line}"


def test_every_computed_indicator_has_been_worked_out(scope: Scope, hand_city: Settings):
    served = current(hand_city)
    assert served is not None
    with duckdb.connect(str(served.warehouse), read_only=True) as connection:
        computed = connection.execute(
            "select indicator_code from reference.indicators where status = 'computed'"
        ).fetchall()

    assert {code for (code,) in computed} == {row["indicator_code"] for row in EXPECTED}
    assert {row["indicator_code"] for row in EXPECTED} >= PROMISED


@pytest.mark.slow
def test_two_builds_of_the_same_feeds_agree_row_by_row(hand_city: Settings):
    first = current(hand_city)
    assert first is not None
    second = build(hand_city, as_of=datetime(2026, 4, 1))

    with duckdb.connect() as connection:
        connection.execute(f"attach '{first.warehouse}' as one (read_only)")
        connection.execute(f"attach '{second.warehouse}' as two (read_only)")
        tables = connection.execute(
            """
            select table_schema || '.' || table_name
            from information_schema.tables
            where table_catalog = 'one' and table_type = 'BASE TABLE'
                and table_schema in ('core', 'indicators', 'assessment', 'marts')
                -- The one mart that says when and by which build it was made.
                and table_name not in ('mart_overview_site', 'mart_event_cut')
            order by 1
            """
        ).fetchall()
        assert len(tables) > 20
        for (table,) in tables:
            differing = connection.execute(
                f"""
                select count(*)
                from (
                    (select * from one.{table} except all select * from two.{table})
                    union all
                    (select * from two.{table} except all select * from one.{table})
                )
                """
            ).fetchone()
            assert differing == (0,), table


def _reading(scope: Scope, row: dict[str, str]) -> pl.DataFrame:
    return trace.reading(
        scope,
        row["indicator_code"],
        row["area_code"],
        row["period_type"],
        date.fromisoformat(row["period_start"]),
    )


def test_every_measure_counts_rows_of_the_feed_that_it_names(scope: Scope, hand_city: Settings):
    served = current(hand_city)
    assert served is not None
    with duckdb.connect(str(served.warehouse), read_only=True) as connection:
        others = connection.execute(
            """
            select distinct entries.measure_code, rows.source_feed
            from ledger.ledger_entries as entries
            inner join core.row_sources as rows
                on entries.source_model = rows.source_model
                and entries.source_key = rows.source_key
            inner join reference.measures as measures
                on entries.measure_code = measures.measure_code
            where rows.source_feed != measures.feed_code
            """
        ).fetchall()

    # Events of a source without a log bring their steps along; acting may also be a report.
    assert {feed for measure, feed in others if measure.startswith("stage_")} <= {"grid/events"}
    assert {told for told in others if not told[0].startswith("stage_")} == {
        ("departments_connected", "program/scenarios")
    }
