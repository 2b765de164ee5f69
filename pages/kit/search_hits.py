"""What a search finds, in groups; each hit is a link."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import polars as pl
import streamlit as st

from pages.kit.addresses import pages, wall_address
from pages.kit.data import cached
from pages.kit.filters import search
from pages.kit.formats import number
from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, tag
from pages.kit.trace_code_bar import trace_address
from warehouse.access.scope import Scope
from warehouse.read import search as found
from warehouse.read.record_sets import RECORD_SETS
from warehouse.trace_code import TraceCodeError, decode, looks_like_code

_LIMIT = 12
_NUMBER = re.compile(r"[A-Za-z0-9#_./-]+")
_SCRIPT = Path(__file__).parent / "static" / "search.js"
# Kinds of the mart, with the page that shows one.
_KINDS = {"place": "区划", "indicator": "指标", "task": "任务"}
_LINKS: dict[str, Callable[[str], str]] = {
    "place": lambda code: f"place?area={code}",
    "indicator": lambda code: f"indicators?code={code}",
    "task": lambda code: f"tasks?record={quote(code)}",
}
# Sets of records whose tasks are found by words already.
_BY_WORDS = {"tasks"}
_HINT = "地名、指标、任务，或事件、纠纷、信访编号，或溯源码"


@dataclass(frozen=True)
class Hit:
    """One thing found: where it leads, what it is called, a second line."""

    href: str
    title: str
    detail: str


def search_field() -> str | None:
    """The field, and what is looked for; None when nothing is."""
    with st.container(key="search_field"):
        words = search("搜索", "q", hint=_HINT)
    st.html(f"<script>{_SCRIPT.read_text()}</script>", unsafe_allow_javascript=True)
    if words is None:
        nothing_here(
            "请输入要找的内容。", f"可搜：{_HINT}。在输入框按 ↓ 进入结果，↑ ↓ 选择，回车打开。"
        )
    return words


def trace_hit(words: str) -> bool:
    """Whether a code of a number was typed: it is opened, or its fault is told."""
    if not looks_like_code(words):
        return False
    try:
        decode(words)
    except TraceCodeError as error:
        nothing_here(str(error), "溯源码带校验，错一个字符即会提示。")
        return True
    # Once around, in the browser: Streamlit's own switch knows no query yet when a page begins.
    href = trace_address(quote(words))
    with panel("pn_hits_trace", "溯源码"):
        st.html(_list([Hit(href, words, "打开这个数字的溯源页")]))
    st.html(
        '<script>location.replace(document.querySelector(".st-key-pn_hits_trace a").href)</script>',
        unsafe_allow_javascript=True,
    )
    return True


def hits(scope: Scope, words: str) -> None:
    """Draw the groups that have hits."""
    groups = [*_records(scope, words), *_words(scope, words), _pages(words)]
    filled = [(title, listed, count) for title, listed, count in groups if listed]
    if not filled:
        nothing_here(f"没有找到“{words}”。", "换一个词，或只输编号的前几位。")
        return
    with st.container(key="search_groups"):
        for place, (title, listed, count) in enumerate(filled):
            more = f"前 {len(listed)} 项，共 {number(count)} 项" if count > len(listed) else ""
            with panel(f"pn_hits_{place}", title, more or f"{number(count)} 项"):
                st.html(_list(listed))


def _words(scope: Scope, words: str) -> list[tuple[str, list[Hit], int]]:
    rows = cached(found.by_words, scope, words, limit=_LIMIT)
    groups = []
    for kind, title in _KINDS.items():
        part = rows.filter(pl.col("kind") == kind)
        listed = [
            Hit(_LINKS[kind](row["entry_id"]), row["title"], row["detail"])
            for row in part.iter_rows(named=True)
        ]
        groups.append((title, listed, int(part["found"][0]) if listed else 0))
    return groups


def _records(scope: Scope, words: str) -> list[tuple[str, list[Hit], int]]:
    """Records by their number; nothing that has a blank or Chinese in it is one."""
    if len(words) < found.SHORTEST_NUMBER or not _NUMBER.fullmatch(words):
        return []
    names = {address.path: address.title for address in pages()}
    sets = [name for name in ("events", *RECORD_SETS) if name in names and name not in _BY_WORDS]
    groups = []
    for name in sets:
        rows = cached(found.by_number, scope, name, words, limit=_LIMIT)
        key = "event" if name == "events" else "record"
        listed = [
            Hit(
                f"{name}?{key}={quote(row['record_id'])}",
                f"{row['record_id']} {row['title'] or ''}",
                f"{row['area_path'] or '—'} · {row['at']:%Y-%m-%d}",
            )
            for row in rows.iter_rows(named=True)
        ]
        groups.append((names[name], listed, len(listed)))
    return groups


def _pages(words: str) -> tuple[str, list[Hit], int]:
    listed = [
        Hit(
            wall_address() if address.path == "wall" else address.path,
            address.title,
            "页面",
        )
        for address in pages()
        if words in address.title and address.path != "search"
    ]
    return "页面", listed, len(listed)


def _list(listed: list[Hit]) -> Markup:
    return tag(
        "div",
        *(
            tag(
                "a",
                tag("b", hit.title),
                tag("span", hit.detail),
                href=hit.href,
                target="_self",
                class_="hit",
            )
            for hit in listed
        ),
        class_="hits",
    )
