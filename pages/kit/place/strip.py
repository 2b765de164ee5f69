"""Small drawings of one indicator: a value among its peers, and its months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pages.kit.formats import number, value_with_unit
from pages.kit.html import Markup, svg_image
from pages.kit.icons import svg_mark
from pages.kit.theme import DESK

WIDTH, HEIGHT = 300, 28
_MIDDLE = HEIGHT / 2
_MARGIN = 12.0
_SPARK = (96, 24)


@dataclass(frozen=True)
class Scale:
    """Where a value lies on a strip; the ends are the smallest and the largest value drawn."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """Distance from the left."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return _MARGIN + share * (WIDTH - 2 * _MARGIN)


def strip(row: dict[str, Any], peers: Sequence[float], *, median: float | None) -> Markup:
    """A value among the grey dots of its peers, their median and the target.

    Args:
        row: Of `mart_place_indicators`.
        peers: Their values.
        median: Of the peers; None leaves it out.
    """
    own, goal = row["value"], row["target"]
    drawn = [value for value in (own, goal, median, *peers) if value is not None]
    if not drawn:
        return Markup("")
    scale = Scale(min(drawn), max(drawn))
    faint = 0.5 if len(peers) <= 60 else 0.16
    parts = [
        f'<path d="M{_MARGIN} {_MIDDLE}H{WIDTH - _MARGIN}" stroke="{DESK.line}"/>',
        *(
            f'<circle cx="{scale.at(value):.1f}" cy="{_MIDDLE}" r="3.6" fill="{DESK.none}"'
            f' opacity="{faint}"/>'
            for value in peers
        ),
    ]
    if median is not None:
        at = scale.at(median)
        parts.append(f'<path d="M{at:.1f} 5V{HEIGHT - 5}" stroke="{DESK.t1}" stroke-width="1.6"/>')
    if goal is not None:
        at = scale.at(goal)
        parts.append(
            f'<path d="M{at:.1f} 2V{HEIGHT - 2}" stroke="{DESK.t2}" stroke-width="1.6"'
            ' stroke-dasharray="3 2.4"/>'
        )
    if own is not None:
        parts.append(_own(row, scale.at(own)))
    return svg_image(
        "".join(parts), (WIDTH, HEIGHT), alt=_sentence(row, peers, median), style="width:100%"
    )


def spark(row: dict[str, Any], values: Sequence[float | None]) -> Markup:
    """The months of an indicator as a line with a dot at its end."""
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    if len(known) < 2:
        return Markup("")
    width, height = _SPARK
    low, high = min(value for _, value in known), max(value for _, value in known)
    span = (high - low) or 1.0
    points = [
        (
            4 + (width - 10) * place / (len(values) - 1),
            height - 5 - (height - 10) * (value - low) / span,
        )
        for place, value in known
    ]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    end_x, end_y = points[-1]
    drawing = (
        f'<path d="{path}" fill="none" stroke="{DESK.acc}" stroke-width="1.6"'
        ' stroke-linejoin="round"/>'
        f'<circle cx="{end_x:.1f}" cy="{end_y:.1f}" r="2.6" fill="{DESK.acc}"/>'
    )
    unit, decimals = row["unit"], row["decimals"]
    sentence = (
        f"近 {len(values)} 个月：最低 {value_with_unit(low, unit, decimals)}，"
        f"最高 {value_with_unit(high, unit, decimals)}，"
        f"最新 {value_with_unit(known[-1][1], unit, decimals)}"
    )
    return svg_image(drawing, _SPARK, alt=sentence, style=f"width:{width}px")


def _own(row: dict[str, Any], at: float) -> str:
    shapes = {"severe": ("alert", DESK.alert), "watch": ("watch", DESK.watch_fill)}
    if row["status"] in shapes and not row["is_small_sample"]:
        shape, colour = shapes[row["status"]]
        rim = svg_mark(shape, at, _MIDDLE, 9, DESK.bg1)
        return rim + svg_mark(shape, at, _MIDDLE, 7, colour)
    fill = DESK.bg1 if row["is_small_sample"] else DESK.acc
    return (
        f'<circle cx="{at:.1f}" cy="{_MIDDLE}" r="5.6" fill="{fill}" stroke="{DESK.acc}"'
        ' stroke-width="2"/>'
    )


def _sentence(row: dict[str, Any], peers: Sequence[float], median: float | None) -> str:
    unit, decimals = row["unit"], row["decimals"]
    told = [
        f"{row['indicator_name']} {value_with_unit(row['value'], unit, decimals, row['target'])}"
    ]
    if peers:
        told.append(
            f"同类 {number(len(peers))} 个在 {value_with_unit(min(peers), unit, decimals)}"
            f" 到 {value_with_unit(max(peers), unit, decimals)} 之间"
        )
    if median is not None:
        told.append(f"中位数 {value_with_unit(median, unit, decimals)}")
    if row["target"] is not None:
        told.append(f"目标 {value_with_unit(row['target'], unit, decimals)}")
    return "，".join(told)
