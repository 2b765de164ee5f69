"""The dbt project's own unit tests: the disputed rules, with numbers to check by head."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from warehouse.build import current
from warehouse.settings import TRANSFORM_DIR, Settings


def test_the_unit_tests_of_the_models_pass(hand_city: Settings, tmp_path: Path):
    # They borrow the columns of the tables that exist; they never look at the rows.
    served = current(hand_city)
    assert served is not None
    shutil.copy(served.warehouse, tmp_path / "warehouse.duckdb")

    ran = _dbt("test", "--select", "test_type:unit", site=hand_city, folder=tmp_path)

    assert ran.returncode == 0, ran.stdout[-4000:]
    assert "PASS" in ran.stdout


def test_the_project_is_read_without_a_warning(hand_city: Settings, tmp_path: Path):
    ran = _dbt("parse", site=hand_city, folder=tmp_path)

    assert ran.returncode == 0, ran.stdout[-4000:]
    assert "WARNING" not in ran.stdout.upper(), ran.stdout


def test_the_documentation_of_the_models_builds(hand_city: Settings, tmp_path: Path):
    served = current(hand_city)
    assert served is not None
    shutil.copy(served.warehouse, tmp_path / "warehouse.duckdb")

    ran = _dbt("docs", "generate", site=hand_city, folder=tmp_path)

    assert ran.returncode == 0, ran.stdout[-4000:]
    catalog = json.loads((tmp_path / "target" / "catalog.json").read_text())
    described = {name.rpartition(".")[2] for name in catalog["nodes"]}
    assert {"indicator_values", "fct_events", "mart_overview_readings"} <= described
    assert catalog["errors"] is None


def _dbt(*words: str, site: Settings, folder: Path) -> subprocess.CompletedProcess[str]:
    place = [f"--{name}-dir={TRANSFORM_DIR}" for name in ("project", "profiles")]
    made = [f"--target-path={folder / 'target'}", f"--log-path={folder / 'logs'}"]
    environment = {
        **os.environ,
        "YIPING_WAREHOUSE_FILE": str(folder / "warehouse.duckdb"),
        "YIPING_RAW": str(site.raw),
        "YIPING_QUARANTINE": str(site.quarantine),
        "YIPING_TEMP_DIR": str(folder / "spill"),
    }
    return subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", "--no-use-colors", *words, *place, *made],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
