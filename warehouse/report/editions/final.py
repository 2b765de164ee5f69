"""Make a report final: the next edition, with its corrections, in every format, sealed."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from warehouse.access.scope import Scope
from warehouse.periods import parse_period
from warehouse.report.calendar import over_at
from warehouse.report.document import Edition
from warehouse.report.editions import shelf
from warehouse.report.editions.corrections import corrections
from warehouse.report.editions.sealing import CannotSealError, Issue, seal
from warehouse.report.editions.shelf import Report, Sealed
from warehouse.report.kinds import KINDS
from warehouse.report.template_files import template_hash, template_of
from warehouse.settings import Settings


def make_final(
    scope: Scope,
    site: Settings,
    report: Report,
    issue: Issue,
    *,
    formats: Sequence[str] | None = None,
) -> Sealed:
    """Compose the next edition of a report, write it and seal it.

    Args:
        scope: What is read; the report is made under it.
        site: Whose editions.
        report: Which report.
        issue: Who issues it, and why once more; the template's fingerprint is put in here.
        formats: Keys of `WRITERS`; all, unless given.

    Raises:
        CannotSealError: Its period is not over, it needs a reason, or somebody else was faster.
        UnknownFormatError, NoSuchReportError, TemplateError: As in `make`.
    """
    # Seconds of imports that only who writes must pay.
    from warehouse.report.compose import compose  # noqa: PLC0415
    from warehouse.report.make import WRITERS, check_formats, write_all  # noqa: PLC0415
    from warehouse.report.sections.contents import CONTENTS  # noqa: PLC0415

    wanted = list(WRITERS if formats is None else formats)
    check_formats(wanted)
    kind, period = KINDS[report.kind], parse_period(report.label)
    number = shelf.next_number(site, report)
    if number > 1 and not issue.note.strip():
        # Said before everything is written, which takes seconds.
        raise CannotSealError(f"已有第{number - 1}版，再次定稿须说明原因。")
    template = template_of(site, kind, [maker.key for maker in CONTENTS[kind.name]])
    document = compose(
        scope,
        kind,
        report.area_code,
        period.start,
        template=template,
        edition=Edition(number, is_final=True),
        corrections=corrections(scope, site, kind.name, report.area_code, period.start),
    )
    if document.cut < over_at(period):
        raise CannotSealError(
            f"{period.label}到{period.end}才结束，{document.cut_words}，不能定稿。"
        )
    with tempfile.TemporaryDirectory() as folder:
        files = write_all(document, wanted, Path(folder))
        return seal(site, document, files, replace(issue, template=template_hash(template)))
