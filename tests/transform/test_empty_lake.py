"""A site before its first feed: every model holds, and nothing pretends to be a history."""

from collections.abc import Iterator
from datetime import datetime

import duckdb
import pytest

from warehouse.build import build
from warehouse.settings import Settings


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The version built from no feeds at all."""
    site = Settings(var=tmp_path_factory.mktemp("empty"))
    version = build(site, as_of=datetime(2026, 4, 1, 8))
    with duckdb.connect(str(version.warehouse), read_only=True) as connection:
        yield connection


def test_without_feeds_there_is_no_history(warehouse: duckdb.DuckDBPyConnection):
    found = warehouse.execute(
        "select label from indicators.periods where period_type in ('day', 'year')"
    ).fetchall()

    assert sorted(found) == [("2026",), ("2026-04-01",)]


def test_without_feeds_the_wall_withholds_its_verdict(warehouse: duckdb.DuckDBPyConnection):
    found = warehouse.execute("select verdict from marts.mart_overview_verdict").fetchall()

    assert found == [("withheld",)]


def test_without_feeds_nothing_has_a_value(warehouse: duckdb.DuckDBPyConnection):
    counted = "select count(*) from indicators.indicator_values"
    missing = "select distinct missing_reason from marts.mart_overview_readings"

    assert warehouse.execute(counted).fetchall() == [(0,)]
    assert warehouse.execute(missing).fetchall() == [("数据未接入",)]
