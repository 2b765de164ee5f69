"""Files of one JSON document a line that are only ever added to, by several processes.

A line without its end was cut off by a crash: it counts as not written, and goes when the next
one comes. What `append` has returned from is on the disk.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from filelock import FileLock


def append(path: Path, documents: Iterable[dict[str, Any]]) -> None:
    """Add documents, one a line; days and moments become ISO text.

    Raises:
        OSError: The folder cannot be written to.
    """
    lines = "".join(
        json.dumps(document, ensure_ascii=False, default=_text) + "\n" for document in documents
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_name(f".{path.name}.lock")), path.open("a+b") as file:
        _cut_torn_line(path)
        file.write(lines.encode())
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Every document, in the order of writing; none where there is no file."""
    if not path.exists():
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.endswith("\n"):
                yield json.loads(line)


def _cut_torn_line(path: Path) -> None:
    content = path.read_bytes()
    if content and not content.endswith(b"\n"):
        os.truncate(path, content.rfind(b"\n") + 1)


def _text(value: Any) -> str:
    if isinstance(value, date):  # a moment is one, too
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"No JSON for {type(value).__name__}")
