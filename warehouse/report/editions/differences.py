"""What sets two sealed editions apart: of one period, or of two."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.report.editions import proof
from warehouse.report.editions.moves import WORDS
from warehouse.report.editions.reasons import reasons_between
from warehouse.report.editions.sealing import OWN_PARTS
from warehouse.report.editions.shelf import Sealed
from warehouse.trace_code import Number

# Periods of each kind, counted from an arbitrary day on; weeks begin on Mondays.
_DAYS = {"day": 1, "week": 7, "last24h": 1, "last7d": 1}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_SAME = ["indicator_code", "area_code", "period_type", "period_offset", "part"]
_SINCE = f"^({'|'.join(WORDS)})-"
# Rows of lists and the third class of one period are others in the next; items of a score stay.
_OF_LISTS = pl.col("part").str.contains(r"-\d+[.-]") & ~pl.col("part").str.starts_with("item-")
# How a value moved: a sentence prints the size (下降0.80个百分点), a table the direction too.
_IS_MOVE = pl.col("part").str.contains(r"^(?:.+-)?[ck]r?$")
_SIGNED = "^[↑↓→]"
_SAID = ["heading", "block", "name", "area_name", "words", "value", "period_start"]
_NO_REASONS = {
    **dict.fromkeys(("indicator_code", "area_code", "period_type"), pl.String()),
    "period_start": pl.Date(),
    **dict.fromkeys(("part", "reason"), pl.String()),
}
DIFFERENCES: dict[str, pl.DataType] = {
    "state": pl.String(),
    "heading": pl.String(),
    "block": pl.String(),
    "name": pl.String(),
    "area_name": pl.String(),
    "indicator_code": pl.String(),
    "area_code": pl.String(),
    "part": pl.String(),
    "words_one": pl.String(),
    "words_other": pl.String(),
    "value_one": pl.Float64(),
    "value_other": pl.Float64(),
    "change": pl.Float64(),
    "reason": pl.String(),
}


def differences(one: Sealed, other: Sealed, *, scope: Scope | None = None) -> pl.DataFrame:
    """Numbers that two editions print otherwise, or that only one of them prints.

    A number is the same in both if it is the same part of the same subject and place, and its
    period stands to the report's as in the other: this week's to this week's. Where it stands in
    the report does not matter; printed more than once, it is told once. Cells of lists and
    shares of classes have a fellow only in an edition of the same period.

    Args:
        one: The earlier edition.
        other: The later one.
        scope: With it, editions of one period tell why a value changed, as far as it is known.

    Returns:
        The columns of `DIFFERENCES` in the order of reading: `state` is `changed`, `only_one` or
        `only_other`, `heading` and `block` say where it stands, `change` is the other minus one,
        null for what is no number and for moves that are told without their direction.

    Raises:
        EditionFaultError: One of them is not what was sealed.
        ValueError: They are of different kinds or places.
    """
    if (one.kind, one.area_code) != (other.kind, other.area_code):
        raise ValueError(f"{one.subject} and {other.subject} are reports of different series.")
    with_lists = one.period_start == other.period_start
    ours, theirs = (_comparable(sealed, with_lists=with_lists) for sealed in (one, other))
    joined = ours.join(theirs, on=_SAME, how="full", coalesce=True, suffix="_other")
    told = joined.with_columns(
        state=pl.when(pl.col("words").is_null())
        .then(pl.lit("only_other"))
        .when(pl.col("words_other").is_null())
        .then(pl.lit("only_one"))
        # One value may be printed in several ways, of which one is told.
        .when(
            pl.col("words") != pl.col("words_other"),
            pl.col("value").ne_missing(pl.col("value_other")) | pl.col("value").is_null(),
        )
        .then(pl.lit("changed")),
        order=pl.coalesce("order", "order_other"),
        change=pl.when(~_IS_MOVE | _both_signed()).then(pl.col("value_other") - pl.col("value")),
        **{name: pl.coalesce(name, f"{name}_other") for name in (*_SAID[:4], "period_start")},
    ).rename({"words": "words_one", "value": "value_one"})
    found = told.filter(pl.col("state").is_not_null()).sort("order", "state", maintain_order=True)
    explained = _explained(found, one, other, scope if with_lists else None)
    return explained.select(pl.col(name).cast(kind) for name, kind in DIFFERENCES.items())


def _explained(
    found: pl.DataFrame, one: Sealed, other: Sealed, scope: Scope | None
) -> pl.DataFrame:
    """With `reason` for values, numerators and denominators of indicators; null if not known."""
    asked = found.filter(pl.col("state") == "changed", pl.col("part").is_in(OWN_PARTS))
    keys = ["indicator_code", "area_code", "period_type", "period_start"]
    numbers = [Number(*row) for row in asked.select(keys).unique().iter_rows()]
    said = {} if scope is None else reasons_between(scope, one, other, numbers)
    reasons = pl.DataFrame(
        [(*number, part, words) for number, words in said.items() for part in OWN_PARTS],
        schema=[*keys, "part", "reason"] if said else _NO_REASONS,
        orient="row",
    )
    return found.join(reasons, on=[*keys, "part"], how="left", maintain_order="left")


def _comparable(sealed: Sealed, *, with_lists: bool) -> pl.DataFrame:
    """The edition's own numbers, once each, with their order and how far their period is off."""
    # What later data made of an earlier edition stands in one of them only, by its nature.
    said = pl.col("version").eq(sealed.version) & ~pl.col("part").str.contains(_SINCE)
    found = proof.numbers(sealed).filter(said).with_row_index("order")
    if not with_lists:
        found = found.filter(~_OF_LISTS)
    offsets = [
        _ordinal(kind, start) - _ordinal(kind, sealed.period_start)
        for kind, start in found.select("period_type", "period_start").iter_rows()
    ]
    counted = found.with_columns(period_offset=pl.Series(offsets, dtype=pl.Int64))
    # 上升0.50 and 下降0.50 print the same size: the one with its direction goes before.
    unsigned = _IS_MOVE & ~pl.col("words").str.contains(_SIGNED)
    once = counted.sort(unsigned, "order").unique(_SAME, keep="first", maintain_order=True)
    return once.select("order", *_SAME, *_SAID)


def _both_signed() -> pl.Expr:
    return pl.col("words").str.contains(_SIGNED) & pl.col("words_other").str.contains(_SIGNED)


def _ordinal(kind: str, day: date) -> int:
    """The number of the period of a kind that holds a day."""
    if kind in _MONTHS:
        return (12 * day.year + day.month - 1) // _MONTHS[kind]
    # The first of January of the year 1 was a Monday.
    return (day.toordinal() - 1) // _DAYS[kind]
