"""Reading the quarantine: what was refused and why."""

from __future__ import annotations

import polars as pl

from warehouse.feeds import contract
from warehouse.load.lake import REFUSED
from warehouse.settings import Settings


def quarantined(site: Settings, *, feed: str | None = None) -> pl.DataFrame:
    """One row per refused row, newest load first.

    Args:
        site: Where the quarantine lies.
        feed: Full or short name of one feed; all unless given.
    """
    files = sorted(site.quarantine.rglob("*.parquet"))
    if not files:
        return pl.DataFrame(schema=REFUSED)
    rows = pl.read_parquet(files)
    if feed:
        rows = rows.filter(pl.col("feed") == contract(feed).feed)
    return rows.sort("loaded_at", "file", "row", descending=[True, False, False])
