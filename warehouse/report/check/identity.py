"""Of which report a file is: its own 溯源码 stands in its properties."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
import pptx
from openpyxl.reader.excel import load_workbook

from warehouse.access.scope import Scope
from warehouse.periods import period_of
from warehouse.report import pdf_pages
from warehouse.report.editions import corrections, corrections_of, sealed_as
from warehouse.report.facts import Facts
from warehouse.report.kinds import KINDS
from warehouse.report.template import Template
from warehouse.report.template_files import template_of
from warehouse.settings import Settings
from warehouse.trace_code import Traced, decode
from warehouse.versions import versions

_CODE = re.compile(r"RPT-\d{2}\.\d+\.[0-9A-Z]+\.[0-9A-Z]{4}-[0-9A-Z]{4}")


class NoReportError(Exception):
    """The file is no report of ours, or of a version that is gone."""


def facts_of(site: Settings, path: Path, *, area_code: str | None = None) -> Facts:
    """The facts from which a file's report was written, in the version that it is of.

    Args:
        site: Whose warehouse.
        path: A file of a report.
        area_code: What the reader may see; None for the whole site.

    Raises:
        NoReportError: With the sentence for the reader.
    """
    traced = _traced(path)
    kept = next((v for v in versions(site) if traced.is_of(v.build_id)), None)
    if kept is None:
        raise NoReportError(f"{path.name}: version {traced.built} is not kept any more.")
    number = traced.number
    kind = next(kind for kind in KINDS.values() if kind.sign == number.indicator_code)
    period = period_of(number.period_type, number.period_start)
    scope = Scope(kept.build_id, area_code)
    # Of a sealed file, what had been sealed before it; of a draft, what has been by now.
    sealed = sealed_as(site, path)
    if sealed is None:
        found = corrections(scope, site, kind.name, number.area_code, period.start)
    else:
        found = corrections_of(scope, site, sealed)
    return Facts(scope, kind, number.area_code, period, template_of(site, kind), found)


def texts_of(template: Template) -> list[str]:
    """What a template says in its own words, in which digits are no numbers of the warehouse."""
    heads = [template.masthead, template.title, template.issuer]
    return [*heads, *template.recipients, *template.next_steps]


def _traced(path: Path) -> Traced:
    for told in _properties(path):
        if found := _CODE.search(str(told)):
            return decode(found[0])
    raise NoReportError(f"{path.name}: no report of this product, its code is not in the file.")


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
    raise NoReportError(f"{path.name}: reports are docx, xlsx, pptx and pdf files.")
