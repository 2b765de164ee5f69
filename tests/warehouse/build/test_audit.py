"""The audit of the hand city, sound and then spoiled in one place at a time."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest

from tests.conftest import HAND_CITY_AS_OF
from warehouse.build import current
from warehouse.build.audit import Findings, audit
from warehouse.build.dbt_run import DbtJob
from warehouse.settings import Settings


@pytest.fixture
def spoiled(hand_city: Settings, tmp_path: Path) -> Callable[[str], Findings]:
    """Audits a copy of the built hand city after one SQL statement has spoiled it."""

    def spoil_and_audit(statement: str) -> Findings:
        served = current(hand_city)
        assert served is not None
        shutil.copy(served.warehouse, tmp_path / "warehouse.duckdb")
        with duckdb.connect(str(tmp_path / "warehouse.duckdb")) as warehouse:
            warehouse.execute(statement)
        return audit(hand_city, _job(tmp_path))

    return spoil_and_audit


def _job(folder: Path, as_of: datetime = HAND_CITY_AS_OF) -> DbtJob:
    return DbtJob(folder=folder, build_id="test", as_of=as_of)


def _failed(findings: Findings) -> set[tuple[str, str]]:
    return {(finding.check, finding.subject) for finding in findings.failed}


def test_a_sound_city_has_nothing_to_say(spoiled):
    assert not spoiled("select 1").failed


def test_every_feed_is_counted_from_the_files_to_the_facts(spoiled):
    counted = spoiled("select 1").feeds["grid/events"]

    assert counted["rows"] == counted["accepted"] + counted["quarantined"]
    assert counted["accepted"] == counted["lake"] == counted["keys"] == counted["facts"] == 18


def test_a_fact_that_lost_a_row_is_found(spoiled):
    findings = spoiled("delete from core.fct_events where event_id = 'E01'")

    assert ("facts", "grid/events") in _failed(findings)


def test_a_fact_that_doubled_a_row_is_found(spoiled):
    findings = spoiled("insert into core.fct_tasks from core.fct_tasks limit 1")

    assert _failed(findings) == {("facts", "program/tasks")}


def test_an_origin_that_is_not_in_the_lake_is_found(spoiled):
    findings = spoiled("update core.fct_disputes set source_row = 9999 where dispute_id = 'J5'")

    assert _failed(findings) == {("origins", "fct_disputes")}


def test_rows_lost_between_the_load_log_and_the_lake_are_found(
    hand_city: Settings, spoiled, tmp_path: Path
):
    site = Settings(var=tmp_path / "var")
    shutil.copytree(hand_city.raw, site.raw)
    shutil.copytree(hand_city.quarantine, site.quarantine)
    spoiled("select 1")
    path = next((site.raw / "case" / "disputes").rglob("load_date=*/*.parquet"))
    pl.read_parquet(path).head(3).write_parquet(path)

    failed = _failed(audit(site, _job(tmp_path)))

    assert ("lake", "case/disputes") in failed
    assert ("origins", "fct_disputes") in failed


def test_a_call_back_about_no_event_is_a_warning(spoiled):
    findings = spoiled(
        "delete from core.fct_events where event_id = 'E05';"
        "delete from core.fct_callbacks where event_id = 'E05'"
    )

    assert ("orphans", "grid/callbacks") in {
        (finding.check, finding.subject) for finding in findings.all if finding.status == "warn"
    }
    assert ("facts", "grid/callbacks") not in _failed(findings)
