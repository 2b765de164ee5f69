"""Read a workbook back: cells with a comment are numbers."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

from openpyxl.reader.excel import load_workbook

from warehouse.report.check.found import Found, Loose, ReadBack

#: The sheet that lists the others, with how many rows each has.
CONTENTS = "说明"


def read_excel(path: Path) -> ReadBack:
    """Every cell with a comment by its value; a number without one is text that should not be."""
    book: Any = load_workbook(path)  # type: ignore[no-untyped-call]
    found: list[Found] = []
    loose: list[Loose] = []
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                where = f"{sheet.title}!{cell.coordinate}"
                if cell.comment is not None:
                    found.append(Found(cell.comment.text.strip(), "", _value(cell.value), where))
                elif cell.value is not None:
                    if sheet.title == CONTENTS and not isinstance(cell.value, str):
                        continue
                    # A bare number must not pass for a serial number, which is text.
                    sign = "" if isinstance(cell.value, str) else "="
                    loose.append(Loose(f"{sign}{cell.value}", where))
    return ReadBack(found, loose)


def _value(value: Any) -> Any:
    """A day comes back as its midnight."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    return value
