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
# The entries of a measure, the model that their raw rows are of, the one they are selected from.
_MEASURE = re.compile(
    r"'(\w+)' as measure_code\b.*?'(\w+)' as source_model\b.*?\bfrom\s+([\w.\"]+)", re.DOTALL
)


def keep_lineage(folder: Path, record: dict[str, Any]) -> None:
    """Write the lineage of a build that is done, into its folder.

    Args:
        folder: With the warehouse, `manifest.json` and `run_results.json`.
        record: Of the build: `checks` of its tests, `feeds` with the rows of the lake.
    """
    manifest = json.loads((folder / "manifest.json").read_text())
    results = json.loads((folder / "run_results.json").read_text())["results"]
    nodes = [node for node in manifest["nodes"].values() if node["resource_type"] in _KINDS]
    seconds = {result["unique_id"]: result["execution_time"] for result in results}
    measured = {node["name"]: _measures(node) for node in nodes}
    facts = {fact for measures in measured.values() for fact, _ in measures.values()}
    with duckdb.connect(str(folder / WAREHOUSE_FILE), read_only=True) as connection:
        rows = _rows(connection, record.get("feeds", {}))
        feeds = {fact: _feeds(connection, fact) for fact in sorted(facts)}
    tests = _tests(record.get("checks", []))
    models = [
        {
            "name": node["name"],
            "layer": node["config"]["schema"] or node["schema"],
            "kind": node["resource_type"],
            "description": " ".join(node["description"].split()),
            "upstream": _upstream(node, manifest),
            "rows": rows.get(node["name"]),
            "seconds": round(seconds.get(node["unique_id"], 0.0), 2),
            "measures": {
                measure: {"from": taken_from, "feeds": feeds[fact]}
                for measure, (fact, taken_from) in measured[node["name"]].items()
            },
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


def _measures(node: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Measures that a model of the ledger writes: the fact of their rows, what they are from."""
    if node["config"]["schema"] != "ledger":
        return {}
    found = _MEASURE.findall(node.get("compiled_code") or "")
    return {measure: (fact, _bare(relation)) for measure, fact, relation in found}


def _bare(relation: str) -> str:
    return relation.rsplit(".", 1)[-1].strip('"')


def _rows(
    connection: duckdb.DuckDBPyConnection, feeds: dict[str, dict[str, Any]]
) -> dict[str, int]:
    """Rows of tables; of views only those of the feeds, which the audit has counted."""
    # Exact here: nothing was deleted since the file's checkpoint.
    known = "select table_name, estimated_size from duckdb_tables()"
    rows = dict(connection.execute(known).fetchall())
    staging = {road.feed: road.staging for road in ROADS}
    for feed, counted in feeds.items():
        rows[feed] = counted["lake"]
        # A project without the feed's staging has no keys of it.
        if "keys" in counted:
            rows[staging[feed]] = counted["keys"]
    return rows


def _feeds(connection: duckdb.DuckDBPyConnection, fact: str) -> list[str]:
    """The feeds that a fact's rows came in; what is known about loads came in none."""
    if fact == "fct_loads":
        return []
    told = connection.table(f"core.{fact}").unique("source_feed").fetchall()
    return sorted(feed for (feed,) in told if feed)


def _tests(checks: list[dict[str, Any]]) -> defaultdict[str, list[dict[str, Any]]]:
    found = defaultdict(list)
    for check in checks:
        kept = ("name", "rule", "columns", "says", "status", "failures")
        found[check["model"]].append({key: check[key] for key in kept})
    return found
