"""The codes that registers know, from the lake and from what this load has accepted so far."""

from __future__ import annotations

import polars as pl

from warehouse.feeds import contract
from warehouse.settings import Settings

#: Register -> its code column.
_CODES = {
    "base/areas": "area_code",
    "base/departments": "department_code",
    "base/matters": "matter_code",
}


def known_codes(site: Settings) -> dict[str, pl.Series]:
    """The codes that stand in the lake."""
    return {feed: _in_lake(site, feed, column) for feed, column in _CODES.items()}


def remember(registers: dict[str, pl.Series], feed: str, accepted: pl.DataFrame) -> None:
    """Add the codes of rows that have just been accepted."""
    if feed in _CODES:
        fresh = accepted[_CODES[feed]].rename("code")
        registers[feed] = pl.concat([registers[feed], fresh]).unique()


def _in_lake(site: Settings, feed: str, column: str) -> pl.Series:
    register = contract(feed)
    files = site.raw / register.family / register.name / "**" / "*.parquet"
    codes = pl.scan_parquet(str(files)).select(pl.col(column).alias("code")).unique().collect()
    return codes.to_series()
