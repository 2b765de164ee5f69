"""Two sets of values side by side: the served ones and the recomputed ones."""

from __future__ import annotations

from datetime import datetime
from typing import cast

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, count
from warehouse.verify.spans import Span

_KEY = ["place", "span"]
_NUMBERS = ("numerator", "denominator", "value")
#: Served numbers are sums of millionths and doubles; a case more or less is far above this.
_RELATIVE, _ABSOLUTE = 1e-9, 1e-6


class Recount:
    """Values computed a second time; each count is made once, whoever shares it."""

    def __init__(self, city: City, spans: list[Span]) -> None:
        self.city = city
        self.spans = spans
        self._counts: dict[Count, pl.DataFrame] = {}

    def values(self, formula: Formula) -> pl.DataFrame:
        """`place`, `span`, `numerator`, `denominator`, `value`; a zero below the line has none."""
        above = self._count(formula.above)
        if formula.below is None:
            is_statistic = formula.above.way in ("median", "p90")
            return above.select(
                *_KEY,
                numerator=pl.col("entries").cast(pl.Float64) if is_statistic else "number",
                denominator=pl.lit(None, pl.Float64),
                value=pl.col("number") * formula.times,
            )
        below = self._count(formula.below).filter(pl.col("number") > 0)
        if formula.is_monthly:
            below = below.filter(pl.col("span").is_in(self._reported(formula.above)))
        joined = below.join(above, on=_KEY, how="left", suffix="_above")
        numerator = pl.col("number_above").fill_null(0.0)
        return joined.select(
            *_KEY,
            numerator=numerator,
            denominator="number",
            value=numerator * formula.times / pl.col("number"),
        )

    def _reported(self, counted: Count) -> list[int]:
        """Numbers of the spans from the first to the last report; a stock stays after it."""
        reports = self.city.derived(counted.entries)["at"]
        first, last = cast(datetime, reports.min()), cast(datetime, reports.max())
        return [
            number
            for number, span in enumerate(self.spans)
            if reports.len()
            and first < span.ends
            and (counted.way == "stock" or span.begins <= last)
        ]

    def _count(self, counted: Count) -> pl.DataFrame:
        if counted not in self._counts:
            self._counts[counted] = count(self.city, counted, self.spans)
        return self._counts[counted]


def differences(
    served: pl.DataFrame, recounted: pl.DataFrame, *, is_count: bool, kept: pl.DataFrame
) -> tuple[int, pl.DataFrame]:
    """How many values were compared, and those that differ.

    Args:
        served: `place`, `span` and the three numbers.
        recounted: The same, made from the raw rows.
        is_count: Where nothing was counted the number is 0, whether it is said or not.
        kept: `place`, `span` for which the warehouse keeps values of this indicator.

    Returns:
        The number, and a frame of `place`, `span`, `served_…` and `recounted_…`.
    """
    expected = recounted.join(kept, on=_KEY, how="semi")
    beyond = recounted.join(served, on=_KEY, how="semi").join(kept, on=_KEY, how="anti")
    ours = pl.concat([expected, beyond]).rename({name: f"recounted_{name}" for name in _NUMBERS})
    theirs = served.rename({name: f"served_{name}" for name in _NUMBERS})
    both = theirs.join(ours, on=_KEY, how="full", coalesce=True)
    if is_count:
        both = both.with_columns(
            pl.col(f"{side}_{name}").fill_null(0.0)
            for side in ("served", "recounted")
            for name in ("numerator", "value")
        )
    differs = pl.any_horizontal(_differ(name) for name in _NUMBERS)
    return both.height, both.filter(differs).sort("span", "place")


def _differ(name: str) -> pl.Expr:
    one, other = pl.col(f"served_{name}"), pl.col(f"recounted_{name}")
    allowed = _ABSOLUTE + _RELATIVE * pl.max_horizontal(one.abs(), other.abs())
    far = (one - other).abs() > allowed
    return (one.is_null() != other.is_null()) | far.fill_null(False)
