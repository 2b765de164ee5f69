"""The preview: the pages of the PDF as they will be printed, every number a link to its trace."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.kit.filters import rewrite, switch, told
from pages.kit.frame import nothing_here, panel
from pages.kit.html import tag
from pages.kit.reports.differences import differences_view
from pages.kit.reports.faults import said_calmly, template_broken
from pages.kit.reports.making import draft, sealed_file, sealed_name
from pages.kit.reports.sheets import Paper, paper_of, sheet
from pages.kit.reports.view import COMPARE, DRAFT, ReportView
from warehouse.access.scope import Scope
from warehouse.report.editions import Sealed

#: How the pages lie: in words, and how many at once.
LAYOUTS = {"two": ("双页", 2), "one": ("单页", 1), "wide": ("满宽", 1)}
# Editions with a button; the others are reached from the history.
_BUTTONS = 3


def paper_panel(scope: Scope, view: ReportView) -> None:
    """Draw the panel: which edition, its pages, or what changed between two of them."""
    with panel("pn_paper"):
        with st.container(key="paper_head", horizontal=True):
            st.html(tag("h2", view.choice.words, title=view.choice.words))
            shown = _editions(view)
            turning = st.container(key="paper_turning", horizontal=True)
        if shown == COMPARE:
            with said_calmly():
                differences_view(scope, view)
        elif shown == DRAFT and view.template is None:
            template_broken(view.template_fault)
        else:
            with said_calmly():
                _pages(scope, view, turning)


def edition_buttons(own: Sequence[Sealed], shown: Sealed | None) -> dict[str, str]:
    """Numbers and words of the editions with a button: the newest, and the one shown."""
    return {
        str(edition.n): f"第{edition.n}版"
        for place, edition in enumerate(own)
        if place < _BUTTONS or edition == shown
    }


def _editions(view: ReportView) -> str:
    """The buttons of the editions; what is chosen."""
    offered = {**edition_buttons(view.own, view.shown), DRAFT: "草稿"}
    if len(view.sealed) > 1:
        offered[COMPARE] = "两版比对"
    if len(offered) == 1:
        st.html(tag("span", "草稿", class_="demo"))
        return DRAFT
    return switch("看哪一版", "edition", offered, default=next(iter(offered)))


def _pages(scope: Scope, view: ReportView, turning: st.delta_generator.DeltaGenerator) -> None:
    # Styled as two blank sheets; it comes only when making takes longer than half a second.
    with st.spinner("正在排版…"):
        paper = _paper(scope, view)
    if paper is None:
        nothing_here("这一版封存时没有 PDF", "请在上方下载它的其他文件。")
        return
    name = _layout()
    _, at_once = LAYOUTS[name]
    first = _first(paper.count, at_once)
    last = min(first + at_once - 1, paper.count)
    with turning:
        _turns(first, last, paper.count, at_once)
        switch_layout(name)
    sheets = [sheet(paper, number) for number in range(first, last + 1)]
    label = f"预览：第{first}页" if first == last else f"预览：第{first}至{last}页"
    st.html(
        tag("div", *sheets, class_=f"sheets {name}", role="region", aria_label=label, tabindex="0")
    )


def _paper(scope: Scope, view: ReportView) -> Paper | None:
    if view.shown is None:
        return paper_of(draft(scope, view, "pdf"))
    name = sealed_name(view.shown, "pdf")
    return paper_of(sealed_file(view.shown, name)) if name else None


def _layout() -> str:
    asked = told("layout") or ""
    return asked if asked in LAYOUTS else "two"


def switch_layout(name: str) -> None:
    """The buttons that say how the pages lie; the page that is open stays open."""
    widget = "box_layout"
    st.session_state[widget] = name
    st.segmented_control(
        "页面排列",
        list(LAYOUTS),
        key=widget,
        format_func=lambda one: LAYOUTS[one][0],
        label_visibility="collapsed",
        required=True,
        on_change=lambda: rewrite(
            {"layout": None if st.session_state[widget] == "two" else st.session_state[widget]}
        ),
    )


def _first(count: int, at_once: int) -> int:
    """Number of the first page shown: the one of the address, or the one on the left of it."""
    asked = told("page") or "1"
    # Very long numbers Python refuses to read.
    wanted = int(asked) if asked.isdecimal() and len(asked) < 6 else 1
    page = min(max(wanted, 1), count)
    return page - (page - 1) % at_once


def _turns(first: int, last: int, count: int, at_once: int) -> None:
    shown = f"{first}" if first == last else f"{first}–{last}"
    _turn("上一页", first - at_once, "Left", disabled=first <= 1)
    st.html(tag("span", f"第 {shown} / {count} 页", class_="cap", role="status"))
    _turn("下一页", first + at_once, "Right", disabled=last >= count)


def _turn(words: str, page: int, key: str, *, disabled: bool) -> None:
    st.button(
        words,
        key=f"turn_{words}",
        type="tertiary",
        shortcut=key,
        disabled=disabled,
        on_click=rewrite,
        args=({"page": str(page) if page > 1 else None},),
    )
