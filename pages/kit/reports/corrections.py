"""Numbers of sealed editions that later data have changed: then, now, why."""

from __future__ import annotations

import streamlit as st

from pages.kit.frame import panel
from pages.kit.html import Markup, scroll_area, tag
from pages.kit.reports.faults import said_calmly
from pages.kit.reports.view import ReportView
from warehouse.access.scope import Scope
from warehouse.report.document import Figure
from warehouse.report.editions import Correction, corrections
from warehouse.settings import settings

_KEPT = 48


def corrections_panel(scope: Scope, view: ReportView) -> None:
    """Draw the panel; a report of which nothing before is sealed has none."""
    if not view.sealed:
        return
    with panel("pn_corrections", "对已发布数字的更正", "按今日数据"), said_calmly():
        found = found_corrections(scope, view)
        if not found:
            st.html(tag("p", "已定稿的数字与今日数据一致。", class_="why-not"))
            return
        lines = [_line(correction, scope.version) for correction in found]
        st.html(scroll_area(*lines, label="对已发布数字的更正", class_="corr"))


def found_corrections(scope: Scope, view: ReportView) -> list[Correction]:
    """What the report has to correct, read once for all readers.

    Raises:
        EditionFaultError: A sealed edition is not what was sealed.
    """
    key = (scope.version, scope.area_code, *view.report, *view.state)
    found: list[Correction] = _read(key, scope, view)
    return found


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _read(key: tuple[str | None, ...], _scope: Scope, _view: ReportView) -> list[Correction]:
    choice = _view.choice
    return corrections(_scope, settings(), choice.kind.name, choice.area_code, choice.period.start)


def _line(correction: Correction, version: str) -> Markup:
    was = _number(correction.was, correction.edition.version)
    now = _number(correction.now, version) if correction.now else correction.now_words
    return tag(
        "div",
        tag("div", tag("b", correction.area_name), " ", correction.name),
        tag("div", f"{correction.said_in} ", was, "，现为 ", now),
        tag("div", correction.reason_words, class_="sm"),
    )


def _number(figure: Figure, version: str) -> Markup:
    """A number that leads to its trace in the version that it was read from."""
    address = "trace?n=" + figure.source.mark(version)
    return tag("a", figure.words, href=address, target="_blank", title=f"{figure.words}：溯源")
