"""Run the dbt project on one new DuckDB file, inside this process.

Inside, because then the builder's lock, dbt and DuckDB die together: a killed build leaves
no orphan that goes on writing. dbt reads the environment, so it is set for the run only.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.progress import Progress

from warehouse.settings import TRANSFORM_DIR, Settings
from warehouse.versions import WAREHOUSE_FILE

# Keys, paths, the mail and what the build itself decides stay out of manifest.json and the models.
_NOT_FOR_DBT = {
    *(name for name in Settings.model_fields if name.startswith("smtp_")),
    "var",
    "feeds",
    "pii_key",
    "databases",
    "memory_limit",
    "max_temp_directory_size",
    "threads",
    "keep_versions",
}
_TESTS = {"test", "unit_test"}
_BAD = {"error", "fail", "runtime error"}


@dataclass(frozen=True)
class DbtJob:
    """What one run is about.

    Attributes:
        folder: The new version's folder; holds the file, and `dbt/` while it is built.
        build_id: Given to the models as `var('build_id')`.
        as_of: The data cut, on the site's clock.
        known_then: Leave out rows loaded after `as_of`.
        full: Rebuild incremental models from nothing.
        project: The dbt project.
    """

    folder: Path
    build_id: str
    as_of: datetime
    known_then: bool = False
    full: bool = False
    project: Path = TRANSFORM_DIR

    @property
    def schemes(self) -> Path:
        """Where the models find the site's own assessment schemes, if it has any."""
        return self.folder / "dbt" / "schemes"


@dataclass
class DbtOutcome:
    """How it ended, in the words of `build.json`.

    Attributes:
        passed, warned, failed: Counts of data tests.
        models: Models and seeds that were built.
        skipped: Nodes not run because something before them failed.
        checks: `name`, `model`, `rule` (of a generic test), `columns`, `says`, `status`,
            `failures`, `seconds` of each data test.
        problems: `name`, `kind`, `status`, `message` of each failed node and warned test.
        error: Why dbt ended before it had results; empty if it had them.
    """

    passed: int = 0
    warned: int = 0
    failed: int = 0
    models: int = 0
    skipped: int = 0
    checks: list[dict[str, Any]] = field(default_factory=list)
    problems: list[dict[str, str]] = field(default_factory=list)
    error: str = ""

    @property
    def is_good(self) -> bool:
        """Nothing failed; warnings are allowed."""
        return not self.error and all(p["status"] == "warn" for p in self.problems)


def run_dbt(site: Settings, job: DbtJob, progress: Progress | None = None) -> DbtOutcome:
    """Build and test every model; dbt unit tests belong to the test suite, not to a build.

    Raises:
        KeyboardInterrupt: The operator stopped it.
    """
    # Importing dbt takes more than a second, which no other verb should pay.
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager  # noqa: PLC0415
    from dbt.artifacts.schemas.run import RunExecutionResult  # noqa: PLC0415
    from dbt.cli.main import dbtRunner  # noqa: PLC0415

    meter = _Meter(progress)
    with _environment(_env(site, job)):
        try:
            result = dbtRunner(callbacks=[meter]).invoke(_arguments(site, job))
        finally:
            # Else the file stays open for writing, with its newest pages only in the WAL.
            DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]
            meter.close()
    if isinstance(result.exception, KeyboardInterrupt):
        raise result.exception
    if result.exception is not None:
        return DbtOutcome(error=str(result.exception).strip())
    if not isinstance(result.result, RunExecutionResult):
        return DbtOutcome(error="dbt ended without results")
    return _outcome(result.result.results)


def site_vars(site: Settings) -> dict[str, Any]:
    """The settings that models may use, as JSON types."""
    return site.model_dump(mode="json", exclude=_NOT_FOR_DBT)


def _arguments(site: Settings, job: DbtJob) -> list[str]:
    model_vars = {
        "as_of": f"{job.as_of:%Y-%m-%d %H:%M:%S}",
        "known_then": job.known_then,
        "build_id": job.build_id,
        "site": site_vars(site),
        "site_schemes": str(job.schemes.resolve()) if job.schemes.exists() else "",
    }
    work = job.folder / "dbt"
    arguments = ["--quiet", "--log-level", "none", "--log-level-file", "info", "build"]
    arguments += ["--project-dir", str(job.project), "--profiles-dir", str(job.project)]
    arguments += ["--target-path", str(work / "target"), "--log-path", str(work / "logs")]
    arguments += ["--exclude-resource-type", "unit_test", "--no-partial-parse"]
    arguments += ["--vars", json.dumps(model_vars, ensure_ascii=False)]
    return arguments + (["--full-refresh"] if job.full else [])


def _env(site: Settings, job: DbtJob) -> dict[str, str]:
    return {
        "YIPING_WAREHOUSE_FILE": str((job.folder / WAREHOUSE_FILE).resolve()),
        "YIPING_RAW": str(site.raw.resolve()),
        "YIPING_QUARANTINE": str(site.quarantine.resolve()),
        "YIPING_SEALS": str(site.seals.resolve()),
        "YIPING_MEMORY_LIMIT": site.memory_limit,
        "YIPING_MAX_TEMP": site.max_temp_directory_size,
        "YIPING_TEMP_DIR": str((job.folder / "spill").resolve()),
        "YIPING_THREADS": str(site.threads),
        # dbt never frees its locks, and Python would complain about that at the end.
        "PYTHONWARNINGS": "ignore:resource_tracker",
        # The project is the same for everybody: no personal flags, no tracking.
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _outcome(results: Any) -> DbtOutcome:
    """Count node results; a test that warns is named but lets the build pass."""
    outcome = DbtOutcome()
    for result in results:
        status, kind = str(result.status), str(result.node.resource_type)
        if status == "skipped":
            outcome.skipped += 1
        elif kind in _TESTS:
            outcome.failed += status in _BAD
            outcome.warned += status == "warn"
            outcome.passed += status == "pass"
            outcome.checks.append(_check(result))
        else:
            outcome.models += status == "success"
        if status in _BAD or status == "warn":
            outcome.problems.append(
                {
                    "name": result.node.name,
                    "kind": kind,
                    "status": "warn" if status == "warn" else "fail",
                    "message": _message(result, kind),
                }
            )
    return outcome


def _message(result: Any, kind: str) -> str:
    """What happened on one line; for a test, first what it demands, where that is said."""
    happened = " ".join(str(result.message or "").split())
    demands = " ".join(result.node.description.split()) if kind in _TESTS else ""
    return f"{demands}; {happened}" if demands else happened


def _check(result: Any) -> dict[str, Any]:
    """One test: which table, what it demands, how many rows break it."""
    tested = getattr(result.node, "attached_node", None) or ""
    generic = getattr(result.node, "test_metadata", None)
    given = generic.kwargs if generic else {}
    columns = given.get("columns") or given.get("column_name") or []
    return {
        "name": result.node.name,
        "model": tested.rsplit(".", 1)[-1],
        "rule": generic.name if generic else None,
        "columns": [columns] if isinstance(columns, str) else columns,
        "says": result.node.description,
        "status": str(result.status),
        "failures": result.failures,
        "seconds": round(result.execution_time, 3),
    }


class _Meter:
    """Turns dbt's events into steps of a progress bar."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._task = progress.add_task("dbt: reading the project", total=None) if progress else None

    def __call__(self, event: Any) -> None:
        if self._progress is None or self._task is None:
            return
        if event.info.name == "LogStartLine":
            self._progress.update(
                self._task,
                total=event.data.total,
                description=f"dbt: {event.data.node_info.node_name}",
            )
        elif event.info.name == "NodeFinished":
            self._progress.advance(self._task)

    def close(self) -> None:
        """Take the bar away; the summary line says how it went."""
        if self._progress is not None and self._task is not None:
            self._progress.remove_task(self._task)
