"""Audits of a built file that dbt cannot make: does everything that came in arrive?

Per feed, in rows:

    accepted (load log) = in the lake
    in the lake - superseded - not yet known = staging
    staging - after the data cut - without its parent = fact

and every origin that the facts name is a row of the lake. Sealed periods, which a build only
reads, must still have the hashes of the day they were sealed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from warehouse import seals
from warehouse.build.dbt_run import DbtJob
from warehouse.build.roads import ROADS, Road
from warehouse.settings import Settings
from warehouse.versions import WAREHOUSE_FILE


@dataclass(frozen=True)
class Finding:
    """One thing that an audit has to say.

    Attributes:
        check: Name of the audit.
        subject: Feed or table.
        status: `fail` stops the publication, `warn` does not.
        message: What is wrong, with the figures.
    """

    check: str
    subject: str
    status: str
    message: str


@dataclass
class Findings:
    """All findings, and the rows per feed that the audits counted."""

    all: list[Finding] = field(default_factory=list)
    feeds: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def failed(self) -> list[Finding]:
        """Those that stop the publication."""
        return [finding for finding in self.all if finding.status == "fail"]

    def expect(self, check: str, subject: str, sides: tuple[int, int], words: str) -> None:
        """Note a failure unless both sides are the same number."""
        if sides[0] != sides[1]:
            message = f"{words}: {sides[0]:,} against {sides[1]:,}"
            self.all.append(Finding(check, subject, "fail", message))


def audit(site: Settings, job: DbtJob) -> Findings:
    """Count rows on their way from the lake to the facts, in the file just built."""
    findings = Findings()
    lake = _feeds_of(site.raw)
    with duckdb.connect(str(job.folder / WAREHOUSE_FILE), read_only=True) as warehouse:
        warehouse.execute("set preserve_insertion_order = false")
        tables = _tables(warehouse)
        if lake:
            _audit_loads(site, warehouse, lake, findings)
        for road in ROADS:
            if road.feed in lake and {road.staging, road.fact} <= tables.keys():
                _audit_road(site, job, warehouse, road, findings)
        if lake and "row_sources" in tables:
            _audit_origins(site, warehouse, findings)
    for fault in seals.faults(site):
        findings.all.append(Finding("seals", fault.subject, "fail", fault.message))
    return findings


def _audit_loads(
    site: Settings, warehouse: duckdb.DuckDBPyConnection, lake: list[str], findings: Findings
) -> None:
    """Every row of a file was either accepted or refused, and lies where it belongs."""
    logged = _logged(site, warehouse)
    for feed in sorted({*lake, *logged}):
        rows, accepted, quarantined = logged.get(feed, (0, 0, 0))
        counted = _count(warehouse, site.raw / feed, _lake(site, feed))
        refused = _count(warehouse, site.quarantine / feed, _parquet(site.quarantine / feed))
        findings.feeds[feed] = {
            "rows": rows,
            "accepted": accepted,
            "quarantined": quarantined,
            "lake": counted,
        }
        findings.expect(
            "files", feed, (rows, accepted + quarantined), "rows in files, accepted + quarantined"
        )
        findings.expect("lake", feed, (accepted, counted), "accepted by the load log, in the lake")
        findings.expect(
            "quarantine", feed, (quarantined, refused), "refused by the load log, in quarantine"
        )


def _audit_road(
    site: Settings,
    job: DbtJob,
    warehouse: duckdb.DuckDBPyConnection,
    road: Road,
    findings: Findings,
) -> None:
    """One row per key in staging, one row per thing in the facts; the rest is accounted for."""
    known = f"where _loaded_at < timestamp '{job.as_of}'" if job.known_then else ""
    keys = _one(
        warehouse,
        f"select count(*) from (select distinct {', '.join(road.keys)} "
        f"from {_lake(site, road.feed)} {known})",
    )
    staged = _one(warehouse, f"select count(*) from staging.{road.staging}")
    in_time = f"{road.time} < timestamp '{job.as_of}'" if road.time else "true"
    later = _one(
        warehouse,
        f"select count(*) from staging.{road.staging} where ({in_time}) is distinct from true",
    )
    orphans = _orphans(warehouse, road, in_time)
    facts = _one(warehouse, f"select count(*) from core.{road.fact} where {road.fact_filter}")
    findings.feeds[road.feed] |= {
        "keys": keys,
        "after_cut": later,
        "orphans": orphans,
        "facts": facts,
    }
    findings.expect("staging", road.feed, (keys, staged), f"keys in the lake, {road.staging}")
    findings.expect(
        "facts", road.feed, (staged - later - orphans, facts), f"rows expected, {road.fact}"
    )
    if orphans:
        message = f"{orphans:,} rows belong to nothing in {(road.parent or ('',))[0]}"
        findings.all.append(Finding("orphans", road.feed, "warn", message))


def _orphans(warehouse: duckdb.DuckDBPyConnection, road: Road, in_time: str) -> int:
    if road.parent is None:
        return 0
    parent, key = road.parent
    return _one(
        warehouse,
        f"select count(*) from staging.{road.staging} as part "
        f"anti join core.{parent} as whole on part.{key} = whole.{key} where {in_time}",
    )


def _audit_origins(
    site: Settings, warehouse: duckdb.DuckDBPyConnection, findings: Findings
) -> None:
    """Every row that the facts name as their origin exists in the lake."""
    if not any(site.raw.glob("*/*/load_date=*/*.parquet")):
        return
    found = warehouse.execute(
        f"""
        select source_model, count(*)
        from core.row_sources as named
        anti join (
            select _file, _row from {_parquet(site.raw, "*/*/load_date=*/*.parquet")}
        ) as lake
            on named.source_file = lake._file and named.source_row = lake._row
        group by all
        """
    ).fetchall()
    for model, rows in found:
        message = f"{rows:,} rows name an origin that is not in the lake"
        findings.all.append(Finding("origins", model, "fail", message))


def _logged(
    site: Settings, warehouse: duckdb.DuckDBPyConnection
) -> dict[str, tuple[int, int, int]]:
    """Rows, accepted, quarantined per feed, by the load log."""
    if not list((site.raw / "meta" / "loads").glob("*.parquet")):
        return {}
    found = warehouse.execute(
        f"""
        select feed, sum(rows)::bigint, sum(accepted)::bigint,
            sum(quarantined)::bigint
        from {_parquet(site.raw / "meta" / "loads", "*.parquet")}
        where status != 'skipped'
        group by all
        """
    ).fetchall()
    return {name: (rows, accepted, refused) for name, rows, accepted, refused in found}


def _feeds_of(raw: Path) -> list[str]:
    """`family/feed` of every feed that the lake can hold."""
    folders = (path.parent for path in raw.glob("*/*/_schema.parquet"))
    known = {f"{path.parent.name}/{path.name}" for path in folders if path.parent.name != "meta"}
    return sorted(known)


def _lake(site: Settings, feed: str) -> str:
    return _parquet(site.raw / feed)


def _parquet(folder: Path, pattern: str = "**/*.parquet") -> str:
    """A scan of all Parquet files below a folder, as SQL."""
    path = str(folder.resolve() / pattern).replace("'", "''")
    return f"read_parquet('{path}', union_by_name=true, hive_partitioning=false)"


def _count(warehouse: duckdb.DuckDBPyConnection, folder: Path, scan: str) -> int:
    if not any(folder.rglob("*.parquet")):
        return 0
    return _one(warehouse, f"select count(*) from {scan}")


def _one(warehouse: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = warehouse.execute(sql).fetchone()
    return int(row[0]) if row else 0


def _tables(warehouse: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Schema of every table and view, by its name."""
    return dict(
        warehouse.execute(
            "select table_name, table_schema from information_schema.tables"
        ).fetchall()
    )
