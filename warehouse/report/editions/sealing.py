"""Seal an edition of a report: from then on it stays what was handed out."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.access.scope import Scope
from warehouse.frozen import new_folder, sha256_of, signed, write_frame, write_record
from warehouse.periods import period_of
from warehouse.read import places, printed, trace_codes
from warehouse.report.document import Document
from warehouse.report.editions import shelf
from warehouse.report.editions.figures import content_of, numbers_of
from warehouse.report.editions.shelf import ENTRIES_FILE, NUMBERS_FILE, RECORD_FILE, Report, Sealed
from warehouse.report.kinds import KINDS
from warehouse.settings import Settings
from warehouse.trace_code import Number
from warehouse.versions import read_record, sync

#: Parts of a figure that are the indicator's own: value, numerator, denominator.
OWN_PARTS = ("v", "n", "d")
_SUBJECT = ["indicator_code", "area_code", "period_type", "period_start"]


@dataclass(frozen=True)
class Issue:
    """How a report is issued.

    Attributes:
        by: The office; the system's user, unless given.
        note: Why there is a new edition; needed from the second on.
        template: Fingerprint of the template.
    """

    by: str | None = None
    note: str = ""
    template: str = ""


class CannotSealError(Exception):
    """The edition is sealed already or lacks something; the message says what, in Chinese."""


def seal(
    site: Settings,
    document: Document,
    files: Iterable[Path],
    issue: Issue,
) -> Sealed:
    """Freeze a report as it is handed out.

    Its numbers are remembered under their 溯源码 too, so that these can be opened after the
    version is gone.

    Args:
        site: Whose editions; it must be the site that is being served.
        document: The report; its edition is the next one and final.
        files: The report in its formats; they are copied.
        issue: Who issues it, and why once more.

    Raises:
        CannotSealError: Not the next edition, not final, without a reason, without files, or
            somebody else was faster.
    """
    period = period_of(document.number.period_type, document.number.period_start)
    report = Report(document.kind, document.number.area_code, period.label)
    given = list(files)
    _check(site, document, given, report, issue)
    scope = Scope(document.version, site.reader_area)
    numbers = _named(scope, numbers_of(document))
    frames = {NUMBERS_FILE: numbers, ENTRIES_FILE: _entries(scope, document, numbers)}
    head = _head(site, document, scope, period.label, period.end)
    head |= {"note": issue.note.strip(), "template": issue.template, "by": issue.by}
    target = shelf.folder_of(site, report) / str(document.edition.number)
    # First the codes: an edition whose numbers are not remembered is worse than the reverse.
    _remember(scope, numbers)
    try:
        with new_folder(target, within=site.editions) as folder:
            _fill(site, folder, given, frames, head)
    except FileExistsError:
        raise CannotSealError(_sealed_already(site, report, document)) from None
    return shelf.find(site, report, document.edition.number)


def _check(
    site: Settings,
    document: Document,
    files: Sequence[Path],
    report: Report,
    issue: Issue,
) -> None:
    number, expected = document.edition.number, shelf.next_number(site, report)
    if not document.edition.is_final:
        raise CannotSealError("未定稿的报告不能封存。")
    if number < expected:
        raise CannotSealError(_sealed_already(site, report, document))
    if number > expected:
        raise CannotSealError(f"应为第{expected}版，不能封存为第{number}版。")
    if number > 1 and not issue.note.strip():
        raise CannotSealError(f"已有第{number - 1}版，再次定稿须说明原因。")
    if not files:
        raise CannotSealError("没有可封存的文件。")


def _named(scope: Scope, numbers: pl.DataFrame) -> pl.DataFrame:
    """The figures with `name` and `area_name`; a report is called by its kind."""
    kinds = pl.DataFrame({"indicator_code": [kind.sign for kind in KINDS.values()]})
    nouns = kinds.with_columns(name=pl.Series([kind.noun for kind in KINDS.values()]))
    names = pl.concat([printed.names(scope), nouns]).unique("indicator_code")
    register = places.register(scope).select("area_code", "area_name").unique("area_code")
    named = numbers.join(names, on="indicator_code", how="left", maintain_order="left")
    return named.join(register, on="area_code", how="left", maintain_order="left")


def _remember(scope: Scope, numbers: pl.DataFrame) -> None:
    """So that codes on paper open when the version is gone; what is no indicator is skipped."""
    own = numbers.filter(version=scope.version).select(_SUBJECT).unique(maintain_order=True)
    found = printed.readings(scope, [Number(*row) for row in own.iter_rows()])
    trace_codes.issue(scope, found.to_dicts(), shown_in="report")


def _entries(scope: Scope, document: Document, numbers: pl.DataFrame) -> pl.DataFrame:
    """What the indicators of a report count, so that later changes can be told by their things."""
    said = numbers.filter(pl.col("part").is_in(OWN_PARTS), version=document.version)
    measures = printed.measures(scope, said["indicator_code"].unique().to_list())
    asked = said.join(measures, on="indicator_code").select(
        "measure_code", "period_type", "period_start"
    )
    return printed.things(scope, document.number.area_code, asked.iter_rows())


def _head(
    site: Settings, document: Document, scope: Scope, label: str, last_day: date
) -> dict[str, Any]:
    """What the record says about the report, apart from its files."""
    kind, number, content = KINDS[document.kind], document.number, content_of(document)
    build = read_record(site.versions / document.version)
    inputs = build.get("inputs", {})
    register = places.register(scope).filter(area_code=number.area_code)
    before = shelf.editions(site, kind.name, number.area_code)
    same = (one.n for one in before if one.label == label and one.content == content)
    return {
        "kind": kind.name,
        "noun": kind.noun,
        "area_code": number.area_code,
        "area_name": register["area_name"][0] if register.height else number.area_code,
        "period_type": number.period_type,
        "period_start": number.period_start.isoformat(),
        "label": label,
        "n": document.edition.number,
        "title": document.title,
        "subtitle": document.subtitle,
        "code": document.code,
        "version": document.version,
        "as_of": document.cut.isoformat(),
        "is_complete": document.cut.date() > last_day,
        "models": inputs.get("models", ""),
        "settings": inputs.get("settings", ""),
        "content": content,
        "same_as": next(same, None),
    }


def _fill(
    site: Settings,
    folder: Path,
    files: Sequence[Path],
    frames: dict[str, pl.DataFrame],
    head: dict[str, Any],
) -> None:
    for file in files:
        shutil.copyfile(file, folder / file.name)
        sync(folder / file.name)
    for name, frame in frames.items():
        write_frame(frame, folder / name)
    names = [*(file.name for file in files), *frames]
    record = {
        **{name: value for name, value in head.items() if name != "by"},
        "rows": {name: frame.height for name, frame in frames.items()},
        "files": {
            name: {"sha256": sha256_of(folder / name), "bytes": (folder / name).stat().st_size}
            for name in names
        },
        "sealed_at": site.now().isoformat(),
        "sealed_by": signed(head["by"]),
    }
    write_record(record, folder / RECORD_FILE)
    for path in folder.iterdir():
        # Who opens one in Word and saves it is told that it is not to be written.
        path.chmod(0o444)


def _sealed_already(site: Settings, report: Report, document: Document) -> str:
    there = shelf.find(site, report, document.edition.number)
    when = f"{there.sealed_at:%Y-%m-%d %H:%M}"
    return f"第{there.n}版已由{there.sealed_by}于{when}封存，封存后不再改写。"
