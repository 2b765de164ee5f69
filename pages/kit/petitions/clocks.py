"""法定时限: how many petitions were due on each statutory clock, in time, late, still running."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.filters import tell_all
from pages.kit.formats import number
from pages.kit.hits import Hit, rows_with_hits
from pages.kit.html import Markup, join, tag
from pages.kit.icons import mark
from pages.kit.tiles import SMALL
from warehouse.access.scope import Scope
from warehouse.read import petitions
from warehouse.read.record_filters import RecordFilter

_HEADINGS = {
    "clock_name": "时限",
    "limit_words": "法定期限",
    "article": "信访工作条例",
    "due": "本期应办",
    "on_time": "按期（提出）",
    "late": "逾期（期满）",
    "on_time_rate": "按期率 %",
    "running": "在途",
    "due_soon": "3 日内到期",
    "overdue": "超期未办",
}
#: Word in the marks that finds the petitions of a right.
_RIGHTS = {"review": "复查", "recheck": "复核"}


def clocks_panel(scope: Scope, asked: RecordFilter) -> None:
    """Draw a row per clock: the share in time, what was due, what runs, what is overdue."""
    rows = cached(petitions.clocks, scope, asked)
    listed = rows.to_dicts()

    def draw() -> None:
        heads = ("按期率", "应办", "在途", "超期")
        head = tag("div", tag("span"), *(tag("span", words) for words in heads), class_="clockhead")
        st.html(head)
        drawn = tag("div", *(_row(row) for row in listed), class_="bars clocks")
        rows_with_hits("clocks", drawn, [_hit(row, asked) for row in listed])

    chart_panel(
        "clocks",
        ("法定时限", "本期到期 · 截至数据时点在途"),
        rows=rows,
        headings=_HEADINGS,
        draw=draw,
    )


def _row(row: dict[str, Any]) -> Markup:
    name = tag(
        "span",
        row["clock_name"],
        tag("small", row["limit_words"].partition("，")[0]),
        title=f"《信访工作条例》{row['article']}：{row['limit_words']}",
    )
    if not row["is_duty"]:
        told = f"期满 {number(row['due'])}，提出 {number(row['on_time'])}"
        return tag(
            "div",
            name,
            tag("span", told, class_="right"),
            tag("b", number(row["running"])),
            tag("b", "—"),
        )
    share = row["on_time_rate"]
    bar = tag(
        "div",
        tag("i", style=f"width:{share or 0:.1f}%"),
        tag("i", class_="late") if row["late"] else "",
        class_="track",
    )
    return tag(
        "div",
        name,
        tag("div", bar, tag("em", _rate(row)), class_="rate"),
        tag("b", number(row["due"])),
        tag("b", number(row["running"])),
        _overdue(row["overdue"]),
    )


def _rate(row: dict[str, Any]) -> str:
    if row["on_time_rate"] is None:
        return "—"
    if row["due"] < SMALL:
        return f"{row['on_time']}/{row['due']}"
    return f"{number(row['on_time_rate'], 1)}%"


def _overdue(count: int) -> Markup:
    if not count:
        return tag("b", "0")
    return tag("b", join([Markup(mark("alert", "10px")), " ", number(count)]), class_="c-alert")


def _hit(row: dict[str, Any], asked: RecordFilter) -> Hit:
    word = _RIGHTS.get(row["clock"], row["clock_name"])
    is_on = asked.text == word
    return Hit(
        key=row["clock"],
        words=f"取消筛选：{word}" if is_on else f"只看：{word}",
        click=partial(
            tell_all,
            q=None if is_on else word,
            show="open" if row["is_duty"] and not is_on else None,
        ),
    )
