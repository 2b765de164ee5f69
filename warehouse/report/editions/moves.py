"""Which of the things that an indicator counts came, went or changed between two countings.

    came      补录      known to neither measure of the report before, and from before the cut
    left      核减      counted for nothing any more
    updated   更新      still counted, but otherwise: another value, place or measure
    settled   后续办理  was known, and done since: after the cut of the first counting, or in a
                        measure that waits for it (`matures`)
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
_PERIOD = ["period_type", "period_start"]
_ENTRY = ["measure_code", *_PERIOD, "area_code", "thing"]


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
    """Everything that moved between two countings, to be asked by indicator, place and period."""

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
        self._measures = printed.measures(scope, [*{number.indicator_code for number in numbers}])
        self._inside = printed.places_inside(scope, [*{number.area_code for number in numbers}])
        moved = _moved(before, after).join(
            self._measures.select("measure_code", "matures").unique(), on="measure_code"
        )
        self._moved = moved.with_columns(way=_way(cut))

    def of(self, number: Number) -> list[Move]:
        """What moved for one number; a thing that moved in two measures is told once."""
        measures = self._measures.filter(indicator_code=number.indicator_code)
        theme = measures["theme"].first() if measures.height else None
        unit = "件" if theme in _CASES else "条"
        rows = self._moved.filter(
            pl.col("measure_code").is_in(measures["measure_code"].to_list()),
            pl.col("area_code").is_in(
                self._inside.filter(ancestor_code=number.area_code)["area_code"].to_list()
            ),
            period_type=number.period_type,
            period_start=number.period_start,
        )
        # The first way of a thing in the order of WORDS: new ones are also new in the numerator.
        first = rows.with_columns(
            rank=pl.col("way").replace_strict(list(WORDS), range(len(WORDS)), return_dtype=pl.Int32)
        )
        ways = first.group_by("thing").agg(pl.col("way").sort_by("rank").first())["way"]
        return [Move(way, count, unit) for way in WORDS if (count := int((ways == way).sum()))]


def _moved(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Entries on one side only, or with another value: the columns of `_ENTRY`, then which."""
    same = [*_ENTRY, "value"]
    came = after.join(before, on=same, how="anti").with_columns(is_now=pl.lit(value=True))
    gone = before.join(after, on=same, how="anti").with_columns(is_now=pl.lit(value=False))
    thing = [*_PERIOD, "thing"]
    known = before.select(thing).unique().with_columns(was_known=pl.lit(value=True))
    counted = after.select(thing).unique().with_columns(is_counted=pl.lit(value=True))
    return (
        pl.concat([came, gone])
        .join(known, on=thing, how="left")
        .join(counted, on=thing, how="left")
        .with_columns(pl.col("was_known", "is_counted").fill_null(value=False))
    )


def _way(cut: datetime) -> pl.Expr:
    is_after = pl.col("entry_at") >= cut
    return (
        pl.when(~pl.col("is_counted"))
        .then(pl.lit("left"))
        .when(~pl.col("was_known"))
        .then(pl.when(is_after).then(pl.lit("later")).otherwise(pl.lit("came")))
        .when(pl.col("is_now") & (is_after | pl.col("matures")))
        .then(pl.lit("settled"))
        .otherwise(pl.lit("updated"))
    )
