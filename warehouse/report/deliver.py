"""Delivery of a set of files to a folder, and what delivery means wherever it goes.

A file appears in the folder whole or not at all, and is never written over: who has opened it
keeps what was delivered.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from warehouse.frozen import sha256_of
from warehouse.versions import sync


class DeliveryError(Exception):
    """A set could not be handed over; the text says why, without addresses or passwords."""


@dataclass(frozen=True)
class Parcel:
    """A set of files on its way.

    Attributes:
        title: What it is: `周报 2026-W46 南园街道`.
        folder: Where it goes inside the target: `周报_2026-W46/南园街道`.
        files: The files, in order.
        cut: The data cut in words.
        version: The build that the numbers come from.
        is_demo: Whether the data are made up.
    """

    title: str
    folder: str
    files: Sequence[Path]
    cut: str
    version: str
    is_demo: bool


def to_folder(parcel: Parcel, target: Path) -> list[Path]:
    """Put the files of a set below a folder.

    Args:
        parcel: The set.
        target: The folder; has to be there, so that a share that is not mounted is noticed.

    Returns:
        Where the files lie now. A file that lay there already with the same bytes is left; one
        with other bytes stays, and the new one is called `…(2)`.

    Raises:
        DeliveryError: The folder is not there or cannot be written to.
    """
    if not target.is_dir():
        raise DeliveryError(f"没有文件夹 {target}（未挂载？）")
    folder = target / parcel.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_put(path, folder) for path in parcel.files]
    except OSError as error:
        raise DeliveryError(f"写入 {folder} 失败：{error.strerror or error}") from error


def _put(path: Path, folder: Path) -> Path:
    digest, number = sha256_of(path), 1
    while True:
        name = path.name if number == 1 else f"{path.stem}({number}){path.suffix}"
        place = folder / name
        if not place.exists():
            break
        if sha256_of(place) == digest:
            return place
        number += 1
    # Hidden until it is whole; what a crash leaves is written over by the next call.
    hidden = folder / f".{name}.part"
    try:
        shutil.copyfile(path, hidden)
        sync(hidden)
        hidden.replace(place)
    except OSError:
        # The half of a file would keep a full disk full.
        hidden.unlink(missing_ok=True)
        raise
    return place
