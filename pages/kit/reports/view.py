"""What the page shows of the chosen report: the draft, or one of its sealed editions."""

from __future__ import annotations

from dataclasses import dataclass

from pages.kit.data import cached
from pages.kit.filters import told
from pages.kit.reports.choice import ReportChoice
from warehouse.access.scope import Scope
from warehouse.read import reports
from warehouse.report.document import Edition
from warehouse.report.editions import Report, Sealed, editions
from warehouse.report.template import Template
from warehouse.report.template_files import TemplateError, template_hash, template_of
from warehouse.settings import settings

#: What the address may say beside the number of an edition.
DRAFT, COMPARE = "draft", "compare"


@dataclass(frozen=True)
class ReportView:
    """A report as it is looked at.

    Attributes:
        choice: Kind, period and place.
        is_empty: Whether there is nothing to report about.
        template: The site's; None where it cannot be used.
        template_fault: Why it cannot: file, line and what is wrong; else empty.
        sealed: All sealed editions of this kind and place, the newest period first.
        own: Those of this period, the highest number first.
        shown: The sealed edition shown; None for the draft of the next one.
    """

    choice: ReportChoice
    is_empty: bool
    template: Template | None
    template_fault: str
    sealed: tuple[Sealed, ...]
    own: tuple[Sealed, ...]
    shown: Sealed | None

    @property
    def can_be_made(self) -> bool:
        """Whether a draft can be: there is something to report, and a template to do it with."""
        return self.template is not None and not self.is_empty

    @property
    def is_comparison(self) -> bool:
        """Whether two editions are looked at side by side."""
        return told("edition") == COMPARE and len(self.sealed) > 1

    @property
    def report(self) -> Report:
        """The report as the editions know it."""
        choice = self.choice
        return Report(choice.kind.name, choice.area_code, choice.period.label)

    @property
    def next_edition(self) -> Edition:
        """The edition that a draft would become."""
        return Edition(self.own[0].n + 1 if self.own else 1)

    @property
    def state(self) -> tuple[str, ...]:
        """What a draft depends on beside the data: the template, and all that is sealed."""
        told = template_hash(self.template) if self.template else ""
        return (told, *(edition.digest for edition in self.sealed))


def report_view(scope: Scope, choice: ReportChoice) -> ReportView:
    """Read template and editions of a report; the newest edition is shown unless told."""
    site = settings()
    template, fault = None, ""
    try:
        template = template_of(site, choice.kind)
    except TemplateError as error:
        fault = str(error)
    sealed = tuple(editions(site, choice.kind.name, choice.area_code, scope=scope))
    own = tuple(edition for edition in sealed if edition.label == choice.period.label)
    report = (choice.kind.name, choice.area_code, choice.period.start)
    is_empty = cached(reports.lines, scope, *report).is_empty()
    return ReportView(choice, is_empty, template, fault, sealed, own, _shown(own))


def _shown(own: tuple[Sealed, ...]) -> Sealed | None:
    """The edition of the address; without one the newest, as that is what was issued."""
    asked = told("edition")
    if asked in {DRAFT, COMPARE} or not own:
        return None
    return next((edition for edition in own if str(edition.n) == asked), own[0])
