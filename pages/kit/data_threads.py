"""重复与串并: what came twice, what is asked for again, what went through several doors."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.data_tables import file_line, near_path, plain_table, scrolled, status_mark
from pages.kit.filters import choose
from pages.kit.formats import NO_VALUE, day, moment, number
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, tag
from pages.kit.words import SOURCES
from warehouse.access.scope import Scope
from warehouse.read import quality

THREADS, LISTED = 100, 60
CHANNELS = {"event": "网格事件", "hotline": "12345工单", "dispute": "矛盾调解", "petition": "信访"}
SHORT = {"event": "网格", "hotline": "12345", "dispute": "调解", "petition": "信访"}
BASIS = {"declared": ("good", "台账写明"), "inferred": ("watch", "推断")}


def threads(scope: Scope) -> None:
    """Draw the threads, the entries of the chosen one, and how entries are linked."""
    found = cached(quality.threads, scope, limit=THREADS)
    if found.is_empty():
        nothing_here("没有跨渠道的同一件事", "调解台账写明事件或信访件编号后，会在这里串并。")
        return
    known = {row["thread_key"]: row for row in found.to_dicts()}
    first = next(iter(known))
    left, right = st.columns([41, 59])
    with left:
        scrolled(threads_table(found), 260, "串并线索")
        scrolled(rules_table(cached(quality.thread_rules, scope)), 250, "串并规则")
    with right:
        with st.container(key="data_thread"):
            labels = {key: _label(row) for key, row in known.items()}
            key = choose("看哪一件", "thread", labels, default=first) or first
        st.html(thread_words(known[key]))
        members = cached(quality.thread_members, scope, thread_key=key)
        scrolled(members_table(members), 370, "同一件事的各次登记")


def repeated(scope: Scope) -> None:
    """Draw the suspected duplicates and the repeated demands side by side."""
    left, right = st.columns([56, 44])
    with left:
        st.html(tag("h3", "疑似重复上报", tag("span", _DUPLICATE, class_="cap"), class_="sub"))
        pairs = cached(quality.duplicates, scope, limit=LISTED)
        scrolled(duplicates_table(pairs), 300, "疑似重复上报")
    with right:
        st.html(tag("h3", "重复诉求", tag("span", _REPEAT, class_="cap"), class_="sub"))
        repeats = cached(quality.repeats, scope, limit=LISTED)
        scrolled(repeats_table(repeats), 300, "重复诉求")


_DUPLICATE = "同网格、同事项、同标题，30 分钟、30 米以内有两个编号 · 近 13 个月"
_REPEAT = "近 90 天，居民（群众上报、12345）就同网格同事项提出 3 次以上"


def threads_table(found: pl.DataFrame) -> Markup:
    """Threads with their channels, and how often they were closed."""
    return plain_table(
        ["事由", "属地", "渠道", "件", "办结", "办结后又来", "依据"],
        [
            [
                tag("b", row["title"], title=row["thread_key"]),
                near_path(row["area_path"], 1),
                _channels(row),
                number(row["member_count"]),
                f"{row['closed_count']} 次",
                number(row["after_closing_count"]),
                status_mark(BASIS["declared" if row["is_declared"] else "inferred"]),
            ]
            for row in found.to_dicts()
        ],
        right={3, 4, 5},
    )


def thread_words(row: dict[str, Any]) -> Markup:
    """One thread in a sentence; what is inferred says so."""
    sure = (
        "串并全部有台账依据。"
        if row["is_declared"]
        else f"串并含推断，最弱一环可信度 {number(100 * row['confidence'])}%，用前请核对。"
    )
    again = (
        f"，其中 {row['after_closing_count']} 件是前件办结之后又来的"
        if row["after_closing_count"]
        else ""
    )
    state = "仍有在办" if row["is_open"] else "均已办结"
    return tag(
        "div",
        tag("b", f"{row['title']} · {row['area_path']}"),
        tag(
            "p",
            f"{row['channel_count']} 个渠道、{row['member_count']} 件，办结 ",
            tag("b", f"{row['closed_count']} 次"),
            f"{again}；{state}。{sure}",
        ),
        class_="ask",
    )


def members_table(members: pl.DataFrame) -> Markup:
    """The entries of a thread in order, each with how it was joined and its line."""
    return plain_table(
        ["", "渠道", "编号", "事由", "开始", "办结", "并入依据", "文件 : 行"],
        [
            [
                number(row["position"]),
                SHORT[row["channel"]],
                tag("code", row["entry_key"]),
                row["title"],
                _start(row),
                moment(row["ended_at"]),
                _joined(row),
                file_line(row["source_file"], row["source_row"]),
            ]
            for row in members.to_dicts()
        ],
        right={0},
    )


def rules_table(rules: pl.DataFrame) -> Markup:
    """How entries are linked, how many links each rule makes, and whether it is trusted."""
    return plain_table(
        ["串并规则", "两端", "链接", "可信度", ""],
        [
            [
                tag("span", row["rule_name"], title=row["says"]),
                f"{CHANNELS[row['channel']]} — {CHANNELS[row['other_channel']]}",
                number(row["link_count"]),
                f"{number(100 * row['confidence'])}%",
                status_mark(BASIS[row["basis"]])
                if row["is_used"]
                else status_mark(("none", "多为巧合，不串并")),
            ]
            for row in rules.to_dicts()
        ],
        right={2, 3},
    )


def duplicates_table(rows: pl.DataFrame) -> Markup:
    """Pairs of reports that seem to be one."""
    return plain_table(
        ["标题", "网格", "先报", "后报", "相隔", "来源"],
        [
            [
                tag("b", row["title"], title=row["matter_name"]),
                near_path(row["area_path"]),
                tag("code", row["earlier_id"], title=f"{row['earlier_file']}:{row['earlier_row']}"),
                tag("code", row["event_id"], title=f"{row['source_file']}:{row['source_row']}"),
                _apart(row),
                _sources(row),
            ]
            for row in rows.to_dicts()
        ],
        right={4},
    )


def repeats_table(rows: pl.DataFrame) -> Markup:
    """What residents ask for again and again."""
    return plain_table(
        ["事项", "网格", "提出", "办结", "办结后又提", "最近一次"],
        [
            [
                tag("b", row["matter_name"] or NO_VALUE),
                near_path(row["area_path"]),
                f"{row['demand_count']} 次",
                f"{row['closed_count']} 次",
                f"{row['after_closing_count']} 次",
                moment(row["last_at"]),
            ]
            for row in rows.to_dicts()
        ],
        right={2, 3, 4},
    )


def _label(row: dict[str, Any]) -> str:
    begun = day(row["first_at"].date())
    return f"{begun} {row['area_path']} {row['title']} 办结{row['closed_count']}次"


def _channels(row: dict[str, Any]) -> str:
    return "·".join(SHORT[channel] for channel in SHORT if channel in row["channels"])


def _start(row: dict[str, Any]) -> Markup:
    again = (
        tag("span", " 又来", title="前件办结之后", class_="c-watch")
        if row["is_after_closing"]
        else ""
    )
    return tag("span", moment(row["started_at"]), again)


def _joined(row: dict[str, Any]) -> Markup:
    shape, _ = BASIS[row["basis"]]
    sure = "" if row["basis"] == "declared" else f" {number(100 * row['confidence'])}%"
    partner = f"{CHANNELS[row['linked_channel']]} {row['linked_key']}"
    return tag(
        "span",
        status_mark((shape, f"{row['rule_name']}{sure}")),
        title=f"与 {partner}。{row['rule_says']}",
    )


def _apart(row: dict[str, Any]) -> str:
    metres = f" · {number(row['metres_apart'])} 米" if row["metres_apart"] is not None else ""
    return f"{number(row['minutes_apart'])} 分钟{metres}"


def _sources(row: dict[str, Any]) -> str:
    names = [SOURCES.get(row[name], row[name]) for name in ("earlier_source", "source")]
    return names[0] if names[0] == names[1] else " → ".join(names)
