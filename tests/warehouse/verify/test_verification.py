"""A second calculation that agrees on the hand city, and finds what is planted there."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest
from typer.testing import CliRunner

from warehouse.access.scope import Scope
from warehouse.cli import app
from warehouse.periods import week_of
from warehouse.read import verification as read
from warehouse.read.connection import whole_site
from warehouse.settings import Settings, settings
from warehouse.verify import random_week, verify
from warehouse.verify.formulas import formulas

WEEK = week_of(date(2026, 3, 2))
Copy = Callable[[], Settings]


@pytest.fixture
def copied(hand_city: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A hand city of one's own, to be spoilt."""
    var = tmp_path / "var"
    shutil.copytree(hand_city.var, var)
    monkeypatch.setenv("YIPING_VAR", str(var))
    settings.cache_clear()
    return settings()


@pytest.fixture(autouse=True)
def _forget_settings():
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("reads_hand_city")
def test_every_indicator_has_a_second_formula():
    computed = read.computed_indicators(whole_site())["indicator_code"]

    assert set(computed) <= formulas().keys()


@pytest.mark.usefixtures("reads_hand_city")
def test_every_week_and_month_of_the_hand_city_agrees():
    scope = whole_site()
    weeks = [*read.weeks(scope), date(2026, 3, 30)]

    found = verify(settings(), scope, [week_of(monday) for monday in weeks])

    assert found.differences == []
    assert found.agrees
    assert found.values > 10_000


def test_a_changed_value_is_found(copied: Settings):
    scope = whole_site()
    with duckdb.connect(str(copied.versions / scope.version / "warehouse.duckdb")) as connection:
        connection.execute(
            """
            update indicators.indicator_values set value = 50
            where indicator_code = 'OPS-08' and area_code = '990199001001001'
                and period_type = 'week' and period_start = '2026-03-02'
            """
        )

    found = verify(copied, scope, [WEEK])

    assert found.differing == {"OPS-08": 1}
    (difference,) = found.differences
    assert (difference.area_code, difference.period_type) == ("990199001001001", "week")
    assert difference.served["value"] == 50
    assert difference.recounted["value"] == pytest.approx(200 / 3)


def test_a_value_that_is_missing_is_found(copied: Settings):
    scope = whole_site()
    with duckdb.connect(str(copied.versions / scope.version / "warehouse.duckdb")) as connection:
        connection.execute(
            """
            delete from indicators.indicator_values
            where indicator_code = 'MOR-02' and area_code = '990199000000'
                and period_type = 'month' and period_start = '2026-03-01'
            """
        )

    found = verify(copied, scope, [WEEK])

    assert found.differing == {"MOR-02": 1}
    assert found.differences[0].served["value"] is None


def test_a_raw_row_that_was_dropped_is_found(copied: Settings):
    scope = whole_site()
    (file,) = (copied.raw / "grid" / "events").glob("load_date=*/*.parquet")
    pl.read_parquet(file).filter(pl.col("event_id") != "E01").write_parquet(file)

    found = verify(copied, scope, [WEEK])

    assert {"OPS-01", "OPS-03", "OPS-08"} <= found.differing.keys()
    assert "LAW-07" not in found.differing


def test_rows_that_came_after_the_build_do_not_count(copied: Settings):
    scope = whole_site()
    (file,) = (copied.raw / "grid" / "events").glob("load_date=*/*.parquet")
    later = pl.read_parquet(file).with_columns(
        event_id=pl.col("event_id") + "x", _load_id=pl.lit("later")
    )
    later.write_parquet(file.with_name("later.parquet"))

    assert verify(copied, scope, [WEEK]).agrees


@pytest.mark.usefixtures("reads_hand_city")
def test_the_same_seed_chooses_the_same_week():
    scope: Scope = whole_site()

    assert random_week(scope, 3) == random_week(scope, 3)


@pytest.mark.usefixtures("reads_hand_city")
def test_the_verb_says_in_one_line_that_all_agree():
    answer = CliRunner().invoke(app, ["verify", "--week", "2026-W10"])

    assert answer.exit_code == 0, answer.output
    assert "all agree" in answer.stdout
    assert answer.stdout.count("\n") == 1


@pytest.mark.usefixtures("reads_hand_city")
def test_a_week_without_values_is_no_agreement():
    answer = CliRunner().invoke(app, ["verify", "--week", "2019-W10"])

    assert answer.exit_code == 1
    assert "no values in 2019-W10" in answer.stderr


def test_the_verb_shows_both_numbers_and_fails(copied: Settings):
    scope = whole_site()
    with duckdb.connect(str(copied.versions / scope.version / "warehouse.duckdb")) as connection:
        connection.execute("update indicators.indicator_values set numerator = numerator + 7")

    answer = CliRunner().invoke(app, ["verify", "--week", "2026-W10"])

    assert answer.exit_code == 1
    assert "OPS-01" in answer.stdout
    assert "differ" in answer.stderr
    assert CliRunner().invoke(app, ["verify", "--week", "2026-11"]).exit_code == 2
