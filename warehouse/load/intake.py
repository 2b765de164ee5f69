"""One file through reading, validation and quarantine; nothing is written here."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.load.cells import Trouble, read_values
from warehouse.load.coordinates import to_wgs84
from warehouse.load.encoding import UnreadableFileError
from warehouse.load.files import read_sheets
from warehouse.load.lake import REFUSED, lake_schema
from warehouse.load.personal import hash_columns, hashed, is_personal
from warehouse.load.points import PointCheck, check_points
from warehouse.load.registers import Registers
from warehouse.load.sheet import Sheet
from warehouse.load.source import Arranged, Source, WrongColumnsError
from warehouse.load.validate import split_rows
from warehouse.settings import Settings


@dataclass(frozen=True)
class LoadRun:
    """What all files of one load share."""

    site: Settings
    landing: Path
    load_id: str
    loaded_at: datetime
    registers: Registers


@dataclass
class Intake:
    """What became of one file: `rows = accepted.height + refused.height`, always.

    Attributes:
        accepted: Rows in the lake's schema.
        refused: Rows of the quarantine.
        rows: Data rows in the file, counted before anything was done with them.
        message: Why the whole file was refused; empty if it was not.
        notes: Anything else worth saying about it.
        points: Per sheet with points, what `check_points` found (`PointCheck.as_row`).
    """

    accepted: pl.DataFrame
    refused: pl.DataFrame
    rows: int = 0
    message: str = ""
    notes: list[str] = field(default_factory=list)
    points: list[dict[str, Any]] = field(default_factory=list)


def take_in(path: Path, source: Source, run: LoadRun) -> Intake:
    """Read one file. A file that cannot be read is refused with the reason, never half taken."""
    empty = pl.DataFrame(schema=lake_schema(source.contract))
    file = str(path.relative_to(run.landing))
    try:
        sheets = read_sheets(path, source.headings)
    except UnreadableFileError as error:
        return Intake(empty, pl.DataFrame(schema=REFUSED), message=str(error))
    takes = [_take_sheet(sheet, _part(file, sheet), source, run, empty) for sheet in sheets]
    # A workbook may hold other tables beside ours; a workbook without ours is refused.
    useful = [take for take in takes if not take.message]
    message = "" if useful else takes[0].message
    whole = Intake(
        accepted=pl.concat([take.accepted for take in takes]),
        refused=pl.concat([take.refused for take in takes]),
        rows=sum(take.rows for take in takes),
        message=message,
        notes=[note for take in takes for note in take.notes],
        points=[row for take in takes for row in take.points],
    )
    assert whole.rows == whole.accepted.height + whole.refused.height, file
    return whole


def _part(file: str, sheet: Sheet) -> str:
    return f"{file}#{sheet.part}" if sheet.part else file


def _take_sheet(
    sheet: Sheet, file: str, source: Source, run: LoadRun, empty: pl.DataFrame
) -> Intake:
    damaged = _refused(_shielded(sheet, source), file, source, run)
    try:
        arranged = source.arrange(sheet, run.registers.places)
    except WrongColumnsError as error:
        every = _all_refused(sheet, str(error), run.site.pii_key, source)
        refused = pl.concat([damaged, _refused(every, file, source, run)])
        return Intake(empty, refused, sheet.height, message=str(error))
    values = read_values(arranged.cells, source.contract, run.site.timezone, arranged.readings)
    points = _points(values.frame, arranged, run)
    values.frame = to_wgs84(values.frame, arranged.coordinates)
    values.troubles += _lost(arranged, source)
    kept = values.frame.height
    good, bad = split_rows(values, arranged.rows, source.contract, run.registers.codes)
    bad = pl.concat([bad, arranged.left_out])
    bad = bad.join(_originals(sheet, bad["_row"], source, run.site.pii_key), on="_row", how="left")
    notes = list(sheet.notes)
    if arranged.rest.width:
        notes.append(f"未约定的列已原样保留：{'、'.join(arranged.rest.columns)}")
    if points and points.note:
        notes.append(points.note)
    return Intake(
        accepted=_provenance(good, arranged, file, source, run),
        refused=pl.concat([damaged, _refused(bad, file, source, run)]),
        rows=kept + arranged.left_out.height + sheet.damaged.height,
        notes=notes,
        points=[points.as_row()] if points else [],
    )


def _points(read: pl.DataFrame, arranged: Arranged, run: LoadRun) -> PointCheck | None:
    if not {"area_code", "lon", "lat"} <= set(read.columns):
        return None
    numbered = read.with_columns(arranged.rows.alias("_row"))
    return check_points(numbered, arranged.coordinates, run.registers.outlines)


def _lost(arranged: Arranged, source: Source) -> list[Trouble]:
    return [
        Trouble(name, where, f"{source.contract.title(name)}{arranged.lost_because}")
        for name, where in arranged.lost_places.items()
        if where.any()
    ]


def _provenance(
    good: pl.DataFrame, arranged: Arranged, file: str, source: Source, run: LoadRun
) -> pl.DataFrame:
    """Accepted rows in the lake's schema; personal columns are hashed from here on."""
    contract = source.contract
    good = hash_columns(good, contract, run.site.pii_key)
    if arranged.rest.width:
        extra = _json(arranged.rest, run.site.pii_key).alias("_extra").to_frame()
        extra.insert_column(0, arranged.rows.alias("_row"))
        good = good.join(extra, on="_row", how="left", maintain_order="left")
    else:
        good = good.with_columns(_extra=pl.lit(None, dtype=pl.String))
    return good.with_columns(
        _feed=pl.lit(contract.feed),
        _file=pl.lit(file),
        _load_id=pl.lit(run.load_id),
        _loaded_at=pl.lit(run.loaded_at, dtype=pl.Datetime("us")),
        _row_hash=good.select(list(contract.types)).hash_rows(seed=311).cast(pl.String),
        _source=pl.lit(source.name),
    ).select(list(lake_schema(contract)))


def _refused(rows: pl.DataFrame, file: str, source: Source, run: LoadRun) -> pl.DataFrame:
    """`_row`, `rules`, `values` in the schema of the quarantine."""
    return rows.select(
        feed=pl.lit(source.contract.feed),
        family=pl.lit(source.contract.family),
        file=pl.lit(file),
        row=pl.col("_row"),
        load_id=pl.lit(run.load_id),
        loaded_at=pl.lit(run.loaded_at, dtype=pl.Datetime("us")),
        source=pl.lit(source.name),
        rules=pl.col("rules"),
        values=pl.col("values"),
    )


def _shielded(sheet: Sheet, source: Source) -> pl.DataFrame:
    """Damaged rows; where the table holds personal data, without the line that cannot be split."""
    headings = sheet.cells.columns
    if not source.personal(headings) and not any(is_personal(name) for name in headings):
        return sheet.damaged
    hint = json.dumps({"原文": "含个人信息，此处不保留，请查原文件"}, ensure_ascii=False)
    return sheet.damaged.with_columns(values=pl.lit(hint))


def _all_refused(sheet: Sheet, sentence: str, key: str, source: Source) -> pl.DataFrame:
    return _originals(sheet, sheet.rows, source, key).select(
        "_row", pl.concat_list(pl.lit(sentence)).alias("rules"), "values"
    )


def _originals(sheet: Sheet, wanted: pl.Series, source: Source, key: str) -> pl.DataFrame:
    """The wanted rows as the file has them: `_row` and `values`, JSON text."""
    chosen = sheet.rows.is_in(wanted.implode())
    values = _json(sheet.cells.filter(chosen), key, source.personal(sheet.cells.columns))
    return pl.DataFrame({"_row": sheet.rows.filter(chosen), "values": values})


def _json(cells: pl.DataFrame, key: str, personal: frozenset[str] = frozenset()) -> pl.Series:
    """Rows as JSON objects, personal columns hashed."""
    if not cells.width:
        return pl.Series([json.dumps({})] * cells.height, dtype=pl.String)
    secret = [name for name in cells.columns if name in personal or is_personal(name)]
    shown = cells.with_columns(hashed(cells[name], key) for name in secret)
    return shown.select(pl.struct(pl.all()).struct.json_encode()).to_series()
