"""Sets of files for many places at once, made by several processes side by side.

Each process opens the warehouse by itself and sees, of each set, what its scope may see: nothing
of other places can be in it. A set that fails does not stop the others, and neither does a
process that dies.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from warehouse.access.scope import Scope
from warehouse.frozen import sha256_of
from warehouse.periods import Period
from warehouse.read import places
from warehouse.read.connection import OtherModelsError
from warehouse.report.document import Edition
from warehouse.report.file_names import allowed
from warehouse.report.kinds import Kind
from warehouse.report.template_files import template_of
from warehouse.settings import settings

# A set takes seconds.
_HIDDEN, _GIVEN_UP_SECONDS = ".part-", 3600


class CannotWriteError(Exception):
    """A file cannot be written or read; the text says which, and why not."""


class NoPlacesBelowError(Exception):
    """A set for every place below was asked for, and there is none."""


@dataclass(frozen=True)
class Job:
    """A set to be made.

    Attributes:
        scope: What may be in it.
        kind: Which report.
        area_code, area_name: Of which place.
        period: About which period.
        formats: Which files.
        out: The folder they go to.
    """

    scope: Scope
    kind: Kind
    area_code: str
    area_name: str
    period: Period
    formats: tuple[str, ...]
    out: Path

    @property
    def words(self) -> str:
        """`周报 2026-W46 云溪街道`."""
        return f"{self.kind.noun} {self.period.label} {self.area_name}"


#: Writes the files of a set into a folder; each process finds it again by its name.
Maker = Callable[[Job, Path], list[Path]]


@dataclass(frozen=True)
class File:
    """A file of a set, as it was when it was made."""

    path: Path
    size_bytes: int
    sha256: str


@dataclass(frozen=True)
class Made:
    """How a set came out: its files, or why there are none.

    Attributes:
        job: What was to be made.
        files: In the order of the formats.
        seconds: How long it took in its process.
        error: Empty, or why it failed.
    """

    job: Job
    files: tuple[File, ...] = ()
    seconds: float = 0
    error: str = ""


def each_child(job: Job) -> list[Job]:
    """The same for each place right below, in folders of their names, with what each may see.

    Raises:
        NoPlacesBelowError: There are none.
    """
    below = places.children(job.scope, job.area_code).filter(pl.col("level") != "grid")
    if below.is_empty():
        raise NoPlacesBelowError(f"Below {job.area_code} is no place that reports are about.")
    names = below["area_name"].to_list()
    return [
        replace(
            job,
            scope=Scope(job.scope.version, code),
            area_code=code,
            area_name=name,
            out=job.out / allowed(name if names.count(name) == 1 else f"{name}_{code}"),
        )
        for code, name in below.select("area_code", "area_name").rows()
    ]


def write_set(job: Job, folder: Path) -> list[Path]:
    """The `Maker` of the product: the next edition as the site's template has it, not sealed."""
    # Seconds of imports that only who writes must pay.
    from warehouse.report.editions import Report, corrections, next_number  # noqa: PLC0415
    from warehouse.report.make import make  # noqa: PLC0415
    from warehouse.report.sections.contents import CONTENTS  # noqa: PLC0415

    site, (kind, code, start) = settings(), (job.kind, job.area_code, job.period.start)
    return make(
        job.scope,
        kind=kind,
        area_code=code,
        period_start=start,
        formats=job.formats,
        out=folder,
        template=template_of(site, kind, [part.key for part in CONTENTS[kind.name]]),
        edition=Edition(next_number(site, Report(kind.name, code, job.period.label))),
        corrections=corrections(job.scope, site, kind.name, code, start),
    )


def make_all(
    jobs: Sequence[Job], maker: Maker = write_set, *, workers: int | None = None
) -> Iterator[Made]:
    """Make sets, as many at a time as there are processors.

    Args:
        jobs: Each with a folder of its own.
        maker: Makes one set.
        workers: How many processes; one set alone is made in this one.

    Yields:
        How each came out, in their order.
    """
    if len(jobs) < 2:
        yield from (_answer(job, maker) for job in jobs)
        return
    count = min(workers or os.cpu_count() or 1, len(jobs))
    unanswered = list(jobs)
    for made in _in_pool(jobs, maker, count):
        unanswered.remove(made.job)
        yield made
    # A process died and took the pool with it: the rest one by one, so that only one pays.
    for job in unanswered:
        answers = list(_in_pool([job], maker, 1))
        died = Made(job, error="the process died, perhaps for want of memory")
        yield answers[0] if answers else died


def make_one(job: Job, maker: Maker = write_set) -> Made:
    """Make a set in this process; a file appears in its folder whole or not at all.

    Raises:
        CannotWriteError: With the folder.
        OtherModelsError: The version was built by another program.
    """
    begun = time.perf_counter()
    try:
        with _hidden_folder(job.out) as hidden:
            files = tuple(_placed(path, job.out) for path in maker(job, hidden / "set"))
    except OSError as error:
        # A full disk names no file, and the hidden folder would tell nobody anything.
        told = str(error.filename or _HIDDEN)
        where = job.out if _HIDDEN in told else told
        raise CannotWriteError(f"{where}: {error.strerror or error}") from error
    except KeyError as error:
        # A program that was renewed asks an old version for a column that it has not.
        raise OtherModelsError(
            f"version {job.scope.version} lacks {error}; if the program is newer than it, "
            "yiping build makes one that fits"
        ) from error
    return Made(job, files, time.perf_counter() - begun)


def _answer(job: Job, maker: Maker) -> Made:
    """Make a set; whatever goes wrong is told with the place, and the others get their sets."""
    try:
        return make_one(job, maker)
    except Exception as error:
        words = f"{error}".strip().splitlines()
        return Made(job, error=words[0] if words else type(error).__name__)


@contextmanager
def _hidden_folder(out: Path) -> Iterator[Path]:
    """A new folder inside, of this call alone; what killed calls left there goes."""
    out.mkdir(parents=True, exist_ok=True)
    for left in out.glob(f"{_HIDDEN}*"):
        if time.time() - left.stat().st_mtime > _GIVEN_UP_SECONDS:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_HIDDEN, dir=out, ignore_cleanup_errors=True) as made:
        yield Path(made)


def _placed(path: Path, folder: Path) -> File:
    size, digest = path.stat().st_size, sha256_of(path)
    return File(path.replace(folder / path.name), size, digest)


def _in_pool(jobs: Sequence[Job], maker: Maker, count: int) -> Iterator[Made]:
    """What comes back from a pool of processes: less than was given if one of them dies."""
    # A copy of this process would hold locks of threads that it does not have.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, fresh, initializer=_end_with_parent) as pool:
        running: list[Future[Made]] = [pool.submit(_answer, job, maker) for job in jobs]
        for future in running:
            try:
                yield future.result()
            except BrokenProcessPool:
                continue


def _end_with_parent() -> None:
    """Workers wait for work for good; without this they would outlive a parent that is killed."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
