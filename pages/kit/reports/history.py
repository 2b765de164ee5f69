"""The sealed editions of a report, of all periods: when, by whom, whether they still hold."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, scroll_area, tag
from pages.kit.icons import mark
from pages.kit.reports.verified import verified
from pages.kit.reports.view import ReportView
from warehouse.report.editions import Sealed

#: Of the last years; what is older is found by its period.
_SHOWN = 60


def history_panel(view: ReportView) -> None:
    """Draw the panel; each edition is a link to itself."""
    count = len(view.sealed)
    with panel("pn_history", "历次定稿", f"{count} 版" if count else ""):
        if not count:
            nothing_here(
                "还没有定稿", f"{view.choice.area_name}{view.choice.kind.noun}尚未定稿过。"
            )
            return
        lines = [_line(edition, edition == view.shown) for edition in view.sealed[:_SHOWN]]
        st.html(scroll_area(*lines, label="历次定稿", class_="editions"))


def _line(edition: Sealed, is_shown: bool) -> Markup:
    shape, check = verified(edition)
    query = {
        "kind": edition.kind,
        "area": edition.area_code,
        "period": edition.label,
        "edition": str(edition.n),
    }
    return tag(
        "a",
        tag("b", edition.label, translate="no"),
        tag("span", f"第{edition.n}版"),
        tag("span", Markup(mark(shape, "10px")), " ", check, class_="badge"),
        tag(
            "small",
            f"{edition.sealed_at:%Y-%m-%d %H:%M} {edition.sealed_by}",
            f" · {edition.digest[:8]}",
            title=edition.note or None,
        ),
        href="reports?" + urlencode(query),
        target="_self",
        class_="on" if is_shown else None,
        aria_current="true" if is_shown else None,
    )
