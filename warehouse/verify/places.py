"""The register of places: who lies under whom, and how many people live there."""

from __future__ import annotations

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
        areas: Rows of `base/areas`, one per place.
    """

    def __init__(self, areas: pl.DataFrame) -> None:
        self.areas = areas

    @cached_property
    def parents(self) -> dict[str, str]:
        """Place -> the place above it; places at the top are left out."""
        known = set(self.areas["area_code"])
        rows = self.areas.select("area_code", "parent_code").iter_rows()
        return {place: above for place, above in rows if above in known}

    @cached_property
    def ancestors(self) -> pl.DataFrame:
        """`place`, `ancestor`: every place with itself and all above it."""
        pairs = [(code, above) for code in self.areas["area_code"] for above in self._chain(code)]
        schema = {"place": pl.String, "ancestor": pl.String}
        return pl.DataFrame(pairs, schema=schema, orient="row")

    @cached_property
    def levels(self) -> pl.DataFrame:
        """`area_code`, `letter` as the catalogue writes levels, `rank` (0 province … 5 grid)."""
        return self.areas.select(
            "area_code",
            letter=pl.col("level").replace_strict(LETTERS, return_dtype=pl.String),
            rank=pl.col("level").replace_strict(RANKS, return_dtype=pl.Int64),
        )

    def _chain(self, code: str) -> list[str]:
        chain = [code]
        while (above := self.parents.get(chain[-1])) and above not in chain:
            chain.append(above)
        return chain
