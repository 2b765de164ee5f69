"""Build a version: write, audit, publish. What is being served is never touched."""

from __future__ import annotations

import getpass
import json
import secrets
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
from rich.progress import Progress

from warehouse.build.audit import Finding, audit
from warehouse.build.dbt_run import DbtJob, DbtOutcome, run_dbt
from warehouse.build.inputs import commit, inputs_of
from warehouse.build.lineage import keep_lineage
from warehouse.load.lake import lock, prepare_lake
from warehouse.report.made import clear_made
from warehouse.schemes import SchemeError, site_schemes, write_schemes
from warehouse.seals import prepare_seals
from warehouse.settings import TRANSFORM_DIR, Settings
from warehouse.versions import (
    FAILED_DIR,
    RECORD_FILE,
    TMP_SUFFIX,
    WAREHOUSE_FILE,
    Version,
    point_at,
    prune,
    sweep,
    sync,
    versions,
    writing,
)

_KEPT = ("manifest.json", "run_results.json")


class BuildFailedError(Exception):
    """The build was not published; what was served before is still served.

    Attributes:
        details: One line per thing that failed.
        record: What `versions/failed/<build_id>/build.json` says.
    """

    def __init__(self, message: str, details: list[str]) -> None:
        super().__init__(message)
        self.details = details
        self.record: dict[str, Any] = {}


def build(  # noqa: PLR0913
    site: Settings,
    *,
    as_of: datetime | None = None,
    known_then: bool = False,
    full: bool = False,
    progress: Progress | None = None,
    project: Path = TRANSFORM_DIR,
) -> Version:
    """Build, audit and publish a new version from the raw lake.

    Args:
        site: Whose lake and whose versions.
        as_of: The data cut, naive on the site's clock; now, unless given.
        known_then: Rebuild the past as it was known then, by the time rows were loaded.
        full: Rebuild incremental models from nothing.
        progress: Where to show the bar, if anywhere.
        project: The dbt project; another one in tests.

    Raises:
        BuildFailedError: A model, a test or an audit failed. The version served before is
            still served, and `versions/failed/<build_id>` keeps the evidence.
        BuilderBusyError: Another build is running.
    """
    site.raw.mkdir(parents=True, exist_ok=True)
    # A build reads the lake several times and must find one lake: loads wait for it.
    with writing(site), lock(site):
        prepare_lake(site)
        prepare_seals(site)
        sweep(site)
        build_id = _new_id(site)
        job = DbtJob(
            folder=site.versions / f"{build_id}{TMP_SUFFIX}",
            build_id=build_id,
            # To the second, as the models are told it.
            as_of=(as_of or site.now()).replace(microsecond=0),
            known_then=known_then,
            full=full,
            project=project,
        )
        job.folder.mkdir()
        version = _make(site, job, progress)
        prune(site)
        clear_made(site)
        return version


def _make(site: Settings, job: DbtJob, progress: Progress | None) -> Version:
    record = _new_record(site, job)
    seconds: dict[str, float] = record["seconds"]
    try:
        _hand_over_schemes(site, job)
        with _timed(seconds, "dbt"):
            outcome = run_dbt(site, job, progress)
        _note_tests(record, outcome)
        if not outcome.is_good:
            raise _dbt_failure(outcome)
        with _timed(seconds, "audit"):
            findings = audit(site, job)
        record["feeds"] = findings.feeds
        record["findings"] = [finding.__dict__ for finding in findings.all]
        if findings.failed:
            raise _audit_failure(findings.failed)
        with _timed(seconds, "seal"):
            _seal(job, record)
        return _publish(site, job, record)
    except BaseException as error:
        _keep_evidence(site, job, record, error)
        raise


def _hand_over_schemes(site: Settings, job: DbtJob) -> None:
    """Check the site's own assessment schemes before anything is built by them."""
    try:
        tables = site_schemes(site)
    except SchemeError as error:
        raise BuildFailedError(
            f"not published: {error} in {site.schemes}", error.details
        ) from error
    if tables:
        write_schemes(tables, job.schemes)


def _seal(job: DbtJob, record: dict[str, Any]) -> None:
    """Fold the write-ahead log into the file, so that it alone is the version; keep its lineage."""
    path = job.folder / WAREHOUSE_FILE
    with duckdb.connect(str(path)) as connection:
        connection.execute("force checkpoint")
    if path.with_name(path.name + ".wal").exists():
        raise BuildFailedError(f"{path} has a write-ahead log after its checkpoint.", [])
    for name in _KEPT:
        (job.folder / "dbt" / "target" / name).replace(job.folder / name)
    keep_lineage(job.folder, record)
    shutil.rmtree(job.folder / "dbt")
    shutil.rmtree(job.folder / "spill", ignore_errors=True)


def _publish(site: Settings, job: DbtJob, record: dict[str, Any]) -> Version:
    record["size_bytes"] = (job.folder / WAREHOUSE_FILE).stat().st_size
    record["status"] = "published"
    _write_record(site, job.folder, record)
    for path in [*job.folder.iterdir(), job.folder]:
        sync(path)
    folder = job.folder.rename(site.versions / job.build_id)
    sync(site.versions)
    point_at(site, job.build_id)
    return Version(job.build_id, folder, record, is_current=True)


def _keep_evidence(
    site: Settings, job: DbtJob, record: dict[str, Any], error: BaseException
) -> None:
    """Move the small files of a build that failed to `failed/`, and drop the rest."""
    if not job.folder.exists():
        return  # published already: it was the pointer that could not be moved
    kept = site.versions / FAILED_DIR / job.build_id
    kept.mkdir(parents=True, exist_ok=True)
    record["status"] = "failed"
    record["error"] = str(error) or type(error).__name__
    record["details"] = getattr(error, "details", [])
    if isinstance(error, BuildFailedError):
        error.record = record
    _write_record(site, kept, record)
    work = job.folder / "dbt"
    for path in [work / "target" / "run_results.json", work / "logs" / "dbt.log"]:
        if path.exists():
            path.replace(kept / path.name)
    shutil.rmtree(job.folder)


def _new_id(site: Settings) -> str:
    """A name that sorts after every version there is, even if the clock went back."""
    moment = site.now()
    if known := versions(site):
        newest = datetime.strptime(known[0].build_id[:15], "%Y%m%dT%H%M%S")
        moment = max(moment, newest + timedelta(seconds=1))
    return f"{moment:%Y%m%dT%H%M%S}-{secrets.token_hex(2)}"


def _new_record(site: Settings, job: DbtJob) -> dict[str, Any]:
    return {
        "build_id": job.build_id,
        "status": "building",
        "as_of": job.as_of.isoformat(),
        "known_then": job.known_then,
        "started": site.now().isoformat(),
        "seconds": {},
        "commit": commit(),
        "inputs": inputs_of(site, job.project, job.as_of),
        "who": f"{getpass.getuser()}@{socket.gethostname()}",
    }


def _note_tests(record: dict[str, Any], outcome: DbtOutcome) -> None:
    record["models"] = outcome.models
    record["tests"] = {
        "passed": outcome.passed,
        "warned": outcome.warned,
        "failed": outcome.failed,
        "skipped": outcome.skipped,
    }
    record["checks"] = outcome.checks
    record["problems"] = outcome.problems


def _write_record(site: Settings, folder: Path, record: dict[str, Any]) -> None:
    record["finished"] = site.now().isoformat()
    text = json.dumps(record, ensure_ascii=False, indent=1)
    (folder / RECORD_FILE).write_text(text + "\n")


def _dbt_failure(outcome: DbtOutcome) -> BuildFailedError:
    if outcome.error:
        return BuildFailedError(f"dbt could not run: {outcome.error}", [])
    failed = [problem for problem in outcome.problems if problem["status"] == "fail"]
    names = [problem["name"] for problem in failed]
    return BuildFailedError(
        f"not published: {_some(names)} failed in dbt, {outcome.skipped} nodes were skipped",
        [f"{problem['kind']} {problem['name']}: {problem['message']}" for problem in failed],
    )


def _audit_failure(failed: list[Finding]) -> BuildFailedError:
    return BuildFailedError(
        f"not published: the audit of {_some([finding.subject for finding in failed])} failed",
        [f"{finding.check} {finding.subject}: {finding.message}" for finding in failed],
    )


def _some(names: list[str]) -> str:
    """The first few names, and how many more there are."""
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


@contextmanager
def _timed(seconds: dict[str, float], phase: str) -> Iterator[None]:
    start = time.perf_counter()
    try:
        yield
    finally:
        seconds[phase] = round(time.perf_counter() - start, 2)
