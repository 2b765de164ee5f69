"""What every model, mart and indicator of the project must have."""

import csv
import json
import re
from typing import Any

import pytest

from warehouse.build import current
from warehouse.settings import ROOT, TRANSFORM_DIR, Settings


@pytest.fixture(scope="module")
def manifest(hand_city: Settings) -> dict[str, Any]:
    """What dbt knows about the project."""
    served = current(hand_city)
    assert served is not None
    parsed: dict[str, Any] = json.loads((served.folder / "manifest.json").read_text())
    return parsed


def _models(manifest: dict[str, Any], schema: str | None = None) -> list[dict[str, Any]]:
    nodes = [node for node in manifest["nodes"].values() if node["resource_type"] == "model"]
    return [node for node in nodes if schema is None or node["config"]["schema"] == schema]


def test_every_model_says_what_one_row_is(manifest: dict[str, Any]):
    silent = [node["name"] for node in _models(manifest) if "One row" not in node["description"]]

    assert silent == []


def test_marts_keep_a_contract_and_say_what_every_column_means(manifest: dict[str, Any]):
    marts = _models(manifest, "marts")

    assert len(marts) > 10
    assert [node["name"] for node in marts if not node["config"]["contract"]["enforced"]] == []
    unexplained = [
        f"{node['name']}.{name}"
        for node in marts
        for name, column in node["columns"].items()
        if not column["description"]
    ]
    assert unexplained == []


def test_every_mart_is_read_by_a_page_or_a_report(manifest: dict[str, Any]):
    read = {
        node
        for exposure in manifest["exposures"].values()
        for node in exposure["depends_on"]["nodes"]
    }
    # A mart may also be read by another mart.
    read |= {
        parent for node in _models(manifest, "marts") for parent in node["depends_on"]["nodes"]
    }

    assert [
        node["name"] for node in _models(manifest, "marts") if node["unique_id"] not in read
    ] == []


def test_an_exposure_names_every_screen(manifest: dict[str, Any]):
    screens = {path.stem for path in (ROOT / "pages").glob("*.py") if path.stem != "__init__"}
    # The bare address is the desk's first page.
    named = {
        exposure["url"].rpartition("/")[2] or "home"
        for exposure in manifest["exposures"].values()
        if exposure["url"]
    }

    assert screens <= named


def test_only_staging_reads_sources(manifest: dict[str, Any]):
    reading = {
        node["name"]
        for node in _models(manifest)
        if any(parent.startswith("source.") for parent in node["depends_on"]["nodes"])
    }

    assert {name for name in reading if not name.startswith("stg_")} == set()


def test_no_mart_holds_a_personal_key(manifest: dict[str, Any]):
    personal = {"petitioner_key", "person_key", "volunteer_key"}

    leaking = [
        node["name"] for node in _models(manifest, "marts") if personal & set(node["columns"])
    ]

    assert leaking == []


def test_the_catalogue_holds_the_sixty_indicators_of_the_field():
    with (TRANSFORM_DIR / "seeds" / "indicators.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    groups = {"OPS": 17, "POL": 6, "SLF": 8, "LAW": 17, "MOR": 6, "SMT": 6}

    codes = {row["indicator_code"].rstrip("ABCD") for row in rows}

    for group, count in groups.items():
        assert {f"{group}-{number:02}" for number in range(1, count + 1)} <= codes


def test_planned_indicators_name_no_measure_and_computed_ones_do():
    with (TRANSFORM_DIR / "seeds" / "indicators.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    assert all(bool(row["numerator_measure"]) == (row["status"] == "computed") for row in rows)


def _catalogue() -> list[dict[str, str]]:
    with (TRANSFORM_DIR / "seeds" / "indicators.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["status"] == "computed"]


def test_every_indicator_is_defined_in_numbered_conditions_with_pitfalls_and_source():
    unclear = [
        row["indicator_code"]
        for row in _catalogue()
        if not ("①" in row["definition"] and "②" in row["definition"])
        or not row["pitfalls"]
        or not row["source"]
    ]

    assert unclear == []


def test_every_indicator_has_a_unit_test_named_after_it(manifest: dict[str, Any]):
    # Two-series indicators may share one: ops_11_… stands for OPS-11A and OPS-11B.
    tested = {
        found.group()
        for node in manifest["unit_tests"].values()
        if (found := re.match(r"[a-z]{3}_\d\d", node["name"]))
    }
    codes = {row["indicator_code"].rstrip("ABCD").lower().replace("-", "_") for row in _catalogue()}

    assert codes - tested == set()
