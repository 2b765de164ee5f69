"""How wide the columns of a printed table are, and whether its page is turned for it.

Widths are counted in ems, the breadth of a Chinese character, before anything is set.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from warehouse.report.document import Part, Table, words_of
from warehouse.report.write.text_width import ems

#: Ems of 五号 across 156 mm of an upright page, and across 245 mm of a turned one.
UPRIGHT, TURNED = 42.0, 66.0
#: Left and right of the words in a cell, and what a font may be broader than counted.
_MARGIN = 1.0
#: A code as long as this may break behind its dots, or it would leave its cell.
_LONG = re.compile(r"[!-~]{16,}")
_BEHIND_DOTS = re.compile(r"(?<=[./_:@&=?-])(?=[!-~])")
#: What a line may not break inside: letters and digits, with the signs around them.
_WHOLE = re.compile(r"[!-~↑↓→≥≤±]+")
#: A column that needs no more is short, such as one of moments; short columns keep their lines
#: unless that takes more than this share of the room.
_SHORT, _MOST_FOR_SHORT = 11.0, 0.7
#: From so many lines in the usual row on, a table is turned if that saves one in three.
_MANY_LINES = 3.0


def pieces(words: str) -> list[str]:
    """Words cut where a line may break although there is no gap: behind the dots of long codes."""
    return _BEHIND_DOTS.split(words) if _LONG.search(words) else [words]


def column_widths(table: Table, room: float = UPRIGHT) -> list[float]:
    """The width of each column, in ems; they add to `room`.

    Columns get what their longest cell needs on one line and share the rest as the table says. If
    there is not room for all, short columns get theirs and the others share what is left; at least
    a number or code that cannot break has its room.
    """
    needs = [max(map(_breadth, cells)) + _MARGIN for cells in _cells(table)]
    shares = [column.width for column in table.columns]
    if sum(needs) <= room:
        spare = (room - sum(needs)) / sum(shares)
        return [need + share * spare for need, share in zip(needs, shares, strict=True)]
    floors = [max(map(_unbroken, cells)) + _MARGIN for cells in _cells(table)]
    kept = [n if n <= _SHORT else f for n, f in zip(needs, floors, strict=True)]
    if sum(kept) <= room * _MOST_FOR_SHORT:
        floors = kept
    return _raised(_shared(room, needs, shares), floors)


def is_turned(table: Table) -> bool:
    """Whether it reads better on a page that is turned."""
    upright, turned = _usual_lines(table, UPRIGHT), _usual_lines(table, TURNED)
    return upright >= _MANY_LINES and turned <= upright * 2 / 3


def _shared(room: float, needs: list[float], shares: list[float]) -> list[float]:
    """`room` by shares, but nobody gets more than they need."""
    widths = dict.fromkeys(range(len(needs)), 0.0)
    open_columns = set(widths)
    while open_columns:
        whole = sum(shares[c] for c in open_columns)
        settled = {c for c in open_columns if needs[c] <= room * shares[c] / whole}
        for column in settled or open_columns:
            widths[column] = needs[column] if settled else room * shares[column] / whole
        if not settled:
            break
        room -= sum(needs[c] for c in settled)
        open_columns -= settled
    return list(widths.values())


def _raised(widths: list[float], floors: list[float]) -> list[float]:
    """Each at least its floor; what that takes comes from those that have more than theirs."""
    lacking = sum(max(0.0, f - w) for f, w in zip(floors, widths, strict=True))
    spare = sum(max(0.0, w - f) for f, w in zip(floors, widths, strict=True))
    given = min(1.0, lacking / spare) if spare else 0.0
    return [
        floor if width < floor else width - (width - floor) * given
        for floor, width in zip(floors, widths, strict=True)
    ]


def _usual_lines(table: Table, room: float) -> float:
    """Lines of a row on average."""
    widths = column_widths(table, room)
    rows = table.rows_on_paper
    lines = [
        max(
            ceil(_breadth(words_of(cell)) / max(width - _MARGIN, 1.0))
            for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    ]
    return sum(lines) / len(lines) if lines else 1.0


def _cells(table: Table) -> list[list[str]]:
    """The words of each column, its head first."""
    rows: Sequence[Sequence[Part]] = table.rows_on_paper
    return [
        [column.head, *(words_of(row[place]) for row in rows)]
        for place, column in enumerate(table.columns)
    ]


def _breadth(words: str) -> float:
    """Of words on one line; of the longest if they have several."""
    return max(map(ems, words.split("\n")))


def _unbroken(words: str) -> float:
    """Of the longest part that no line may break."""
    wholes = [whole for piece in pieces(words) for whole in _WHOLE.findall(piece)]
    return max(map(_breadth, wholes), default=min(2.0, _breadth(words)))
