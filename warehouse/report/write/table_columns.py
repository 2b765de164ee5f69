"""How wide the columns of a printed table are, and whether its page is turned for it.

Widths are counted in ems, the breadth of a Chinese character, before anything is set.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import ceil, hypot

from warehouse.report.document import Part, Table, words_of
from warehouse.report.write.text_width import ems

#: Millimetres across an upright page, and across a turned one.
UPRIGHT, TURNED = 156.0, 245.0
#: Type of tables in points: 五号, or 小五 if that saves lines.
_SIZES = (10.5, 9.0)
_POINT = 25.4 / 72
#: A table of more columns is set small if its cells cannot have one line each.
_FEW_COLUMNS = 6
#: Left and right of the words in a cell, and what a font may be broader than counted.
_MARGIN = 1.0
#: Of these, what the lines and the blank beside words take.
_EDGES = 0.6
#: A cell of so many ems is a word that reads badly when it is broken.
_SHORT = 5.0
#: What floats lose.
_A_LITTLE = 1e-6
#: A code as long as this may break behind its dots, or it would leave its cell.
_LONG = re.compile(r"[!-~]{16,}")
_BEHIND_DOTS = re.compile(r"(?<=[./_:@&=?-])(?=[!-~])")
#: What a line may not break inside: letters and digits, with the signs around them.
_WHOLE = re.compile(r"[!-~↑↓→≥≤±]+")
#: What columns may have to have: those that need no more than the first keep their line, the
#: others get the second at least.
_MUST = ((11.0, 7.0), (7.0, 6.0), (5.0, 5.0), (5.0, 0.0), (0.0, 0.0))
#: What so much more lines than the fewest are worth, for words that are not broken.
_WORTH = 1.2
#: A table of no more lines stays on one page.
_FEW_LINES = 15
#: From so many lines in the usual row on, a table is turned if that saves one in three.
_MANY_LINES = 3.0
#: A table of so many columns is turned as soon as that gives each row one line.
_MANY_COLUMNS = 10


def pieces(words: str) -> list[str]:
    """Words cut where a line may break although there is no gap: behind the dots of long codes."""
    return _BEHIND_DOTS.split(words) if _LONG.search(words) else [words]


def table_size(table: Table, breadth: float = UPRIGHT) -> float:
    """The type that a table is set in, in points, on so many millimetres."""
    needs = sum(_needs(_cells(table)))
    fits = (size for size in _SIZES if needs <= _room(breadth, size))
    return next(fits, _SIZES[len(table.columns) > _FEW_COLUMNS])


def column_widths(table: Table, breadth: float = UPRIGHT) -> list[float]:
    """The width of each column, in ems of its type; they fill so many millimetres.

    Columns get what their longest cell needs on one line and share the rest as the table says. If
    there is not room for all, short columns get theirs, and the others so much that their cells
    have as many lines as one another; at least a number that cannot break has its room.
    """
    cells, room = _cells(table), _room(breadth, table_size(table, breadth))
    needs = _needs(cells)
    if sum(needs) <= room:
        shares = [column.width for column in table.columns]
        spare = (room - sum(needs)) / sum(shares)
        return [need + share * spare for need, share in zip(needs, shares, strict=True)]
    usual = [hypot(*map(_breadth, column)) for column in cells]
    shared = _shared(room, needs, usual)
    ways = [_raised(shared, floors) for floors in _floors(cells, needs) if sum(floors) <= room]
    if not ways:
        return shared
    heights = [sum(_lines(cells, way)) for way in ways]
    return next(w for w, h in zip(ways, heights, strict=True) if h <= min(heights) * _WORTH)


def _floors(cells: list[list[str]], needs: list[float]) -> Iterator[list[float]]:
    """What each column may have to have, from the most to the least."""
    wholes = [max(map(unbroken, column)) + _MARGIN for column in cells]
    for short, least in _MUST:
        yield [
            need if need <= short else max(whole, least)
            for need, whole in zip(needs, wholes, strict=True)
        ]


def _needs(cells: list[list[str]]) -> list[float]:
    """What the longest cell of each column needs on one line."""
    return [max(map(_breadth, column)) + _MARGIN for column in cells]


def _room(breadth: float, size: float) -> float:
    """Ems of a type across so many millimetres."""
    return breadth / (size * _POINT)


def is_turned(table: Table) -> bool:
    """Whether it reads better on a page that is turned."""
    upright, turned = _usual_lines(table, UPRIGHT), _usual_lines(table, TURNED)
    if len(table.columns) >= _MANY_COLUMNS and turned == 1:
        return upright > 1
    return upright >= _MANY_LINES and turned <= upright * 2 / 3


def is_torn(table: Table, breadth: float = UPRIGHT) -> bool:
    """Whether a number would be broken, or a short word such as the name of a street."""
    return any(
        max(map(_whole, column)) > width - _EDGES
        for column, width in zip(_cells(table), column_widths(table, breadth), strict=True)
    )


def is_kept_whole(table: Table, breadth: float = UPRIGHT) -> bool:
    """Whether it is so small that it is not broken over two pages."""
    return sum(_lines(_cells(table), column_widths(table, breadth))) <= _FEW_LINES


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


def _whole(words: str) -> float:
    """Of what should stay on one line: all of a short cell, the longest number of others."""
    breadth = _breadth(words)
    return breadth if breadth <= _SHORT else unbroken(words)


def _usual_lines(table: Table, breadth: float) -> float:
    """Lines of a row on average."""
    lines = _lines(_cells(table), column_widths(table, breadth))
    return sum(lines) / len(lines)


def _lines(cells: list[list[str]], widths: list[float]) -> list[int]:
    """Lines of each row, the head first."""
    rooms = [max(width - _MARGIN, 1.0) + _A_LITTLE for width in widths]
    return [
        max(ceil(_breadth(cell) / room) for cell, room in zip(row, rooms, strict=True))
        for row in zip(*cells, strict=True)
    ]


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


def unbroken(words: str) -> float:
    """Of the longest part that no line may break."""
    wholes = [whole for piece in pieces(words) for whole in _WHOLE.findall(piece)]
    return max(map(_breadth, wholes), default=min(2.0, _breadth(words)))
