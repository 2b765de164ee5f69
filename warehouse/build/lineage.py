"""Keep with a version what it was made of: models, what each reads, its rows and tests.

    versions/<build_id>/lineage.json
      {"models": [{name, layer, kind, description, upstream, rows, seconds, measures, tests}],
       "exposures": [{name, label, url, upstream}]}

Taken from dbt's manifest of this very build, so that the drawing of a number's way cannot differ
from the way it went. The manifest itself is a hundred times as large and differs between
releases of dbt.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import duckdb

from warehouse.build.roads import ROADS
from warehouse.versions import LINEAGE_FILE, WAREHOUSE_FILE

_KINDS = {"model", "seed"}
# The entries of a measure, and the first model that they are selected from.
_MEASURE = re.compile(r"'(\w+)' as measure_code\b.*?\bfrom\s+([\w.\"]+)", re.DOTALL)


def keep_lineage(folder: Path, record: dict[str, Any]) -> None:
    """Write the lineage of a build that is done, into its folder.

    Args:
        folder: With the warehouse, `manifest.json` and `run_results.json`.
        record: Of the build: `checks` of its tests, `feeds` with the rows of the lake.
    """
    manifest = json.loads((folder / "manifest.json").read_text())
    results = json.loads((folder / "run_results.json").read_text())["results"]
    seconds = {result["unique_id"]: result["execution_time"] for result in results}
    rows = _rows(folder / WAREHOUSE_FILE, record.get("feeds", {}))
    tests = _tests(record.get("checks", []))
    nodes = [node for node in manifest["nodes"].values() if node["resource_type"] in _KINDS]
    models = [
        {
            "name": node["name"],
            "layer": node["config"]["schema"] or node["schema"],
            "kind": node["resource_type"],
            "description": " ".join(node["description"].split()),
            "upstream": _upstream(node, manifest),
            "rows": rows.get(node["name"]),
            "seconds": round(seconds.get(node["unique_id"], 0.0), 2),
            "measures": _measures(node),
            "tests": tests[node["name"]],
        }
        for node in nodes
    ]
    sources: list[dict[str, Any]] = [
        {
            "name": _source_name(source),
            "layer": "raw",
            "kind": "source",
            "description": " ".join(source["description"].split()),
            "upstream": [],
            "rows": rows.get(_source_name(source)),
            "seconds": 0.0,
            "measures": {},
            "tests": [],
        }
        for source in manifest["sources"].values()
    ]
    exposures = [
        {
            "name": exposure["name"],
            "label": exposure["label"] or exposure["name"],
            "url": exposure["url"],
            "upstream": _upstream(exposure, manifest),
        }
        for exposure in manifest["exposures"].values()
    ]
    text = json.dumps({"models": sources + models, "exposures": exposures}, ensure_ascii=False)
    (folder / LINEAGE_FILE).write_text(text + "\n")


def _upstream(node: dict[str, Any], manifest: dict[str, Any]) -> list[str]:
    names = []
    for above in node["depends_on"].get("nodes", []):
        if above in manifest["sources"]:
            names.append(_source_name(manifest["sources"][above]))
        else:
            names.append(manifest["nodes"][above]["name"])
    return sorted(names)


def _source_name(source: dict[str, Any]) -> str:
    """As the lake says it: `grid/events`."""
    return f"{source['source_name']}/{source['name']}"


def _measures(node: dict[str, Any]) -> dict[str, str]:
    """Measures whose entries a model of the ledger writes, with the model they are taken from."""
    if node["config"]["schema"] != "ledger":
        return {}
    found = _MEASURE.findall(node.get("compiled_code") or "")
    return {measure: relation.rsplit(".", 1)[-1].strip('"') for measure, relation in found}


def _rows(warehouse: Path, feeds: dict[str, dict[str, Any]]) -> dict[str, int]:
    """Rows of tables; of views only those of the feeds, which the audit has counted."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        # Exact here: nothing was deleted since the file's checkpoint.
        rows = dict(
            connection.execute("select table_name, estimated_size from duckdb_tables()").fetchall()
        )
    staging = {road.feed: road.staging for road in ROADS}
    for feed, counted in feeds.items():
        rows[feed] = counted["lake"]
        if feed in staging:
            rows[staging[feed]] = counted["keys"]
    return rows


def _tests(checks: list[dict[str, Any]]) -> defaultdict[str, list[dict[str, Any]]]:
    found = defaultdict(list)
    for check in checks:
        kept = ("name", "rule", "columns", "says", "status", "failures")
        found[check["model"]].append({key: check[key] for key in kept})
    return found
