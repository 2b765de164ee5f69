"""Where sealed editions stand, and what each says about itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from warehouse.access.scope import Scope
from warehouse.read import printed
from warehouse.read.narrowed import NotPermittedError
from warehouse.report.document import Edition
from warehouse.report.kinds import KINDS
from warehouse.settings import Settings

RECORD_FILE = "edition.json"
NUMBERS_FILE = "numbers.parquet"
ENTRIES_FILE = "entries.parquet"


class NoSuchEditionError(Exception):
    """There is no such edition."""


class Report(NamedTuple):
    """Which report the editions are of.

    Attributes:
        kind: Key of `kinds.KINDS`.
        area_code: The place.
        label: The period as people write it: `2026-W46`.
    """

    kind: str
    area_code: str
    label: str


@dataclass(frozen=True)
class SealedFile:
    """A file of an edition as it was sealed: SHA-256 in hexadecimal, and its size."""

    sha256: str
    bytes: int


@dataclass(frozen=True)
class Sealed:
    """A sealed edition, as its `edition.json` says.

    Attributes:
        kind, noun: Key of `kinds.KINDS`, and its name in Chinese.
        area_code, area_name: The place.
        period_type, period_start, label: The period.
        n: Which edition of this report.
        title, subtitle: As printed.
        code: The report's own 溯源码.
        version, as_of: The build that the numbers come from, and its data cut.
        is_complete: Whether the period had ended at the cut.
        models, settings: Fingerprints of the models and settings of the build; empty if unknown.
        template: Fingerprint of the template; empty if unknown.
        content: Hash over what it says (`figures.content_of`).
        same_as: An earlier edition of the same report that says the same; None if none does.
        rows: Rows of each Parquet file.
        files: By name; the ones for people, then the Parquet files.
        sealed_at, sealed_by, note: When, by which office, and why (from the second edition on).
        digest: Hash over all of this.
        folder: Where it stands.
    """

    kind: str
    noun: str
    area_code: str
    area_name: str
    period_type: str
    period_start: date
    label: str
    n: int
    title: str
    subtitle: str
    code: str
    version: str
    as_of: datetime
    is_complete: bool
    models: str
    settings: str
    template: str
    content: str
    same_as: int | None
    rows: Mapping[str, int]
    files: Mapping[str, SealedFile]
    sealed_at: datetime
    sealed_by: str
    note: str
    digest: str
    folder: Path

    @property
    def documents(self) -> list[str]:
        """Names of the files for people."""
        return [name for name in self.files if name not in (NUMBERS_FILE, ENTRIES_FILE)]

    @property
    def words(self) -> str:
        """`第2版（定稿）`."""
        return Edition(self.n, is_final=True).words

    @property
    def report(self) -> Report:
        """The report that it is an edition of."""
        return Report(self.kind, self.area_code, self.label)

    @property
    def subject(self) -> str:
        """`weekly/990105000000/2026-W46/2`, its folder below `<var>/editions`."""
        return "/".join([*self.report, str(self.n)])


def folder_of(site: Settings, report: Report) -> Path:
    """Where the editions of one report stand, or would stand."""
    return site.editions / Path(*report)


def folders(site: Settings) -> Iterator[Path]:
    """The folder of every edition, whether it can be read or not."""
    for path in sorted(site.editions.glob("*/*/*/*")):
        if path.parts[-4] in KINDS and path.name.isdecimal():
            yield path


def editions(
    site: Settings,
    kind: str | None = None,
    area_code: str | None = None,
    *,
    scope: Scope | None = None,
) -> list[Sealed]:
    """Sealed editions, the newest period first and of a period the highest edition.

    One whose record cannot be read is left out here; `proof.faults` tells of it.

    Args:
        site: Whose.
        kind: Only of this kind.
        area_code: Only of this place.
        scope: Only of places that this reader may see.
    """
    found = [
        read
        for folder in folders(site)
        # By its folder first: after some years there are thousands to read.
        if kind in (None, folder.parts[-4])
        and area_code in (None, folder.parts[-3])
        and (read := _read(folder)) is not None
    ]
    seen = readable(scope, {sealed.area_code for sealed in found})
    chosen = [
        sealed
        for sealed in found
        if kind in (None, sealed.kind)
        and area_code in (None, sealed.area_code)
        and sealed.area_code in seen
    ]
    kinds = list(KINDS)
    return sorted(
        chosen,
        key=lambda one: (one.period_start, -kinds.index(one.kind), one.n, one.area_code),
        reverse=True,
    )


def find(
    site: Settings, report: Report, n: int | None = None, *, scope: Scope | None = None
) -> Sealed:
    """One edition of a report; the highest unless `n` says which.

    Raises:
        NoSuchEditionError: There is none, or its record cannot be read.
        NotPermittedError: It is of a place that the reader may not see.
    """
    if not readable(scope, {report.area_code}):
        raise NotPermittedError(f"{report.area_code} is not in {scope and scope.area_code}.")
    numbers = _numbers(folder_of(site, report))
    chosen = n if n is not None else max(numbers, default=0)
    sealed = _read(folder_of(site, report) / str(chosen))
    if chosen not in numbers or sealed is None:
        which = f"第{n}版" if n is not None else "定稿"
        noun = KINDS[report.kind].noun if report.kind in KINDS else report.kind
        raise NoSuchEditionError(f"没有 {report.area_code} {report.label} {noun}的{which}。")
    return sealed


def newest(site: Settings, report: Report) -> Sealed | None:
    """The highest edition of a report; None if it was never made final."""
    try:
        return find(site, report)
    except NoSuchEditionError:
        return None


def next_number(site: Settings, report: Report) -> int:
    """Which edition of a report the next one will be."""
    return max(_numbers(folder_of(site, report)), default=0) + 1


def read_record(folder: Path) -> dict[str, Any]:
    """The `edition.json` of an edition.

    Raises:
        OSError, ValueError: It is not there or no JSON.
    """
    record: dict[str, Any] = json.loads((folder / RECORD_FILE).read_text(encoding="utf-8"))
    return record


def as_sealed(record: dict[str, Any], folder: Path) -> Sealed:
    """A record as what it says.

    Raises:
        KeyError, TypeError, ValueError: It says something else.
    """
    if record["kind"] not in KINDS:
        raise ValueError(f"there is no report {record['kind']}")
    told = {
        **record,
        "files": {name: SealedFile(**file) for name, file in record["files"].items()},
        "period_start": date.fromisoformat(record["period_start"]),
        **{name: datetime.fromisoformat(record[name]) for name in ("as_of", "sealed_at")},
    }
    return Sealed(**told, folder=folder)


def _read(folder: Path) -> Sealed | None:
    try:
        return as_sealed(read_record(folder), folder)
    except (OSError, ValueError, KeyError, TypeError):
        return None  # damaged: `proof.faults` says how


def _numbers(folder: Path) -> list[int]:
    return [int(path.name) for path in folder.glob("*") if path.name.isdecimal()]


def readable(scope: Scope | None, area_codes: set[str]) -> set[str]:
    """Those of some places that a reader may see."""
    if scope is None or scope.area_code is None:
        return area_codes
    inside = printed.places_inside(scope, [scope.area_code])
    return area_codes & set(inside["area_code"])
