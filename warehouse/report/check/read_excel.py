"""Read a workbook back: cells with a comment are numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Any

from openpyxl.reader.excel import load_workbook

from warehouse.report.check.found import Found, Loose, ReadBack

#: The sheet that lists the others, with how many rows each has.
CONTENTS = "说明"
#: Signs that programs put before letters of a number format, or leave away.
_UNQUOTED = re.compile(r'["\\]')


def read_excel(path: Path) -> ReadBack:
    """Every cell with a comment by its value; a number without one is text that should not be."""
    book: Any = load_workbook(path)  # type: ignore[no-untyped-call]
    found: list[Found] = []
    loose: list[Loose] = []
    beside: list[Loose] = []
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                where = f"{sheet.title}!{cell.coordinate}"
                if cell.comment is not None:
                    mark, form = cell.comment.text.strip(), _UNQUOTED.sub("", cell.number_format)
                    found.append(Found(mark, "", _value(cell.value), where, form))
                elif cell.value is not None:
                    if sheet.title == CONTENTS and not isinstance(cell.value, str):
                        beside.append(Loose(str(cell.value), where))
                        continue
                    # A bare number must not pass for a serial number, which is text.
                    sign = "" if isinstance(cell.value, str) else "="
                    loose.append(Loose(f"{sign}{cell.value}", where))
        beside += [Loose(text, sheet.title) for text in _around(sheet)]
    return ReadBack(found, loose, beside)


def _around(sheet: Any) -> Iterator[str]:
    """Its name, what is printed above and below each page, and what its charts show."""
    yield sheet.title
    for line in (sheet.oddHeader, sheet.oddFooter):
        yield "".join(part.text or "" for part in (line.left, line.center, line.right))
    for chart in sheet._charts:
        for series in chart.series:
            yield f"{series.cat.numRef.f if series.cat.numRef else series.cat.strRef.f}"
            yield f"{series.val.numRef.f}"


def _value(value: Any) -> Any:
    """A day comes back as its midnight."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    return value
