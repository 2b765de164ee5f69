"""The integrity signals on a small sample city, in which one street closes at the month's end."""

import os
import subprocess
import sys
from datetime import datetime

import duckdb
import pytest

from warehouse.load import load
from warehouse.sample import generate
from warehouse.settings import TRANSFORM_DIR, Settings

UNTIL = datetime(2026, 11, 16, 8)
#: The street of the sample with the habit (warehouse/sample/district.py, `backdates`).
HABIT = "双桥街道"


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """The integrity marts of three months of a third of the city, built without the rest."""
    site = Settings(var=tmp_path_factory.mktemp("integrity"))
    generate(profile="district", months=3, seed=20260101, until=UNTIL, out=site.landing, scale=0.3)
    load(site)
    file = site.var / "warehouse.duckdb"
    ran = subprocess.run(
        [
            *[sys.executable, "-m", "dbt.cli.main", "--no-use-colors", "build"],
            *["--select", "+marts.integrity", "--exclude-resource-type", "unit_test", "test"],
            *[f"--{name}-dir={TRANSFORM_DIR}" for name in ("project", "profiles")],
            *[f"--target-path={site.var / 'target'}", f"--log-path={site.var / 'logs'}"],
            *["--vars", f'{{as_of: "{UNTIL:%Y-%m-%d %H:%M:%S}"}}'],
        ],
        env={
            **os.environ,
            "YIPING_WAREHOUSE_FILE": str(file),
            "YIPING_RAW": str(site.raw),
            "YIPING_QUARANTINE": str(site.quarantine),
            "YIPING_TEMP_DIR": str(site.var / "spill"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-4000:]
    return duckdb.connect(str(file), read_only=True)


def test_the_street_that_closes_at_the_months_end_is_asked_and_no_other(
    questions: duckdb.DuckDBPyConnection,
):
    asked = questions.execute(
        """
        select distinct area_name
        from marts.mart_integrity_questions
        where is_question and signal_code = 'month_end' and level = 'street'
        """
    ).fetchall()

    assert asked == [(HABIT,)]


def test_no_community_of_another_street_is_asked_about_the_months_end(
    questions: duckdb.DuckDBPyConnection,
):
    asked = questions.execute(
        """
        select distinct area_path
        from marts.mart_integrity_questions
        where is_question and signal_code = 'month_end' and level = 'community'
        """
    ).fetchall()

    assert [path for (path,) in asked if not path.startswith(HABIT)] == []


def test_few_units_are_asked_about_anything_else(questions: duckdb.DuckDBPyConnection):
    asked, judged = questions.execute(
        """
        select count(*) filter (where is_question), count(*)
        from marts.mart_integrity_questions
        where signal_code != 'month_end'
        """
    ).fetchone() or (0, 0)

    # Nobody else has a habit in the sample: what is asked beyond it, two communities about the
    # last hour before a deadline, is chance.
    assert judged > 500
    assert asked == 2


def test_every_question_has_as_many_rows_as_it_counts(questions: duckdb.DuckDBPyConnection):
    differing = questions.execute(
        """
        select asked.signal_code, asked.area_code, asked.month_start, asked.hit_count
        from marts.mart_integrity_questions as asked
        where asked.is_question
            and asked.hit_count != (
                select count(*)
                from marts.mart_integrity_rows as behind
                where (behind.signal_code, behind.area_code, behind.month_start)
                    = (asked.signal_code, asked.area_code, asked.month_start)
            )
        """
    ).fetchall()

    assert differing == []


def test_the_rows_lead_to_lines_of_files(questions: duckdb.DuckDBPyConnection):
    rows, traced = questions.execute(
        """
        select count(*), count(*) filter (where source_file like 'grid/events/%' and source_row > 0)
        from marts.mart_integrity_rows
        """
    ).fetchone() or (0, 0)

    assert rows == traced > 0


def test_no_question_names_a_person(questions: duckdb.DuckDBPyConnection):
    columns = questions.execute(
        """
        select column_name
        from information_schema.columns
        where table_name like 'mart_integrity%'
            and (column_name like '%person%' or column_name like '%worker%')
        """
    ).fetchall()

    assert columns == []
