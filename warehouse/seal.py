"""Seal a published period of an assessment: from then on it stays what was announced.

Data that come later never change it; the next build lists them beside it as corrections.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.frozen import new_folder, sha256_of, signed, write_frame, write_record
from warehouse.read import sealing
from warehouse.read.connection import whole_site
from warehouse.seals import ENTRIES, FRAMES, ITEMS, RECORD_FILE, UNITS, folder_of, prepare_seals
from warehouse.settings import Settings


class CannotSealError(Exception):
    """The period is sealed already, or is nothing that could be sealed."""


def seal(
    site: Settings, scheme_code: str, period_start: date, *, by: str | None = None
) -> dict[str, Any]:
    """Freeze what the served version says about a period.

    Args:
        site: Whose seals; it must be the site that is being served.
        scheme_code: Of which scheme.
        period_start: First day of one of its periods.
        by: The office that publishes; the system's user, unless given.

    Returns:
        The record as written to `seal.json`; its `digest` proves the whole.

    Raises:
        CannotSealError: Sealed already, unknown, not ended, or nobody is ranked.
    """
    scope = whole_site()
    head = _head(sealing.period(scope, scheme_code, period_start), scheme_code, period_start)
    prepare_seals(site)
    target = folder_of(site, scheme_code, head["period_label"])
    if target.exists():
        raise CannotSealError(_sealed_already(target))
    frames = {
        "units.parquet": _fitting(sealing.units(scope, scheme_code, period_start), UNITS),
        "items.parquet": _fitting(sealing.items(scope, scheme_code, period_start), ITEMS),
        "entries.parquet": _fitting(sealing.entries(scope, scheme_code, period_start), ENTRIES),
    }
    try:
        with new_folder(target, within=site.seals) as folder:
            return _write_all(site, folder, frames, {**head, "build_id": scope.version}, by)
    except FileExistsError:
        raise CannotSealError(_sealed_already(target)) from None


def _head(found: pl.DataFrame, scheme_code: str, period_start: date) -> dict[str, Any]:
    """What is sealed, in the words of the served version."""
    if found.is_empty():
        raise CannotSealError(
            f"The served version has no assessment {scheme_code} from {period_start}."
        )
    row = found.row(0, named=True)
    if not row.pop("is_complete"):
        raise CannotSealError(f"{row['period_label']} has not ended at the data cut.")
    if row["ranked_count"] == 0:
        raise CannotSealError(f"{scheme_code} ranks nobody in {row['period_label']} (数据未齐).")
    return row


def _write_all(
    site: Settings,
    folder: Path,
    frames: dict[str, pl.DataFrame],
    head: dict[str, Any],
    by: str | None,
) -> dict[str, Any]:
    for name in FRAMES:
        write_frame(frames[name], folder / name)
    record: dict[str, Any] = {
        **{name: _text(value) for name, value in head.items()},
        "sealed_at": site.now().isoformat(),
        "sealed_by": signed(by),
        "rows": {name: frame.height for name, frame in frames.items()},
        "files": {name: sha256_of(folder / name) for name in frames},
    }
    return write_record(record, folder / RECORD_FILE)


def _fitting(frame: pl.DataFrame, schema: dict[str, pl.DataType]) -> pl.DataFrame:
    """The promised columns in the promised types, whatever else there is beside them."""
    return frame.with_columns(pl.col(name).cast(kind) for name, kind in schema.items())


def _sealed_already(target: Path) -> str:
    record = json.loads((target / RECORD_FILE).read_text())
    return (
        f"{record['scheme_code']} {record['period_label']} was sealed on {record['sealed_at']} "
        f"by {record['sealed_by']}; a seal is never written over."
    )


def _text(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
