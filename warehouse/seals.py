"""Sealed periods on disk: what was published, frozen with the hashes of its files.

    <var>/seals/
      <scheme>/<period>/   seal.json, units.parquet, items.parquet, entries.parquet
      _schema/_/           the same files without a row, so that all can always be read
      .incoming-…/         being written; rubbish unless somebody is sealing

A seal is never edited: whoever changes a byte is found by `faults`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.frozen import Fault, changed_files, is_as_written, write_frame
from warehouse.settings import Settings

RECORD_FILE = "seal.json"
_SCHEMA_DIR = Path("_schema") / "_"
_OF_PERIOD: dict[str, pl.DataType] = {
    "scheme_code": pl.String(),
    "period_start": pl.Date(),
}
#: The columns that later builds read; a seal may hold more.
UNITS: dict[str, pl.DataType] = {
    **_OF_PERIOD,
    "level": pl.String(),
    "peer_group": pl.String(),
    "area_code": pl.String(),
    "is_ranked": pl.Boolean(),
    "total": pl.Float64(),
    "rank": pl.Int32(),
    "ranked_count": pl.Int32(),
    "rank_best": pl.Int32(),
    "rank_worst": pl.Int32(),
    "is_tied_with_next": pl.Boolean(),
    "total_low": pl.Float64(),
    "total_high": pl.Float64(),
    "card": pl.String(),
}
ITEMS: dict[str, pl.DataType] = {
    **_OF_PERIOD,
    "area_code": pl.String(),
    "item_code": pl.String(),
    "indicator_code": pl.String(),
    "numerator": pl.Float64(),
    "denominator": pl.Float64(),
    "value": pl.Float64(),
    "points": pl.Float64(),
}
ENTRIES: dict[str, pl.DataType] = {
    **_OF_PERIOD,
    "measure_code": pl.String(),
    "area_code": pl.String(),
    "entry_at": pl.Datetime("us"),
    "value": pl.Float64(),
    "source_model": pl.String(),
    "source_key": pl.String(),
    "source_file": pl.String(),
    "source_row": pl.Int64(),
}
FRAMES = {"units.parquet": UNITS, "items.parquet": ITEMS, "entries.parquet": ENTRIES}


def folder_of(site: Settings, scheme_code: str, label: str) -> Path:
    """Where the seal of a scheme's period lies, or would lie."""
    return site.seals / scheme_code / label


def sealed(site: Settings) -> list[dict[str, Any]]:
    """The records (`seal.json`) of all seals, by scheme and period."""
    return [
        json.loads(path.read_text())
        for path in sorted(site.seals.glob(f"*/*/{RECORD_FILE}"))
        if path.parent.parent.name != _SCHEMA_DIR.parent.name
    ]


def faults(site: Settings) -> list[Fault]:
    """Every seal whose files no longer have the hashes of their day; empty when all is well."""
    found = []
    for record in sealed(site):
        folder = folder_of(site, record["scheme_code"], record["period_label"])
        subject = f"{record['scheme_code']}/{record['period_label']}"
        found += [Fault(subject, wrong) for wrong in changed_files(folder, record["files"])]
        if not is_as_written(record, folder / RECORD_FILE):
            found.append(Fault(subject, f"{RECORD_FILE} is not what was written"))
    return found


def prepare_seals(site: Settings) -> None:
    """Make the seals readable even before the first."""
    folder = site.seals / _SCHEMA_DIR
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in FRAMES.items():
        path = folder / name
        if not path.exists() or pl.read_parquet_schema(path) != schema:
            write_frame(pl.DataFrame(schema=schema), path)
    if not (folder / RECORD_FILE).exists():
        (folder / RECORD_FILE).touch()
