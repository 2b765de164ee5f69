"""Clauses of official prose: how a value compares, what it consists of, why it moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from warehouse.report.document import Paragraph, Part
from warehouse.report.figures import (
    EARLIER,
    Before,
    Moved,
    Row,
    difference,
    figure,
    is_comparable,
    is_small,
    moved,
)
from warehouse.report.template import Wording

Clause = Sequence[Part]
_PARTS = {"area_name": "", "class_name": "类"}
_NAMED = {"p": "环比", "y": "同比"}
#: How many of equal ones are named one by one.
NAMED = 3


def sentence(*clauses: Clause, end: str = "。") -> list[Part]:
    """Clauses with commas between and a stop at the end; empty ones are left out."""
    told = [clause for clause in clauses if clause]
    parts: list[Part] = []
    for place, clause in enumerate(told):
        parts += ["，"] if place else []
        parts += clause
    return [*parts, end] if parts else []


def paragraph(*sentences: Clause) -> list[Paragraph]:
    """One paragraph of sentences; none if all are empty."""
    parts = [part for told in sentences for part in told]
    return [Paragraph(parts)] if parts else []


def listed(things: Iterable[Clause], between: str = "、") -> list[Part]:
    """Things one after the other."""
    parts: list[Part] = []
    for place, thing in enumerate(things):
        parts += [between] if place else []
        parts += thing
    return parts


def compared(row: Row, wording: Wording) -> list[Clause]:
    """The clauses `环比…` and `同比…`, each only where there is something to compare with.

    A year is compared once: the period before is the same period of the year before.
    """
    spans: tuple[Before, ...] = ("p",) if row["period_type"] == "year" else ("p", "y")
    return [clause for before in spans if (clause := _clause(row, before, wording))]


def gone(row: Row, wording: Wording) -> list[Clause]:
    """The comparisons of a count that is none now; what was none before is not told."""
    return compared(row | {name: row[name] or None for name in EARLIER.values()}, wording)


def told_rate(row: Row, wording: Wording) -> list[Clause]:
    """`督导问题整改率85.45%`, `环比…`; nothing where so few items make counts say more."""
    if row["value"] is None or (row["denominator"] or 0) < wording.small_base:
        return []
    return [[row["indicator_name"], figure(row)], *compared(row, wording)]


def without_stop(parts: Sequence[Part]) -> list[Part]:
    """A sentence as the headline of a slide."""
    kept = list(parts)
    return kept[:-1] if kept and kept[-1] == "。" else kept


def is_steady(change: Moved, wording: Wording) -> bool:
    """Whether it moved so little that this is called 持平 or 基本持平."""
    return change.is_nothing or (change.unit == "%" and abs(change.size) < wording.steady_below)


def is_marked(row: Row, wording: Wording, before: Before = "p") -> bool:
    """Whether a count moved so much (明显) that the report must say where."""
    change = moved(row, before, wording)
    return change is not None and change.unit == "%" and abs(change.size) > wording.marked_above


def rate(row: Row, wording: Wording, whole: str, part: str, unit: str = "件") -> list[Clause]:
    """`应处置120件`, `按期处置118件`, `按期处置率98.33%`, `环比…`; nothing without a value.

    Of few items only the counts are told.

    Args:
        row: Of a rate.
        wording: How few are few.
        whole: Verb before the denominator; empty where that has been told.
        part: Verb before the numerator; what follows a stroke is said where there are none.
        unit: Of both.
    """
    if row["value"] is None:
        return []
    some, _, none = part.partition("/")
    clauses: list[Clause] = [[whole, figure(row, "d", unit)]] if whole else []
    if none and not row["numerator"]:
        return [*clauses, [none]]
    clauses.append([some, figure(row, "n", unit)])
    if is_small(row, wording):
        return clauses
    return [*clauses, [short_name(row), figure(row)], *compared(row, wording)]


def short_name(row: Row) -> str:
    """The indicator's name where its field has been named already."""
    return str(row["indicator_name"]).removeprefix("矛盾纠纷")


def biggest_move(
    rows: Iterable[Row],
    total: Row,
    before: Before,
    then: str,
    name: str = "area_name",
) -> list[Part]:
    """Which part moved most in the direction of the whole: the cause that a count can tell.

    Args:
        rows: The same indicator at the places right below, or another way to part it.
        total: Of the whole place; it has a value now and then.
        before: Compared with which earlier value.
        then: What that period is called: 上周, 去年同期.
        name: Column of the parts' names.

    Returns:
        `其中双桥街道增加最多，较上周增加32件`; empty if no part moved that way.
    """
    earlier = EARLIER[before]
    sign = 1 if total["value"] > total[earlier] else -1
    known = [row for row in rows if is_comparable(row, before)]
    most = furthest(known, lambda row: sign * (row["value"] - row[earlier]))
    if not most or sign * (most[0]["value"] - most[0][earlier]) <= 0:
        return []
    word = "增加" if sign > 0 else "减少"
    each = "各" if len(most) > 1 else ""
    return [
        f"其中{named(most, name)}{_PARTS[name]}{word}最多，较{then}{each}{word}",
        difference(most[0], before).figure,
    ]


def furthest(rows: Sequence[Row], size: Callable[[Row], float]) -> list[Row]:
    """All rows of the largest size, as none of several equal ones stands above the others."""
    most = max(map(size, rows), default=None)
    return [row for row in rows if size(row) == most]


def named(rows: Sequence[Row], name: str = "area_name") -> str:
    """`双桥街道、南园街道`, or the first of many: a count of them would need a mark."""
    words = "、".join(str(row[name]) for row in rows[:NAMED])
    return f"{words}等" if len(rows) > NAMED else words


def _clause(row: Row, before: Before, wording: Wording) -> list[Part]:
    change = moved(row, before, wording)
    if change is None:
        return []
    named = "比上年" if row["period_type"] == "year" else _NAMED[before]
    return [named, *_movement(change, wording)]


def _movement(change: Moved, wording: Wording) -> list[Part]:
    if is_steady(change, wording):
        return ["持平" if change.is_none else "基本持平"]
    if change.unit == "%":
        size = abs(change.size)
        strength = "略有" if size < wording.slight_below else ""
        strength = "明显" if size > wording.marked_above else strength
        return [f"{strength}{'上升' if change.size > 0 else '下降'}", change.figure]
    up, down = ("提高", "下降") if change.unit == "个百分点" else ("增加", "减少")
    return [up if change.size > 0 else down, change.figure]
