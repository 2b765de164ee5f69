"""Databases as sources: what a query returns is landed as a file and loaded like any other."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.warehouse.load.conftest import SmallSite
from warehouse.build.dbt_run import site_vars
from warehouse.load.mapping import BadMappingError
from warehouse.settings import Settings

SAME_COLUMNS = """
[[query]]
name = "oa"
database = "office"
sql = "select code as department_code, name as department_name from units"
into = "base/departments"
"""
OTHER_COLUMNS = """
[[query]]
name = "oa"
database = "office"
sql = "select code, name from units"

[[source]]
name = "units"
feed = "base/departments"
files = "pulled/oa/*"
[source.columns]
department_code = "code"
department_name = "name"
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A database of two departments."""
    path = tmp_path / "office.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("create table units (code text, name text)")
        connection.execute("insert into units values ('D1', '区城管局'), ('D2', '区住建局')")
    return path


@pytest.fixture
def site(tmp_path: Path, office: Path) -> SmallSite:
    address = SecretStr(f"sqlite:///{office}")
    return SmallSite(Settings(var=tmp_path / "var", databases={"office": address}))


def _tell(site: SmallSite, sources: str) -> None:
    site.settings.var.mkdir(exist_ok=True)
    (site.settings.var / "sources.toml").write_text(sources, encoding="utf-8")


@pytest.mark.parametrize("sources", [SAME_COLUMNS, OTHER_COLUMNS])
def test_the_answer_of_a_query_becomes_a_feed_with_file_and_row(site: SmallSite, sources: str):
    _tell(site, sources)

    report = site.load()

    assert report.failed_queries == ()
    rows = site.lake("base/departments").select("department_code", "_file", "_row").rows()
    assert [(code, row) for code, _, row in rows] == [("D1", 1), ("D2", 2)]
    assert (site.settings.landing / rows[0][1]).exists()


def test_the_same_answer_is_skipped_and_a_new_one_is_loaded(site: SmallSite, office: Path):
    _tell(site, SAME_COLUMNS)
    site.load()

    assert site.load().accepted == 0

    with sqlite3.connect(office) as connection:
        connection.execute("insert into units values ('D3', '区水务局')")
    assert site.load().accepted == 3


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("office", "nowhere"), "databases 里没有 nowhere"),
        (("from units", "from unites"), "查询未成功：no such table: unites"),
    ],
)
def test_a_query_that_fails_is_told_and_files_load_all_the_same(
    site: SmallSite, change: tuple[str, str], message: str
):
    _tell(site, SAME_COLUMNS.replace(f'"{change[0]}"', f'"{change[1]}"').replace(*change))
    site.put("base/departments/own.csv", "department_code,department_name\nD9,区教育局\n")

    report = site.load()

    assert [name for name, _ in report.failed_queries] == ["oa"]
    assert message in report.failed_queries[0][1]
    assert report.accepted == 1


def test_a_missing_driver_is_named(tmp_path: Path):
    site = SmallSite(
        Settings(var=tmp_path, databases={"office": SecretStr("oracle+oracledb://u:p@host/x")})
    )
    _tell(site, SAME_COLUMNS)

    assert "oracledb" in site.load().failed_queries[0][1]


def test_a_query_into_no_feed_is_refused(site: SmallSite):
    _tell(site, SAME_COLUMNS.replace("base/departments", "base/offices"))

    with pytest.raises(BadMappingError, match="查询 oa"):
        site.load()


def test_the_address_with_its_password_reaches_neither_models_nor_messages(site: SmallSite):
    assert "databases" not in site_vars(site.settings)
    assert "sqlite" not in repr(site.settings)
