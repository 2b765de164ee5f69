"""In which state the report is: a draft or an edition, sealed when and by whom; and to seal it."""

from __future__ import annotations

import os

import streamlit as st

from pages.kit.frame import panel
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.reports.seal import open_seal
from pages.kit.reports.verified import verified
from pages.kit.reports.view import ReportView
from warehouse.access.scope import Scope
from warehouse.report.editions import Sealed
from warehouse.report.editions.shelf import NUMBERS_FILE
from warehouse.settings import settings


def edition_panel(scope: Scope, view: ReportView) -> None:
    """Draw the panel of what is shown, with the button that makes the draft final."""
    with panel("pn_edition", "版次", view.choice.period.label):
        st.html(_sealed(view.shown) if view.shown else _draft(scope, view))
        _button(scope, view)


def _draft(scope: Scope, view: ReportView) -> Markup:
    words = f"第{view.next_edition.number}版 · 未定稿"
    rest = (
        f"此前已有 {len(view.own)} 版定稿。草稿随数据更新。"
        if view.own
        else "草稿随数据更新；定稿后数字和文件不再改动。"
    )
    return tag(
        "div",
        tag("p", Markup(mark("none", "13px")), " ", tag("b", words), class_="state"),
        tag("p", rest),
        _facts({"数据版本": scope.version}),
        class_="edition",
    )


def _sealed(edition: Sealed) -> Markup:
    shape, check = verified(edition)
    told = {
        "定稿时间": f"{edition.sealed_at:%Y-%m-%d %H:%M}",
        "定稿单位": edition.sealed_by,
        "说明": edition.note,
        "数据截至": f"{edition.as_of:%Y-%m-%d %H:%M}",
        "数据版本": edition.version,
        "封存数字": f"{edition.rows[NUMBERS_FILE]} 个",
        "封存码": edition.digest[:16],
        "溯源码": edition.code,
        "与前版": f"文字和数字与第{edition.same_as}版相同" if edition.same_as else "",
    }
    return tag(
        "div",
        tag(
            "p",
            Markup(mark("good", "13px")),
            " ",
            tag("b", f"第{edition.n}版 · 已定稿"),
            tag("span", Markup(mark(shape, "11px")), " ", check, class_="badge"),
            class_="state",
        ),
        _facts(told),
        class_="edition",
    )


def _facts(told: dict[str, str]) -> Markup:
    rows = [
        part
        for name, value in told.items()
        if value
        for part in (tag("dt", name), tag("dd", value, translate="no"))
    ]
    return tag("dl", *rows)


def _button(scope: Scope, view: ReportView) -> None:
    """The way to a seal, or why there is none."""
    if reason := _why_not(view):
        st.html(tag("p", reason, class_="why-not"))
        return
    if st.button(f"定稿为第{view.next_edition.number}版…", key="rp_seal", width="stretch"):
        open_seal(scope, view)


def _why_not(view: ReportView) -> str:
    site = settings()
    if not site.screens_may_seal or not os.access(site.var, os.W_OK):
        return "本机只供查看，不能定稿。"
    if not view.choice.has_ended:
        return "本期尚未结束，不能定稿。"
    if view.is_empty:
        return "没有可报告的数据，不能定稿。"
    return "模板有误，改正后才能定稿。" if view.template is None else ""
