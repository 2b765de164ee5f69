"""Which of the things that an indicator counts came, went or changed between two countings.

    came      补录      not counted before, and from before the cut of the first counting
    left      核减      counted before, and not any more
    updated   更新      still counted, but otherwise: another value, place or measure
    settled   后续办理  was counted, and done since: after that cut, or in a measure that waits for
                        it (`matures`)
    later     后续新增  new, and from after that cut

Things are known by their keys (`printed.things`), so this needs no version that may be gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read import printed
from warehouse.trace_code import Number

WORDS = {
    "came": "补录",
    "left": "核减",
    "updated": "更新",
    "settled": "后续办理",
    "later": "后续新增",
}
# What is counted in cases; everything else in rows of its register.
_CASES = {"网格事件", "矛盾纠纷", "信访", "案件", "基层自治"}
_ENTRY = ["measure_code", "area_code", "thing", "value"]


class Move(NamedTuple):
    """How many things moved in one way.

    Attributes:
        way: A key of `WORDS`.
        things: How many.
        unit: 件 or 条.
    """

    way: str
    things: int
    unit: str


class Moves:
    """Two countings, to be asked by number what moved between them."""

    def __init__(
        self,
        scope: Scope,
        before: pl.DataFrame,
        after: pl.DataFrame,
        *,
        cut: datetime,
        numbers: Sequence[Number],
    ) -> None:
        """Compare two countings.

        Args:
            scope: For the register of places and the catalogue.
            before, after: In the columns of `printed.things`.
            cut: The data cut of the first.
            numbers: What will be asked for.
        """
        self._before, self._after, self._cut = before, after, cut
        self._measures = printed.measures(scope, [*{one.indicator_code for one in numbers}])
        self._inside = printed.places_inside(scope, [*{one.area_code for one in numbers}])

    def of(self, number: Number) -> list[Move]:
        """What moved for one number; a thing that moved in two measures is told once."""
        measures = self._measures.filter(indicator_code=number.indicator_code)
        inside = self._inside.filter(ancestor_code=number.area_code)
        before, after = (_counted(side, measures, number) for side in (self._before, self._after))
        moved = _moved(before, after).filter(
            pl.col("area_code").is_in(inside["area_code"].to_list())
        )
        waiting = measures.filter("matures")["measure_code"].to_list()
        told = moved.select("thing", way=_way(self._cut, waiting)).unique()
        # What is new in what a rate divides is new in both of its measures, so told as new.
        order = pl.col("way").replace_strict(
            list(WORDS), list(range(len(WORDS))), return_dtype=pl.Int32
        )
        ways = told.sort(order).unique("thing", keep="first", maintain_order=True)["way"]
        theme = measures["theme"].first() if measures.height else None
        unit = "件" if theme in _CASES else "条"
        return [Move(way, things, unit) for way in WORDS if (things := ways.to_list().count(way))]


def _counted(things: pl.DataFrame, measures: pl.DataFrame, number: Number) -> pl.DataFrame:
    """What is counted for an indicator in a period, wherever."""
    return things.filter(
        pl.col("measure_code").is_in(measures["measure_code"].to_list()),
        period_type=number.period_type,
        period_start=number.period_start,
    )


def _moved(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Entries on one side only, or with another value, and on which sides their thing counts."""
    came = after.join(before, on=_ENTRY, how="anti").with_columns(is_now=pl.lit(value=True))
    gone = before.join(after, on=_ENTRY, how="anti").with_columns(is_now=pl.lit(value=False))
    return pl.concat([came, gone]).with_columns(
        was_counted=pl.col("thing").is_in(before["thing"].implode()),
        is_counted=pl.col("thing").is_in(after["thing"].implode()),
    )


def _way(cut: datetime, waiting: Sequence[str]) -> pl.Expr:
    is_after = pl.col("entry_at") >= cut
    return (
        pl.when(~pl.col("is_counted"))
        .then(pl.lit("left"))
        .when(~pl.col("was_counted"))
        .then(pl.when(is_after).then(pl.lit("later")).otherwise(pl.lit("came")))
        .when(pl.col("is_now") & (is_after | pl.col("measure_code").is_in(waiting)))
        .then(pl.lit("settled"))
        .otherwise(pl.lit("updated"))
    )
