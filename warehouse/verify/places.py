"""The register of places and its history: who lies under whom, and since when.

A place that moves has a row per stretch of time. The stretches of a place follow one another;
the first of them counts for all that came before. The times between two moves anywhere in the
register are its eras: inside one, everybody's place is fixed.
"""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cached_property

import polars as pl

LETTERS = {
    "province": "C",
    "city": "C",
    "district": "D",
    "street": "S",
    "community": "V",
    "grid": "G",
}
RANKS = {level: rank for rank, level in enumerate(LETTERS)}


class Places:
    """The register as it is known at the cut.

    Args:
        rows: Rows of `base/areas` in the order in which they were told.
        as_of: The cut; what is announced for later is not in force.
    """

    def __init__(self, rows: pl.DataFrame, as_of: datetime) -> None:
        self.stretches = _stretches(rows, as_of)

    @cached_property
    def latest(self) -> pl.DataFrame:
        """Every place as it is now, with `comes_on`, the first day of its first stretch."""
        first = self.stretches.group_by("area_code", maintain_order=True).agg(
            comes_on=pl.col("valid_from").first()
        )
        now = self.stretches.unique("area_code", keep="last", maintain_order=True)
        return now.join(first, on="area_code", maintain_order="left")

    @cached_property
    def levels(self) -> pl.DataFrame:
        """`area_code`, `letter` as the catalogue writes levels, `rank` (0 province … 5 grid)."""
        return self.latest.select(
            "area_code",
            letter=pl.col("level").replace_strict(LETTERS, return_dtype=pl.String),
            rank=pl.col("level").replace_strict(RANKS, return_dtype=pl.Int64),
        )

    @cached_property
    def eras(self) -> list[datetime]:
        """The moments at which some place moved."""
        before = pl.col("parent_code").shift(1).over("area_code")
        is_first = pl.int_range(pl.len()).over("area_code") == 0
        moved = self.stretches.filter(~is_first, pl.col("parent_code").ne_missing(before))
        days: list[date] = moved["valid_from"].unique().sort().to_list()
        return [datetime.combine(day, time()) for day in days]

    @cached_property
    def ancestors(self) -> pl.DataFrame:
        """`place`, `ancestor`, `era`: every place with itself and all above it, in each era."""
        begins = [datetime.min, *self.eras]
        parts = [self._ancestors(moment, era) for era, moment in enumerate(begins)]
        return pl.concat(parts)

    def era_of(self, moment: pl.Expr) -> pl.Expr:
        """Number of the era that holds a moment."""
        return pl.sum_horizontal(
            pl.lit(0, pl.Int64), *((moment >= begins).cast(pl.Int64) for begins in self.eras)
        )

    def _ancestors(self, moment: datetime, era: int) -> pl.DataFrame:
        """Everybody's chain at a moment; the first stretch counts for all that came before."""
        is_first = pl.int_range(pl.len()).over("area_code") == 0
        has_begun = is_first | (pl.col("valid_from") <= moment.date())
        then = self.stretches.filter(has_begun).unique(
            "area_code", keep="last", maintain_order=True
        )
        parents = dict(then.select("area_code", "parent_code").iter_rows())
        pairs = [(code, above, era) for code in parents for above in _chain(code, parents)]
        schema = {"place": pl.String, "ancestor": pl.String, "era": pl.Int64}
        return pl.DataFrame(pairs, schema=schema, orient="row")


def _chain(code: str, parents: dict[str, str | None]) -> list[str]:
    chain = [code]
    while (above := parents.get(chain[-1])) in parents and above not in chain:
        assert above is not None
        chain.append(above)
    return chain


def _stretches(rows: pl.DataFrame, as_of: datetime) -> pl.DataFrame:
    """The rows in force, by place and in order of time.

    A row without dates says how a place has always been and replaces all told before. What
    begins after the cut waits, unless the place has nothing else. A stretch ends where the next
    one begins.
    """
    told = pl.int_range(pl.len()).over("area_code")
    rows = rows.with_columns(told=told)
    is_standing = pl.col("valid_from").is_null() & pl.col("valid_to").is_null()
    standing = pl.col("told").filter(is_standing).max().over("area_code").fill_null(-1)
    rows = rows.filter(pl.col("told") >= standing)
    has_begun = (pl.col("valid_from").cast(pl.Datetime("us")) < as_of).fill_null(True)
    rows = rows.filter(has_begun | ~has_begun.any().over("area_code"))
    rows = rows.sort("area_code", "valid_from", "told", nulls_last=False)
    following = pl.col("valid_from").shift(-1).over("area_code")
    return rows.with_columns(valid_to=pl.coalesce(following, "valid_to"))
