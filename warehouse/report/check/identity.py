"""Of which report a file is, and of which edition: its properties say so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pptx
from openpyxl.reader.excel import load_workbook

from warehouse.access.scope import Scope
from warehouse.periods import period_of
from warehouse.report import pdf_pages
from warehouse.report.document import Edition
from warehouse.report.editions import (
    NoSuchEditionError,
    Report,
    Sealed,
    corrections_of,
    find,
    sealed_as,
)
from warehouse.report.facts import Facts
from warehouse.report.kinds import KINDS
from warehouse.report.template import Template
from warehouse.report.template_files import template_of
from warehouse.settings import Settings
from warehouse.trace_code import Traced, decode
from warehouse.versions import Version, current, versions

_CODE = re.compile(r"RPT-\d{2}\.\d+\.[0-9A-Z]+\.[0-9A-Z]{4}-[0-9A-Z]{4}")
_EDITION = re.compile(r"第(?P<number>\d+)版（(?P<state>未?定稿)）")
_MADE_BY = re.compile(r"制作(?P<made_by>[0-9a-f]{8}-[0-9a-f]{8})")


class NoReportError(Exception):
    """The file is no report of ours, or of a version that is gone."""


@dataclass(frozen=True)
class Origin:
    """Where a file comes from.

    Attributes:
        facts: From which its report was written; with the corrections of a sealed edition.
        edition: As the file says.
        sealed: The sealed edition that it is, or says that it is; None for a draft.
        made_by: Fingerprints of template and program, as the file says; empty if it does not.
        has_other_models: Whether its version was built by other models than the served one.
    """

    facts: Facts
    edition: Edition
    sealed: Sealed | None
    made_by: str
    has_other_models: bool

    @property
    def report(self) -> Report:
        """Of which report it is."""
        return Report(self.facts.kind.name, self.facts.area_code, self.facts.period.label)


def origin_of(site: Settings, path: Path) -> Origin:
    """Where a file comes from, in the version that it is of.

    Raises:
        NoReportError: With the sentence for the reader.
    """
    told = "　".join(str(words) for words in _opened(path) if words)
    traced = _traced(told)
    kept = next((v for v in versions(site) if traced.is_of(v.build_id)), None)
    if kept is None:
        raise NoReportError(f"its version {traced.built} is not kept any more.")
    number = traced.number
    kind = next(kind for kind in KINDS.values() if kind.sign == number.indicator_code)
    period = period_of(number.period_type, number.period_start)
    edition, made = _edition(told), _MADE_BY.search(told)
    sealed = sealed_as(site, path) or _sealed(
        site, Report(kind.name, number.area_code, period.label), edition
    )
    scope = Scope(kept.build_id)
    found = [] if sealed is None else corrections_of(scope, site, sealed)
    return Origin(
        Facts(scope, kind, number.area_code, period, template_of(site, kind), found),
        edition,
        sealed,
        made["made_by"] if made else "",
        _models(kept) != _models(current(site) or kept),
    )


def texts_of(template: Template) -> list[str]:
    """What a template says in its own words, in which digits are no numbers of the warehouse."""
    heads = [template.masthead, template.title, template.issuer]
    return [*heads, *template.recipients, *template.next_steps]


def _edition(told: str) -> Edition:
    """The first, not final, unless the properties say otherwise."""
    found = _EDITION.search(told)
    return Edition(int(found["number"]), found["state"] == "定稿") if found else Edition()


def _sealed(site: Settings, report: Report, edition: Edition) -> Sealed | None:
    """The edition that a file which was saved again was sealed as."""
    if not edition.is_final:
        return None
    try:
        return find(site, report, edition.number)
    except NoSuchEditionError:
        return None  # told by the check: it calls itself final and is not


def _models(version: Version) -> Any:
    return version.record.get("inputs", {}).get("models")


def _traced(told: str) -> Traced:
    if found := _CODE.search(told):
        return decode(found[0])
    raise NoReportError("no report of this product, its code is not in the file.")


def _opened(path: Path) -> Iterable[Any]:
    try:
        return _properties(path)
    except NoReportError:
        raise
    except Exception as error:
        # Each library has its own for a file that is cut off, or of another kind than its name.
        raise NoReportError(f"damaged, or no {path.suffix[1:]} file.") from error


def _properties(path: Path) -> Iterable[Any]:
    form = path.suffix.lower()
    if form == ".pdf":
        return pdf_pages.told_of(path).values()
    if form == ".docx":
        properties: Any = docx.Document(str(path)).core_properties
        return (properties.identifier, properties.comments, properties.subject)
    if form == ".pptx":
        properties = pptx.Presentation(str(path)).core_properties
        return (properties.identifier, properties.comments, properties.subject)
    if form == ".xlsx":
        properties = load_workbook(path).properties  # type: ignore[no-untyped-call]
        return (properties.identifier, properties.description, properties.subject)
    raise NoReportError("reports are docx, xlsx, pptx and pdf files.")
