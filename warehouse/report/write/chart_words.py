"""What is written on a chart: how wide it is, where it breaks, what it says of each point."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from warehouse.report.document import Chart, Figure, Series
from warehouse.report.write.text_width import ems

#: By name; the first that the machine has.
FONTS = "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, SimHei, sans-serif"
#: Height of letters in pixels of 1/96 inch.
LETTER, SMALL = 13, 12
MISSING = "无数据"


def wide(words: str) -> float:
    """Pixels that a text of the size `LETTER` takes."""
    return LETTER * ems(words)


def rows_of(chart: Chart) -> list[dict[str, Any]]:
    """A row for each point of each series: place, series, value, words, extreme, label."""
    return [
        {
            "place": place,
            "series": series.name,
            "value": None if figure is None else _value(figure),
            "words": MISSING if figure is None else figure.words,
            "label": MISSING if figure is None else figure.words,
            "extreme": _extreme(figure, series) if len(chart.series) == 1 else "",
        }
        for series in chart.series
        for place, figure in enumerate(series.figures)
    ]


def under(names: Sequence[str], step: float) -> tuple[list[str], int]:
    """Names as they fit under places of a step in pixels, and the angle at which they stand.

    In one line, in up to three, or turned; where even that is too narrow, on one line of which
    every other name is left out.
    """
    letters = int((step - 4) // LETTER)
    if all(wide(name) <= step for name in names):
        return list(names), 0
    if letters >= 3 and all(wide(name) <= 3 * letters * LETTER for name in names):
        return [broken(name, letters) for name in names], 0
    return list(names), 270 if step > LETTER + 3 else 0


def broken(name: str, letters: int) -> str:
    """A long name in lines of about equal length, none longer than so many letters."""
    lines = -(-int(wide(name)) // (letters * LETTER))
    if lines <= 1:
        return name
    each = -(-len(name) // lines)
    return "\n".join(name[start : start + each] for start in range(0, len(name), each))


def spread(names: Sequence[str]) -> str:
    """Names as an array of Vega's expressions."""
    return json.dumps(list(names), ensure_ascii=False)


def _extreme(figure: Figure | None, series: Series) -> str:
    """最高 or 最低 among at least three; not said if more than a quarter share it."""
    values = [_value(other) for other in series.figures if other is not None]
    if figure is None or len(values) < 3 or min(values) == max(values):
        return ""
    value = _value(figure)
    if values.count(value) > max(1, len(values) // 4):
        return ""
    return {max(values): "最高", min(values): "最低"}.get(value, "")


def _value(figure: Figure) -> float:
    if not isinstance(figure.value, (int, float)):
        raise TypeError(f"{figure.words} is no number that a chart could show.")
    return float(figure.value)
