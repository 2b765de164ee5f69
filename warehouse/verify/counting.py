"""How entries become numbers: the ways of adding up that the catalogue of measures knows.

An entry is a row of `place`, `at`, `amount` and `key`. A `Count` says which entries, and how
they make one number for a place and a period; `Formula` puts one count over another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.spans import Span

Entries = Callable[[City], pl.DataFrame]
SCHEMA = {
    "place": pl.String,
    "at": pl.Datetime("us"),
    "amount": pl.Int64,
    "key": pl.String,
}
#: Amounts are kept as whole millionths, so that sums do not depend on the order of adding.
MILLION = 1_000_000
_WHERE = ["place", "era"]
_NONE = pl.DataFrame(
    schema={"place": pl.String, "number": pl.Float64, "entries": pl.Int64, "span": pl.Int64}
)


@dataclass(frozen=True)
class Count:
    """A number that is counted.

    Attributes:
        entries: What is counted.
        way: `sum` of the period; `stock` at its end; `keys`: how many different ones; `median`,
            `p90` of the amounts; `top_tenth`: what the tenth of the keys with most amounts has.
        days: The keys are those of so many days before the end, instead of the period's.
    """

    entries: Entries
    way: str = "sum"
    days: int | None = None


@dataclass(frozen=True)
class Formula:
    """An indicator: a count, or `times` one count over another.

    Attributes:
        is_monthly: What is above comes in monthly reports: before the first and after the last
            of them there is no value. A stock stays after its last one.
    """

    above: Count
    below: Count | None = None
    times: float = 1
    is_monthly: bool = False


def entries(
    frame: pl.DataFrame,
    at: str,
    *,
    place: str = "area_code",
    amount: str | pl.Expr | None = None,
    key: str | None = None,
) -> pl.DataFrame:
    """Entries made of rows; a row without a moment is none."""
    taken = frame.select(
        place=pl.col(place),
        at=pl.col(at).cast(pl.Datetime("us")),
        amount=_millionths(pl.lit(1.0) if amount is None else amount),
        key=pl.lit(None, pl.String) if key is None else pl.col(key).cast(pl.String),
    )
    return taken.drop_nulls(["at", "amount"])


def stock(frame: pl.DataFrame, comes: str, goes: str, place: str = "area_code") -> pl.DataFrame:
    """Entries of a stock: +1 when it comes, -1 when it goes."""
    going = entries(frame, goes, place=place).with_columns(amount=-pl.col("amount"))
    return pl.concat([entries(frame, comes, place=place), going])


def last_second_of(day: pl.Expr) -> pl.Expr:
    """A limit of days runs until the last second of its last day."""
    return day.cast(pl.Datetime("us")).dt.truncate("1d") + timedelta(days=1, seconds=-1)


def count(city: City, counted: Count, spans: Iterable[Span]) -> pl.DataFrame:
    """`place`, `span` (its number), `number`, `entries`, for every place that has entries."""
    found = city.derived(counted.entries)
    found = found.filter(pl.col("at") < city.cut.as_of)
    parts = [_NONE]
    for number, span in enumerate(spans):
        within = _within(city, found, counted, span)
        if within.height:
            rolled = _roll_up(city, within, counted.way)
            parts.append(rolled.with_columns(span=pl.lit(number, pl.Int64)))
    return pl.concat(parts)


def _millionths(amount: str | pl.Expr) -> pl.Expr:
    number = pl.col(amount) if isinstance(amount, str) else amount
    return (number.cast(pl.Float64) * MILLION).round().cast(pl.Int64)


def _within(city: City, found: pl.DataFrame, counted: Count, span: Span) -> pl.DataFrame:
    """The entries that a number is made of, with the `era` whose register they are rolled up in.

    What happened counts where its place belonged then; a stock, and who was seen lately, goes
    with the place.
    """
    last = pl.lit(span.ends - timedelta(microseconds=1))
    if counted.way == "stock":
        return found.filter(pl.col("at") < span.ends).with_columns(era=city.places.era_of(last))
    begins = span.ends - timedelta(days=counted.days) if counted.days else span.begins
    within = found.filter(pl.col("at").is_between(begins, span.ends, closed="left"))
    moment = last if counted.days else pl.col("at")
    return within.with_columns(era=city.places.era_of(moment))


def _roll_up(city: City, found: pl.DataFrame, way: str) -> pl.DataFrame:
    above = city.places.ancestors
    if way in ("sum", "stock"):
        found = found.group_by(_WHERE).agg(pl.col("amount").sum(), pl.len().alias("entries"))
        number = (pl.col("amount").sum() / MILLION).alias("number")
        return _by_ancestor(found, above, number, pl.col("entries").sum())
    if way == "keys":
        number = pl.col("key").n_unique().cast(pl.Float64).alias("number")
        found = found.select(*_WHERE, "key").drop_nulls().unique()
        return _by_ancestor(found, above, number, pl.col("key").n_unique().alias("entries"))
    if way == "top_tenth":
        return _top_tenth(found.join(above, on=_WHERE))
    share = {"median": 0.5, "p90": 0.9}[way]
    number = (pl.col("amount").quantile(share, "linear") / MILLION).alias("number")
    return _by_ancestor(found, above, number, pl.len().alias("entries"))


def _by_ancestor(
    found: pl.DataFrame, above: pl.DataFrame, number: pl.Expr, size: pl.Expr
) -> pl.DataFrame:
    joined = found.join(above, on=_WHERE).group_by("ancestor").agg(number, size)
    return _shaped(joined)


def _top_tenth(found: pl.DataFrame) -> pl.DataFrame:
    per_key = found.group_by("ancestor", "key").agg(
        pl.col("amount").sum(), pl.len().alias("entries")
    )
    ranked = per_key.sort("amount", "key", descending=[True, False])
    tenth = (pl.col("amount").len() + 9) // 10
    top = ranked.group_by("ancestor", maintain_order=True).agg(
        number=pl.col("amount").head(tenth).sum() / MILLION,
        entries=pl.col("entries").head(tenth).sum(),
    )
    return _shaped(top)


def _shaped(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        place=pl.col("ancestor"),
        number=pl.col("number").cast(pl.Float64),
        entries=pl.col("entries").cast(pl.Int64),
    )
