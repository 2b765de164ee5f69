"""Make the files of a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from warehouse.access.scope import Scope
from warehouse.periods import period_of
from warehouse.report.compose import compose
from warehouse.report.document import Document, Edition
from warehouse.report.facts import Correction
from warehouse.report.file_names import allowed
from warehouse.report.kinds import Kind
from warehouse.report.template import Template
from warehouse.report.write.excel import write_excel
from warehouse.report.write.pdf import write_pdf
from warehouse.report.write.slides import write_slides
from warehouse.report.write.word import write_word

WRITERS: dict[str, Callable[[Document, Path], None]] = {
    "docx": write_word,
    "xlsx": write_excel,
    "pptx": write_slides,
    "pdf": write_pdf,
}


class UnknownFormatError(ValueError):
    """A format that reports cannot be written in."""


def make(
    scope: Scope,
    *,
    kind: Kind,
    area_code: str,
    period_start: date,
    formats: Sequence[str],
    out: Path,
    template: Template,
    edition: Edition | None = None,
    corrections: Sequence[Correction] = (),
) -> list[Path]:
    """Write a report in some formats.

    Args:
        scope: What is read.
        kind: Which kind of report.
        area_code: The place, from the whole site down to a community.
        period_start: First day of a period of the kind.
        formats: Keys of `WRITERS`.
        out: Folder to write to; made if it is not there.
        template: What the site decided.
        edition: Which edition; the first, not final, unless given.
        corrections: Numbers of sealed editions that changed since.

    Returns:
        The files, in the order of `formats`.

    Raises:
        UnknownFormatError: Before anything is written.
        NoSuchReportError: The place or the period is not in the warehouse.
    """
    check_formats(formats)
    report = compose(
        scope,
        kind,
        area_code,
        period_start,
        template=template,
        edition=edition,
        corrections=corrections,
    )
    return write_all(report, formats, out)


def write_all(report: Document, formats: Sequence[str], out: Path) -> list[Path]:
    """Write a composed report in some formats into a folder; the files in their order."""
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for name in formats:
        path = out / f"{file_name(report)}.{name}"
        WRITERS[name](report, path)
        files.append(path)
    return files


def file_name(report: Document) -> str:
    """`示例区市域社会治理工作周报_2026-W46`; a title of the site may hold any sign."""
    period = period_of(report.number.period_type, report.number.period_start)
    return f"{allowed(report.title)}_{period.label}"


def check_formats(formats: Sequence[str]) -> None:
    """Refuse formats that nobody writes.

    Raises:
        UnknownFormatError: With the formats that there are.
    """
    unknown = [name for name in formats if name not in WRITERS]
    if unknown or not formats:
        raise UnknownFormatError(
            f"Cannot write {', '.join(unknown) or 'nothing'}; formats are {', '.join(WRITERS)}."
        )
