"""A small sample city, written and loaded once for all tests of this folder."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest

from warehouse.load import LoadReport, load
from warehouse.sample import generate
from warehouse.settings import Settings

UNTIL = datetime(2026, 11, 18, 14, 32, 8)


@pytest.fixture(scope="session")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sample")
    generate(profile="district", months=4, seed=7, until=UNTIL, out=out, scale=0.2)
    return out


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(var=tmp_path_factory.mktemp("var"))


@pytest.fixture(scope="session")
def report(feeds: Path, site: Settings) -> LoadReport:
    return load(site, feeds_dir=feeds)


@pytest.fixture(scope="session")
def lake(report: LoadReport, site: Settings) -> duckdb.DuckDBPyConnection:
    """A view per feed over the accepted rows, each key once."""
    assert report.accepted
    connection = duckdb.connect()
    for folder in sorted(site.raw.glob("*/*")):
        if folder.parent.name != "meta":
            connection.execute(
                f"create view {folder.name} as "
                f"select distinct on (_row_hash) * from read_parquet('{folder}/**/*.parquet', "
                "union_by_name=true, hive_partitioning=false)"
            )
    return connection


@pytest.fixture
def count(lake: duckdb.DuckDBPyConnection):
    """Answers a question that is one number."""

    def ask(sql: str) -> float:
        (answer,) = lake.sql(sql).fetchone()
        return answer

    return ask


@pytest.fixture
def frame(lake: duckdb.DuckDBPyConnection):
    """Answers a question that is a table."""

    def ask(sql: str) -> pl.DataFrame:
        return lake.sql(sql).pl()

    return ask
