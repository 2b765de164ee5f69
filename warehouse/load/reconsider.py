"""Rows refused because a register did not know their code, taken in once it does."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from warehouse.load.intake import Intake, LoadRun, take_in
from warehouse.load.lake import REFUSED
from warehouse.load.source import Source
from warehouse.load.validate import REGISTER_NAMES

#: How a rule ends that a larger register may heal.
_HEALABLE = rf"(不在({'|'.join(REGISTER_NAMES.values())})中|按.*在地区名录中找不到，.*)$"


def reconsider(path: Path, source: Source, run: LoadRun, seen: pl.DataFrame) -> Intake | None:
    """The rows of a known file that pass now; None if there are none.

    What stays refused stays in the quarantine as it is.

    Args:
        path: The file.
        source: How it is read.
        run: This load.
        seen: Lines of the load log about this content.
    """
    if not seen["quarantined"].sum() or not run.registers.grew_after(seen["loaded_at"].max()):
        return None
    waiting = _waiting(source, run, seen)
    if waiting.is_empty():
        return None
    accepted = take_in(path, source, run).accepted
    healed = accepted.filter(pl.col("_row").is_in(waiting.implode()))
    if healed.is_empty():
        return None
    note = f"名录更新后补收 {healed.height} 行"
    return Intake(healed, pl.DataFrame(schema=REFUSED), healed.height, notes=[note])


def _waiting(source: Source, run: LoadRun, seen: pl.DataFrame) -> pl.Series:
    """Row numbers that were refused for an unknown code and have not been taken in since."""
    known = source.contract
    folder = run.site.quarantine / known.family / known.name
    if not any(folder.glob("*.parquet")):
        return pl.Series("_row", [], dtype=pl.Int64)
    loads = seen["load_id"].implode()
    refused = (
        pl.scan_parquet(str(folder / "*.parquet"))
        .filter(pl.col("load_id").is_in(loads) & (pl.col("source") == source.name))
        .filter(pl.col("rules").list.eval(pl.element().str.contains(_HEALABLE)).list.any())
        .select(_file="file", _row="row")
    )
    lake = run.site.raw / known.family / known.name / "**" / "*.parquet"
    taken = pl.scan_parquet(str(lake)).select("_file", "_row")
    files = seen["file"].implode()
    return (
        refused.filter(pl.col("_file").str.split("#").list.first().is_in(files))
        .join(taken, on=["_file", "_row"], how="anti")
        .select("_row")
        .unique()
        .collect()
        .to_series()
    )
