"""The dialog that makes a report final: who, why, what is sealed, what to know before."""

from __future__ import annotations

import logging

import streamlit as st

from pages.kit.data import cached
from pages.kit.failure import calm
from pages.kit.filters import rewrite
from pages.kit.html import Markup, join, tag
from pages.kit.icons import mark
from pages.kit.navigation import late_feeds
from pages.kit.reports.making import FORMATS
from pages.kit.reports.view import ReportView
from warehouse.access.scope import Scope
from warehouse.read import data
from warehouse.report.editions import CannotSealError, Issue, make_final, newest
from warehouse.report.facts import NoSuchReportError
from warehouse.report.template_files import TemplateError
from warehouse.settings import settings

log = logging.getLogger(__name__)
_LONGEST_NAME, _LONGEST_NOTE = 40, 300


@st.dialog("定稿", width="medium")
@calm
def open_seal(scope: Scope, view: ReportView) -> None:
    """Ask who makes the draft final and why, and do it."""
    number = view.next_edition.number
    st.html(
        tag(
            "div",
            tag("p", tag("b", view.choice.words), f"，第{number}版"),
            tag("p", f"封存：全部数字及其来源，{_formats()}四种文件，数据版本 {scope.version}。"),
            tag("p", "定稿后不能修改或撤回；以后数据有变，只列为更正，或另定一版。"),
            _warnings(scope),
            class_="seal",
        )
    )
    by = st.text_input(
        "定稿单位（必填）", key="seal_by", max_chars=_LONGEST_NAME, placeholder="如：区综治中心"
    ).strip()
    asks_why = number > 1
    note = st.text_area(
        "再次定稿的原因（必填）" if asks_why else "说明（选填）",
        key="seal_note",
        max_chars=_LONGEST_NOTE,
        height=80,
        placeholder="如：补录西河镇11月8日37件后重新印发" if asks_why else "",
    ).strip()
    pressed = st.button("确认定稿", key="seal_now", type="primary")
    # One place for what is said about it: why not is gone as soon as it is tried again.
    with st.empty():
        if not pressed:
            return
        missing = [
            words for words, told in (("定稿单位", by), ("原因", note or not asks_why)) if not told
        ]
        if missing:
            _refused(f"请填写{'和'.join(missing)}。")
        elif newer := _sealed_meanwhile(view):
            _refused(newer)
        else:
            _seal(scope, view, by, note)


def _sealed_meanwhile(view: ReportView) -> str:
    """Who was faster since this window was opened: what it says of the edition is true no more."""
    last = newest(settings(), view.report)
    if last is None or last.n < view.next_edition.number:
        return ""
    when = f"{last.sealed_at:%Y-%m-%d %H:%M}"
    return f"第{last.n}版已由{last.sealed_by}于{when}定稿。请关闭本窗口，看过再定下一版。"


def _seal(scope: Scope, view: ReportView, by: str, note: str) -> None:
    try:
        with st.spinner("正在生成文件并封存…"):
            edition = make_final(scope, settings(), view.report, Issue(by, note))
    except (CannotSealError, TemplateError) as error:
        _refused(str(error))
        return
    except NoSuchReportError:
        _refused("这个地方在这一时段没有可报告的数据，不能定稿。")
        return
    log.info("%s was made final by %s on a screen", edition.subject, by)
    rewrite({"edition": str(edition.n), "page": None})
    st.rerun()


def _refused(why: str) -> None:
    st.html(tag("p", "△ ", why, class_="c-watch", role="alert"))


def _formats() -> str:
    return "、".join(words for words, _ in FORMATS.values())


def _warnings(scope: Scope) -> Markup:
    """Which feeds are late: their cases are not in these numbers."""
    late = late_feeds(cached(data.freshness, scope))
    if not late:
        return tag("p", Markup(mark("good", "12px")), " 核心数据源均按时到达。")
    lines = late.partition("\n")[2].split("；") if "\n" in late else [late]
    return tag(
        "div",
        tag(
            "p", Markup(mark("stale", "13px")), tag("b", " 数据未齐"), "，定稿后到的只能列为更正："
        ),
        tag("ul", join(tag("li", line) for line in lines)),
        class_="late",
        role="alert",
    )
