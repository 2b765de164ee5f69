"""From the landing folder to the raw lake: every new file, through one load."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
from rich.progress import Progress

from warehouse.feeds import contract, contracts
from warehouse.load.files import is_readable
from warehouse.load.intake import Intake, LoadRun, take_in
from warehouse.load.lake import LOG, Incoming, lock, prepare_lake
from warehouse.load.mapping import MappedSource, read_mappings
from warehouse.load.mapping.record import MAPPINGS, described
from warehouse.load.points import POINTS
from warehouse.load.pull import pull
from warehouse.load.reconsider import reconsider
from warehouse.load.registers import Registers
from warehouse.load.report import LoadReport
from warehouse.load.source import ContractSource, Source
from warehouse.settings import Settings

#: A feed's rows are written in files of about this many, so that memory stays bounded.
_ROWS_PER_FILE = 2_000_000


def load(
    site: Settings,
    *,
    feeds_dir: Path | None = None,
    only: Sequence[str] = (),
    at: datetime | None = None,
    progress: Progress | None = None,
) -> LoadReport:
    """Ask the databases, then take in every file of the landing folder that is new.

    Args:
        site: Where things lie.
        feeds_dir: The landing folder, if not the site's own.
        only: Full or short names of the feeds to load; all unless given.
        at: When the rows count as loaded, naive on the site's clock; now, unless given.
        progress: Shows how many bytes have been read.

    Raises:
        LookupError: `only` names a feed that does not exist.
    """
    wanted = {contract(name).feed for name in only} or set(contracts())
    landing = feeds_dir or site.landing
    site.raw.mkdir(parents=True, exist_ok=True)
    with lock(site):
        prepare_lake(site)
        failed = [pulled for pulled in pull(site, landing) if pulled.message]
        report = _Load(site, landing, wanted, at, progress).run()
        return replace(report, failed_queries=tuple((p.query, p.message) for p in failed))


class _Load:
    """One run over the landing folder."""

    def __init__(
        self,
        site: Settings,
        landing: Path,
        wanted: set[str],
        at: datetime | None,
        progress: Progress | None,
    ) -> None:
        now = at or datetime.now(site.zone).replace(tzinfo=None)
        self.site = site
        self.landing = landing
        self.wanted = wanted
        self.progress = progress
        self.registers = Registers(site)
        self.about = LoadRun(site, landing, f"{now:%Y%m%dT%H%M%S%f}", now, self.registers)
        self.incoming = Incoming(site, self.about.load_id)
        # Loads of an earlier release know fewer columns.
        self.before = pl.scan_parquet(
            site.raw / "meta" / "loads" / "*.parquet", schema=LOG, missing_columns="insert"
        ).collect()
        self.log: list[dict[str, Any]] = []
        self.points: list[dict[str, Any]] = []
        self.mappings: list[dict[str, Any]] = []
        self.unclaimed: tuple[str, ...] = ()

    def run(self) -> LoadReport:
        """Load everything, then publish it at once."""
        plan = self._plan()
        task = None
        if self.progress:
            total = sum(_size(path) for _, paths in plan for path in paths)
            task = self.progress.add_task("load", total=total)
        try:
            for source, paths in plan:
                self._load_feed(source, paths, task)
            log = pl.DataFrame(self.log, schema=LOG)
            if self.points:
                target = self.site.raw / "meta" / "points" / f"{self.about.load_id}.parquet"
                self.incoming.write(pl.DataFrame(self.points, schema=POINTS), target)
            if self.mappings:
                target = self.site.raw / "meta" / "mappings" / f"{self.about.load_id}.parquet"
                self.incoming.write(pl.DataFrame(self.mappings, schema=MAPPINGS), target)
            if self.log:
                self.incoming.publish(log)
        finally:
            self.incoming.discard()
        return LoadReport(self.about.load_id, log, self.unclaimed)

    def _plan(self) -> list[tuple[Source, list[Path]]]:
        """Sources in the order of the contracts (registers first), each with its files."""
        files = [path for path in sorted(self.landing.rglob("*")) if path.is_file()]
        readable = [path for path in files if is_readable(path)]
        mapped: list[Source] = [MappedSource(mapping) for mapping in read_mappings(self.site)]
        claims = {
            source.name: [path for path in readable if source.claims(path, self.landing)]
            for source in mapped
        }
        taken = {path for paths in claims.values() for path in paths}
        plan: list[tuple[Source, list[Path]]] = []
        for feed, known in contracts().items():
            own = ContractSource(known)
            paths = [path for path in readable if own.claims(path, self.landing)]
            plan.append((own, [path for path in paths if path not in taken]))
            plan += [
                (source, claims[source.name]) for source in mapped if source.contract.feed == feed
            ]
        taken |= {path for _, paths in plan for path in paths}
        self.unclaimed = tuple(
            str(path.relative_to(self.landing)) for path in readable if path not in taken
        )
        return [
            (source, paths)
            for source, paths in plan
            if paths and source.contract.feed in self.wanted
        ]

    def _load_feed(self, source: Source, paths: list[Path], task: Any) -> None:
        accepted: list[pl.DataFrame] = []
        refused: list[pl.DataFrame] = []
        part = 0
        if isinstance(source, MappedSource):
            load = {"load_id": self.about.load_id, "loaded_at": self.about.loaded_at}
            self.mappings += [load | row for row in described(source.mapping)]
        for path in paths:
            if self.progress and task is not None:
                self.progress.update(task, description=source.contract.feed)
            intake = self._load_file(source, path)
            if intake:
                accepted.append(intake.accepted)
                refused.append(intake.refused)
                self.registers.remember(source.contract.feed, intake.accepted)
            if sum(frame.height for frame in accepted) >= _ROWS_PER_FILE:
                part = self._write(source, accepted, part)
            if self.progress and task is not None:
                self.progress.advance(task, _size(path))
        self._write(source, accepted, part)
        self._write_refused(source, refused)

    def _load_file(self, source: Source, path: Path) -> Intake | None:
        """Take in one file and note it in the log; None if it had been loaded before."""
        began = time.monotonic()
        content = _content_hash(path) + source.fingerprint
        same = (pl.col("feed") == source.contract.feed) & (pl.col("content_hash") == content)
        seen = pl.concat([self.before, pl.DataFrame(self.log, schema=LOG)]).filter(same)
        is_known = (seen["status"] == "loaded").any()
        take = partial(reconsider, seen=seen) if is_known else take_in
        intake = take(path, source, self.about)
        about = {
            "load_id": self.about.load_id,
            "loaded_at": self.about.loaded_at,
            "feed": source.contract.feed,
            "source": source.name,
            "file": str(path.relative_to(self.landing)),
        }
        self.points += [about | row for row in (intake.points if intake else [])]
        self.log.append(
            {
                **about,
                "family": source.contract.family,
                "content_hash": content,
                **_outcome(intake, source),
                **({} if is_known or intake is None else _checked(intake, source)),
                "duration_seconds": round(time.monotonic() - began, 3),
            }
        )
        return intake

    def _write(self, source: Source, accepted: list[pl.DataFrame], part: int) -> int:
        """Write the accepted rows so far and forget them; the number of the next part."""
        if not sum(frame.height for frame in accepted):
            return part
        known, about = source.contract, self.about
        suffix = f"_{len(self.incoming.targets)}" if part or source.name != "contract" else ""
        folder = self.site.raw / known.family / known.name / f"load_date={about.loaded_at:%Y-%m-%d}"
        self.incoming.write(pl.concat(accepted), folder / f"{about.load_id}{suffix}.parquet")
        accepted.clear()
        return part + 1

    def _write_refused(self, source: Source, refused: list[pl.DataFrame]) -> None:
        if not sum(frame.height for frame in refused):
            return
        known, about = source.contract, self.about
        suffix = f"_{len(self.incoming.targets)}" if source.name != "contract" else ""
        folder = self.site.quarantine / known.family / known.name
        self.incoming.write(pl.concat(refused), folder / f"{about.load_id}{suffix}.parquet")


def _outcome(intake: Intake | None, source: Source) -> dict[str, Any]:
    """The part of a log line that says what became of the file."""
    if intake is None:
        return {
            "rows": 0,
            "accepted": 0,
            "quarantined": 0,
            "status": "skipped",
            "message": "内容与已装载的文件相同，跳过",
        }
    times = intake.accepted[source.contract.main_time] if source.contract.main_time else None
    has_times = times is not None and times.len() > 0
    return {
        "rows": intake.rows,
        "accepted": intake.accepted.height,
        "quarantined": intake.refused.height,
        "status": "refused" if intake.message else "loaded",
        "message": intake.message or "；".join(intake.notes) or None,
        "earliest": times.cast(pl.Datetime("us")).min()
        if times is not None and has_times
        else None,
        "latest": times.cast(pl.Datetime("us")).max() if times is not None and has_times else None,
    }


def _checked(intake: Intake, source: Source) -> dict[str, int]:
    """How many checks of the contract the file went through, and how many it did not pass."""
    known = source.contract
    run = len(known.checks)
    if intake.message:
        return {"checks_run": run, "checks_broken": run}
    sentences = intake.refused["rules"].explode().drop_nulls().unique().to_list()
    return {"checks_run": run, "checks_broken": len(known.broken_checks(sentences))}


def _content_hash(path: Path) -> str:
    """Hash of the content; empty if the file cannot be opened, which reading it then says."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, _digest).hexdigest()
    except OSError:
        return ""


def _digest() -> Any:
    return hashlib.blake2b(digest_size=16)


def _size(path: Path) -> int:
    """Bytes of a file; 0 if it has gone since it was listed."""
    return path.stat().st_size if path.exists() else 0
