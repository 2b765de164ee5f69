"""Columns of text from columns of numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from warehouse.sample.draws import Whole


def choose(values: Sequence[str | None], index: Whole) -> pl.Series:
    """Texts picked by index; an index below zero is null."""
    return pl.Series(list(values), dtype=pl.String).gather(places(index))


def places(index: Whole) -> pl.Series:
    """Indices with those below zero as nulls."""
    series = pl.Series(index)
    return series.set(series < 0, None)


def numbered(prefix: str | pl.Series, numbers: Whole, digits: int) -> pl.Series:
    """Identifiers: a prefix and a number with leading zeros."""
    before = pl.lit(prefix) if isinstance(prefix, str) else prefix.cast(pl.String)
    return pl.select(
        identifier=pl.concat_str(before, pl.Series(numbers).cast(pl.String).str.zfill(digits))
    )["identifier"]


def ranks(values: Whole) -> Whole:
    """Place of each value in their order, from 1; ties in the order given."""
    order = np.empty(len(values), dtype=np.int64)
    order[np.argsort(values, kind="stable")] = np.arange(1, len(values) + 1)
    return order
