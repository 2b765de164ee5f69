"""What the code of a score, or of a report, opens: what it is, and the page where it is shown."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pages.kit.formats import NO_VALUE, number, value_with_unit
from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, join, scroll_area, tag
from pages.kit.trace_code_bar import code_bar, copy_script, trace_address
from warehouse.access.scope import Scope
from warehouse.read.trace_subjects import OpenedReport, OpenedScore, OpenedSubject
from warehouse.report.kinds import KINDS, period_words
from warehouse.trace_code import Number, encode

Row = dict[str, Any]
_HEADS = ("考核项目", "数值", "得分", "权重", "计分")
_GONE = "分组调整、方案未启用或区划已撤并时没有得分；请核对是否为本单位印发的溯源码。"


def subject_whole(scope: Scope, opened: OpenedScore | OpenedReport) -> None:
    """Draw what the code is about.

    Args:
        scope: Of the page.
        opened: By `trace_subjects.open_subject`.
    """
    copy_script()
    if isinstance(opened, OpenedScore):
        _score(scope, opened)
    else:
        _report(opened)


def _score(scope: Scope, opened: OpenedScore) -> None:
    board = opened.board
    if board is None:
        sign = opened.traced.number.indicator_code
        words = f"溯源码无误，但 {opened.area_name} {opened.period.label} 没有 {sign} 的考核得分。"
        nothing_here(words, _GONE)
        return
    name = f"{board['scheme_name']}得分"
    facts = [opened.area_name, period_words(opened.period), _rank_words(board), board["note"]]
    with panel("pn_trace_number"):
        st.html(_headline(opened, name, number(board["total"], 2), "分", facts))
        st.html(tag("p", _version_words(opened, board), class_="tr-then"))
        query = {
            "scheme": board["scheme_code"],
            "period": board["period_label"],
            "level": board["level"],
            "unit": board["area_code"],
        }
        _leads(("考核排名", f"ranking?{urlencode(query)}"), ("单位画像", _profile(opened)))
        st.html(_items(opened.items, opened.version or scope.version))


def _report(opened: OpenedReport) -> None:
    sign = opened.traced.number.indicator_code
    kind = next((kind for kind in KINDS.values() if kind.sign == sign), None)
    if kind is None:
        nothing_here(f"溯源码无误，但没有 {sign} 这种报告。", "它可能由更新的版本印发。")
        return
    with panel("pn_trace_number"):
        name = f"{opened.area_name}{kind.noun}"
        st.html(_headline(opened, name, "", "", [period_words(opened.period)]))
        words = "这是报告本身的溯源码：报告自己统计的件数、清单各格都以它为源。"
        st.html(tag("p", words, _version_words(opened, None), class_="tr-then"))
        number_of = opened.traced.number
        query = {"kind": kind.name, "area": number_of.area_code, "period": opened.period.label}
        _leads(("打开这份报告", f"reports?{urlencode(query)}"), ("单位画像", _profile(opened)))


def _rank_words(board: Row) -> str:
    group = board["peer_group"] or ""
    if not board["is_ranked"]:
        return f"{group}未排名"
    return f"{group}第 {board['rank']} 名（共 {board['ranked_count']} 个单位）"


def _headline(opened: OpenedSubject, name: str, value: str, unit: str, facts: list[Any]) -> Markup:
    told = " · ".join(str(fact) for fact in facts if fact)
    return tag(
        "div",
        tag("span", name, class_="nm"),
        tag("b", value) if value else "",
        tag("small", unit) if unit else "",
        tag("span", told, class_="fx"),
        code_bar(opened.code, remembered=None, leads=False),
        class_="tr-hl",
    )


def _version_words(opened: OpenedSubject, board: Row | None) -> str:
    """Which version it is of, and what has become of the number since."""
    if opened.version is None:
        kept = "已清理，以下是现行版本的数。" if board else "已清理。"
        return f"印发时的数据版本 {opened.traced.built} {kept}"
    words = f"数据版本 {opened.version}，数据截至 {opened.as_of:%Y-%m-%d %H:%M}，仍可查看。"
    now = opened.now if isinstance(opened, OpenedScore) else None
    if board is None or now is None:
        return words
    if (now["total"], now["rank"]) == (board["total"], board["rank"]):
        return words
    return f"{words}现为 {number(now['total'], 2)} 分，第 {now['rank'] or NO_VALUE} 名。"


def _items(items: list[Row], version: str) -> Markup:
    """What the total is made of; each value leads to its own trace."""
    head = tag("tr", *(tag("th", word) for word in _HEADS))
    rows = [_item(row, version) for row in items]
    return scroll_area(tag("table", head, *rows), label="得分构成", class_="tr-tb tr-score")


def _item(row: Row, version: str) -> Markup:
    value = value_with_unit(row["value"], row["unit"] or "", row["decimals"] or 0)
    cells = [
        tag("td", row["item_name"]),
        tag("td", _traced(row, value, version), class_="r"),
        tag("td", number(row["points"], 2), class_="r"),
        tag("td", number(row["weight"], 1), class_="r"),
        tag("td", row["reason"], title=row["reason"]),
    ]
    return tag("tr", *cells)


def _traced(row: Row, value: str, version: str) -> Markup | str:
    if row["indicator_code"] is None or row["value"] is None:
        return value
    keys = ("indicator_code", "area_code", "period_type", "period_start")
    code = encode(Number(*(row[key] for key in keys)), version)
    return tag("a", value, href=trace_address(code), target="_self")


def _leads(*links: tuple[str, str]) -> None:
    drawn = join(tag("a", words, href=href, target="_self") for words, href in links)
    st.html(tag("p", drawn, class_="tr-leads"))


def _profile(opened: OpenedSubject) -> str:
    return f"place?{urlencode({'area': opened.traced.number.area_code})}"
