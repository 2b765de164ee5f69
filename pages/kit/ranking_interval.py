"""A total with its interval on a cut axis: one drawing per row of the league table."""

from __future__ import annotations

import math
from typing import Any

import polars as pl

from pages.kit.formats import number
from pages.kit.html import Markup, svg_image
from pages.kit.theme import DESK

#: Of a drawing, in px.
WIDTH = 160


class Axis:
    """Where a total lies on the cut axis of the interval column."""

    def __init__(self, board: pl.DataFrame) -> None:
        lows = board.select(pl.min_horizontal("total_low", "previous_total").min()).item()
        highs = board.select(pl.max_horizontal("total_high", "previous_total").max()).item()
        self.low = 5 * math.floor((70 if lows is None else lows) / 5)
        self.high = max(5 * math.ceil((100 if highs is None else highs) / 5), self.low + 10)
        # At most five labels fit beside each other.
        step = next(step for step in (5, 10, 20, 25, 50) if (self.high - self.low) / step <= 6)
        first = step * (self.low // step + 1)
        self.ticks = list(range(first, self.high, step))

    def x(self, total: float) -> float:
        """Distance of a total from the left edge, in px."""
        return 6 + (WIDTH - 12) * (total - self.low) / (self.high - self.low)


def interval(row: dict[str, Any], axis: Axis, height: int) -> Markup:
    """Draw a total, its 90 % interval and the total of the period before.

    Args:
        row: Row of `mart_rank_board`.
        axis: Shared by the rows of a table.
        height: Of the drawing in px.
    """
    middle = height / 2
    drawing = "".join(
        f'<path d="M{axis.x(tick):.1f} 0V{height}" stroke="{DESK.line}"/>' for tick in axis.ticks
    )
    words = "暂不排名"
    if row["total"] is not None:
        colour = DESK.watch if row["card"] in {"yellow", "red"} else DESK.acc
        x, low, high = (axis.x(row[key]) for key in ("total", "total_low", "total_high"))
        low, high = max(low, 0), min(high, WIDTH)
        drawing += f'<path d="M{low:.1f} {middle}H{high:.1f}" stroke="{colour}" stroke-width="7"'
        drawing += ' opacity=".28"/>'
        if row["previous_total"] is not None:
            drawing += (
                f'<circle cx="{axis.x(row["previous_total"]):.1f}" cy="{middle}" r="4"'
                f' fill="{DESK.bg1}" stroke="{DESK.t3}" stroke-width="1.4"/>'
            )
        drawing += f'<circle cx="{x:.1f}" cy="{middle}" r="5.2" fill="{colour}"/>'
        words = f"{number(row['total'], 1)} 分，90% 区间 " + "至".join(
            number(row[key], 1) for key in ("total_low", "total_high")
        )
    return svg_image(
        drawing, (WIDTH, height), alt=words, style=f"width:{WIDTH}px;height:{height}px"
    )
