"""From facts to a document: choose the sections, number them, list the annexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from warehouse.access.scope import Scope
from warehouse.periods import period_of
from warehouse.read.site import names_in
from warehouse.report.document import Annex, Block, Chart, Document, Edition, Section, Table
from warehouse.report.facts import Correction, Facts
from warehouse.report.kinds import Kind, number_of, period_words
from warehouse.report.made_by import made_by
from warehouse.report.printable import printable
from warehouse.report.sections.contents import CONTENTS
from warehouse.report.sections.definitions import definitions, explanations
from warehouse.report.sections.section import SectionMaker, Written
from warehouse.report.template import Template
from warehouse.settings import settings

_NUMERALS = "一二三四五六七八九十"


def compose(
    scope: Scope,
    kind: Kind,
    area_code: str,
    period_start: date,
    *,
    template: Template,
    edition: Edition | None = None,
    corrections: Sequence[Correction] = (),
) -> Document:
    """The report as a document that no format has touched yet.

    Args:
        scope: What is read.
        kind: Which kind of report.
        area_code: The place, from the whole site down to a community.
        period_start: First day of a period of the kind.
        template: What the site decided.
        edition: Which edition it will be; the first, not final, unless given.
        corrections: Numbers of sealed editions that changed since.

    Raises:
        NoSuchReportError: The place or the period is not in the warehouse.
    """
    period = period_of(kind.period_type, period_start)
    facts = Facts(scope, kind.of(period.start), area_code, period, template, corrections)
    written = [(maker, told) for maker in _chosen(kind, template) if (told := maker.write(facts))]
    names = {
        "place": facts.head["area_name"],
        "product": names_in(scope.version).product_title,
        "noun": kind.noun,
    }
    numbering = _Numbering()
    report = Document(
        kind=kind.name,
        number=number_of(kind, area_code, period.start),
        masthead=template.masthead.format(**names),
        title=template.title.format(**names),
        subtitle=period_words(period),
        issue=_issue(kind, template, period.start),
        issuer=template.issuer.format(**names),
        sections=[
            numbering.section(place, maker, told, facts)
            for place, (maker, told) in enumerate(written)
        ],
        annexes=_annexes(written),
        explanations=explanations(facts),
        definitions=definitions(facts),
        recipients=template.recipients,
        cut=facts.cut,
        version=scope.version,
        edition=edition or Edition(),
        is_demo=settings().demo,
        made_by=made_by(template),
    )
    return printable(report)


def _chosen(kind: Kind, template: Template) -> list[SectionMaker]:
    makers = {maker.key: maker for maker in CONTENTS[kind.name]}
    return [makers[key] for key in template.sections or makers]


def _annexes(written: Sequence[tuple[SectionMaker, Written]]) -> list[Annex]:
    return [annex for _, told in written for annex in told.annexes]


def _issue(kind: Kind, template: Template, start: date) -> str:
    """`第46期（总第98期）`: within the year, and since the first issue."""
    number = _place_in_year(kind, start)
    if template.first_issue is None or start < template.first_issue:
        return f"第{number}期"
    first = period_of(kind.period_type, template.first_issue).start
    total, at = 1, first
    while at < start:
        at = period_of(kind.period_type, at).after
        total += 1
    return f"第{number}期（总第{total}期）"


def _place_in_year(kind: Kind, start: date) -> int:
    if kind.period_type == "week":
        return start.isocalendar().week
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[kind.period_type]
    return (start.month - 1) // months + 1


class _Numbering:
    """Numbers sections, tables and charts as they come."""

    def __init__(self) -> None:
        self._counts = {"表": 0, "图": 0}

    def section(self, place: int, maker: SectionMaker, told: Written, facts: Facts) -> Section:
        title = maker.title.format(child=f"各{facts.child_word}" if facts.below else "")
        body = [self._numbered(block) for block in told.body]
        return Section(maker.key, f"{_NUMERALS[place]}、{title}", body, told.slides)

    def _numbered(self, block: Block) -> Block:
        if not isinstance(block, Table | Chart) or not block.title:
            return block
        word = "表" if isinstance(block, Table) else "图"
        self._counts[word] += 1
        return replace(block, title=f"{word}{self._counts[word]}　{block.title}")
