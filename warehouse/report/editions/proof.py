"""Whether sealed editions still are what was sealed, and their files verified while read."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from warehouse.frozen import Fault, changed_files, digest_of, is_as_written
from warehouse.report.editions import shelf
from warehouse.report.editions.shelf import ENTRIES_FILE, NUMBERS_FILE, RECORD_FILE, Sealed
from warehouse.settings import Settings


class EditionFaultError(Exception):
    """A sealed file is not what was sealed; the message says which, in Chinese."""


def faults(site: Settings) -> list[Fault]:
    """Every file of an edition that changed, is missing or was added; empty when all is well.

    Also found: a record that was changed, an edition that stands in another's folder, and one
    that is gone from between others.
    """
    found = [
        Fault(str(folder.relative_to(site.editions)), wrong)
        for folder in shelf.folders(site)
        for wrong in _wrong(site, folder)
    ]
    return found + list(_gaps(site))


def faults_of(site: Settings, sealed: Sealed) -> list[str]:
    """What is wrong with one edition; empty when it is what was sealed."""
    return list(_wrong(site, sealed.folder))


def fetch(sealed: Sealed, name: str) -> bytes:
    """A file of an edition, verified while it is read.

    Raises:
        EditionFaultError: It is missing or not what was sealed.
        KeyError: The edition has no such file.
    """
    promised = sealed.files[name]
    try:
        record, content = shelf.read_record(sealed.folder), (sealed.folder / name).read_bytes()
    except (OSError, ValueError) as error:
        raise EditionFaultError(f"{sealed.subject}：{name} 或 {RECORD_FILE} 无法读取") from error
    if digest_of(record) != sealed.digest:
        raise EditionFaultError(f"{sealed.subject}：{RECORD_FILE} 与封存时不符")
    if hashlib.sha256(content).hexdigest() != promised.sha256:
        raise EditionFaultError(f"{sealed.subject}：{name} 与封存时不符")
    return content


def numbers(sealed: Sealed) -> pl.DataFrame:
    """Its figures, in the columns of `figures.numbers_of` with `name` and `area_name`.

    Raises:
        EditionFaultError: They are not what was sealed.
    """
    return pl.read_parquet(io.BytesIO(fetch(sealed, NUMBERS_FILE)))


def things(sealed: Sealed) -> pl.DataFrame:
    """What its indicators counted, in the columns of `printed.things`.

    Raises:
        EditionFaultError: They are not what was sealed.
    """
    return pl.read_parquet(io.BytesIO(fetch(sealed, ENTRIES_FILE)))


def _wrong(site: Settings, folder: Path) -> Iterator[str]:
    try:
        record = shelf.read_record(folder)
        sealed = shelf.as_sealed(record, folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield f"{RECORD_FILE} cannot be read: {error}"
        return
    yield from changed_files(folder, {name: file.sha256 for name, file in sealed.files.items()})
    known = {*sealed.files, RECORD_FILE}
    for path in sorted(folder.iterdir()):
        if path.name not in known:
            yield f"{path.name} was added"
    if not is_as_written(record, folder / RECORD_FILE):
        yield f"{RECORD_FILE} is not what was written"
    if sealed.subject != str(folder.relative_to(site.editions)):
        yield f"it is the edition {sealed.subject}"


def _gaps(site: Settings) -> Iterator[Fault]:
    there: dict[Path, set[int]] = {}
    for folder in shelf.folders(site):
        there.setdefault(folder.parent, set()).add(int(folder.name))
    for report, known in there.items():
        for number in sorted(set(range(1, max(known))) - known):
            yield Fault(str(report.relative_to(site.editions) / str(number)), "it is missing")
