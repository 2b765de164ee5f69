"""The page of one number: its code, what it was when the code was given, and all behind it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.kit.filters import search
from pages.kit.formats import number, value_with_unit
from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.trace import is_remembered, trace_body, value_of, way_of
from pages.kit.trace_code_bar import code_bar, copy_script
from pages.kit.trace_models import way_table
from pages.kit.trace_parts import headline
from warehouse.access.scope import Scope
from warehouse.read import trace_codes
from warehouse.read.trace_codes import Opened

_EXAMPLE = "OPS-08.990102.2026W46.6FF1-A17J"


def ask_for_code() -> str | None:
    """The field for the code, and what the address says; None when it says nothing."""
    with st.container(key="trace_ask", horizontal=True):
        st.html(tag("h1", "数字溯源"))
        code = search("溯源码", "n", hint=f"输入屏幕或报告上的溯源码，如 {_EXAMPLE}")
    if code is None:
        nothing_here(
            "请输入溯源码。",
            "每个数字的溯源窗口和报告都印有溯源码；不分大小写，点和横线可以省略。",
        )
    return code


def code_refused(words: str) -> None:
    """The code is none, or was mistyped."""
    nothing_here(words, "溯源码带校验，错一个字符即会提示，不会打开别的数字。")


def number_gone(scope: Scope, opened: Opened) -> None:
    """The number has no value in the version that can be looked into."""
    if opened.then is not None:
        number_then(scope, opened)
    number = opened.traced.number
    nothing_here(
        f"溯源码无误，但 {number.indicator_code} 在区划 {number.area_code} 的这一时段没有数。",
        "分母为零、尚未接入或区划已撤并时不出数；请核对是否为本单位印发的溯源码。",
    )


def number_then(scope: Scope, opened: Opened) -> None:
    """What it was under the code and what it is now, where these are two versions."""
    if opened.is_kept and opened.scope == scope:
        return
    then, now = opened.then, opened.now
    state = "仍可查看" if opened.is_kept else "已清理"
    with panel("pn_trace_then", "当时与现在", f"溯源码 {opened.code} · 以当时的数为准"):
        if then is None:
            words = (
                f"版本 {opened.traced.built} {state}，而这个数当时没有被查看或印发过，"
                "没有留存；以下是现行版本的数。"
            )
            st.html(tag("p", Markup(mark("none", "13px")), " ", words, class_="tr-then"))
            return
        cells = [
            _told(
                "当时",
                then.__dict__,
                f"版本 {then.version}，{state}",
                f"{then.as_of:%Y-%m-%d %H:%M}",
            ),
            _told("现为", now, f"版本 {scope.version}", "")
            if now
            else tag("div", "现行版本中没有这个数"),
        ]
        why = [tag("li", reason) for reason in opened.reasons] or [tag("li", _same(then, now))]
        st.html(tag("div", *cells, tag("ul", *why, class_="why"), class_="tr-then"))


def number_whole(opened: Opened) -> None:
    """All behind the number, in the version that can be looked into."""
    reading = opened.reading
    if reading is None:
        return
    copy_script()
    kept = is_remembered(opened.scope, reading)
    # What stands here is today's number, with a code of its own, where the version is gone.
    code = trace_codes.code_of(opened.scope, reading)
    with panel("pn_trace_number"):
        st.html(headline(reading, code_bar(code, remembered=kept, leads=False)))
        _leads(reading)
        trace_body(opened.scope, reading)
    part = st.session_state.get("tr_part") or "numerator"
    way = way_of(opened.scope, value_of(reading, part))
    if way is not None:
        screens = "、".join(sorted(set(way.screens.values())))
        with panel("pn_trace_models", "经过的模型", f"自源到屏，逐层列出 · 读它的页面：{screens}"):
            st.html(way_table(way))


def _leads(reading: dict[str, Any]) -> None:
    """Where else the number is looked at."""
    place, code = reading["area_code"], reading["indicator_code"]
    st.html(
        tag(
            "p",
            tag("a", "指标卡片", href=f"indicators?code={code}&area={place}", target="_self"),
            tag("a", "单位画像", href=f"place?area={place}", target="_self"),
            class_="tr-leads",
        )
    )


def _told(word: str, row: dict[str, Any], version: str, as_of: str) -> Markup:
    value = value_with_unit(row["value"], row["unit"], row["decimals"])
    parts = number(row["numerator"])
    if row["denominator"] is not None:
        parts += f" ÷ {number(row['denominator'])}"
    cut = f" · 数据截至 {as_of}" if as_of else ""
    return tag("div", tag("span", word), tag("b", value), tag("span", f"{parts} · {version}{cut}"))


def _same(then: Any, now: dict[str, Any] | None) -> str:
    if now is None:
        return "现行版本中没有这个数。"
    is_same = (then.value, then.numerator, then.denominator) == tuple(
        now[key] for key in ("value", "numerator", "denominator")
    )
    return "两者一致。" if is_same else "差异原因未能自动判明，请对照源文件。"
