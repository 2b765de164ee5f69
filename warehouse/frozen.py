"""Folders that are written once and never again, each with a record that proves every byte.

What is filled with `new_folder` is there as a whole or not at all, also after a crash; of two who
make the same folder at once, one is refused. `digest_of` is the one number to print under it.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import secrets
import shutil
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.versions import sync

#: Folders being filled begin with this; rubbish unless somebody is at work.
HIDDEN = ".incoming-"
_GIVEN_UP_SECONDS = 86_400


@dataclass(frozen=True)
class Fault:
    """Something that is not what was sealed.

    Attributes:
        subject: Its folder below the place of its kind: `<scheme>/<period>`.
        message: What is wrong with which file.
    """

    subject: str
    message: str


@contextmanager
def new_folder(target: Path, *, within: Path) -> Iterator[Path]:
    """A hidden folder to fill, which stands at `target` when the block ends without an error.

    Args:
        target: Where it shall stand.
        within: A folder above, on the same disk, that holds it while it is being filled.

    Raises:
        FileExistsError: Something stands there already.
    """
    _sweep(within)
    hidden = within / f"{HIDDEN}{secrets.token_hex(4)}"
    hidden.mkdir(parents=True)
    try:
        yield hidden
        sync(hidden)
        target.parent.mkdir(parents=True, exist_ok=True)
        _move(hidden, target)
    finally:
        shutil.rmtree(hidden, ignore_errors=True)
    for folder in target.parents:
        sync(folder)
        if folder == within:
            break


def _sweep(within: Path) -> None:
    """Remove what was left when somebody died at work, once nobody can be at it any more."""
    for folder in within.glob(f"{HIDDEN}*"):
        if time.time() - folder.stat().st_mtime > _GIVEN_UP_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


def _move(hidden: Path, target: Path) -> None:
    try:
        # A folder is never renamed onto one with files.
        hidden.rename(target)
    except OSError:
        if target.exists():
            raise FileExistsError(str(target)) from None
        raise


def write_frame(frame: pl.DataFrame, path: Path) -> None:
    """A Parquet file that is on the disk when this returns."""
    fresh = path.with_name(f".{path.name}")
    frame.write_parquet(fresh, compression="zstd", statistics=True)
    sync(fresh)
    fresh.replace(path)


def write_record(record: dict[str, Any], path: Path) -> dict[str, Any]:
    """Write a record with its digest, on the disk when this returns; gives it back with it."""
    proven = {**record, "digest": digest_of(record)}
    path.write_bytes(_text_of(proven))
    sync(path)
    return proven


def is_as_written(record: dict[str, Any], path: Path) -> bool:
    """Whether a record that was read is the one that was written, to the last blank of its file."""
    return digest_of(record) == record["digest"] and path.read_bytes() == _text_of(record)


def _text_of(record: dict[str, Any]) -> bytes:
    return f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode()


def signed(by: str | None) -> str:
    """The office that seals; the system's user on this machine, unless given."""
    return by or f"{getpass.getuser()}@{socket.gethostname()}"


def sha256_of(path: Path) -> str:
    """Hash of a file's content, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_of(record: dict[str, Any]) -> str:
    """A hash over a record, and through the hashes that it names over its files."""
    told = {name: value for name, value in record.items() if name != "digest"}
    text = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def changed_files(folder: Path, hashes: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the files of a folder, a sentence each; nothing when all is well."""
    for name, was in hashes.items():
        path = folder / name
        if not path.exists():
            yield f"{name} is missing"
        elif (now := sha256_of(path)) != was:
            yield f"{name} was {was[:12]}…, is {now[:12]}…"
