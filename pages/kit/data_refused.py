"""隔离区: what was refused, by which rule, in which row of which file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.data_tables import percent, plain_table, scrolled
from pages.kit.exports import Note, csv_file, xlsx_file
from pages.kit.filters import NO_CHOICE, choose
from pages.kit.formats import number
from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, join, tag
from pages.kit.icons import mark
from warehouse.access.scope import Scope
from warehouse.read import data

Maker = Callable[[pl.DataFrame, Mapping[str, str], Note], bytes]
#: Rows shown; a download has all of them.
SAMPLES = 200
#: The name of a column in the words of a rule.
_COLUMN = re.compile(r"(（[a-z_]+）)")
COLUMNS = {
    "feed_code": "数据源代码",
    "feed_name": "数据源",
    "file": "源文件",
    "file_row": "行号",
    "rules": "违反的规则",
    "original_values": "原始内容",
    "source": "检查环节",
    "loaded_at": "入库时间",
}


def refused_panel(scope: Scope) -> None:
    """What was refused: whole files, rules, and the rows of the chosen feed and rule."""
    with panel("pn_data_refused", "隔离区", "不合规则的行不入库，原文与原因留存；更正后重报即可"):
        files = cached(data.loads, scope, status="refused", limit=20)
        if not files.is_empty():
            st.html(refused_files(files))
        every = cached(data.quarantine, scope)
        if every.is_empty():
            nothing_here("没有隔离的行", "所有文件的所有行都已入库。")
            return
        with st.container(key="data_pick", horizontal=True, vertical_alignment="bottom"):
            names = dict(every.select("feed_code", "feed_name").iter_rows())
            feed = choose("数据源", "feed", {NO_CHOICE: "全部", **names})
            rules = every.filter(feed_code=feed) if feed else every
            labels = {rule: in_words(rule) for rule in rules["rule"]}
            rule = choose("违反的规则", "rule", {NO_CHOICE: "全部", **labels})
            rows = cached(data.refused_rows, scope, feed_code=feed, rule=rule)
            _downloads(scope, rows, f"{names.get(feed or '', '全部数据源')}；{rule or '全部规则'}")
        left, right = st.columns([42, 58])
        with left:
            scrolled(rules_table(rules), None, "违反的规则")
        with right:
            said = f"{number(rows.height)} 行"
            if rows.height > SAMPLES:
                said += f"，所示为最近 {SAMPLES} 行，下载含全部"
            st.html(tag("p", said, class_="cap-line"))
            scrolled(samples_table(rows.head(SAMPLES)), None, "隔离的行")


def refused_file(rows: pl.DataFrame, make: Maker, note: Note) -> bytes:
    """Refused rows with all the rules that each broke, as a file made by `make`."""
    return make(rows.with_columns(pl.col("rules").list.join("；")), COLUMNS, note)


def _downloads(scope: Scope, rows: pl.DataFrame, view: str) -> None:
    cut = cached(data.totals, scope)["as_of"]
    note = Note("隔离明细", view, cut, scope.version)
    for words, ending, make in (("Excel", "xlsx", xlsx_file), ("CSV", "csv", csv_file)):
        st.download_button(
            f"隔离明细 {words}",
            data=partial(refused_file, rows, make, note),
            file_name=note.file_name(ending),
            key=f"refused_{ending}",
            icon=":material/download:",
            on_click="ignore",
        )


def with_codes(words: str) -> Markup:
    """A rule in words; names of columns in it, `（hours）`, are set as code."""
    parts = _COLUMN.split(words)
    return join(tag("code", part) if place % 2 else part for place, part in enumerate(parts))


def in_words(words: str) -> str:
    """A rule in words, without the names of columns."""
    return _COLUMN.sub("", words)


def rules_table(rules: pl.DataFrame) -> Markup:
    """Which rule was broken how often, with a bar against the most frequent."""
    most = rules["refused_count"].max() if len(rules) else 0
    return plain_table(
        ["数据源", "违反的规则", "", "行", "占比"],
        [
            [
                row["feed_name"],
                tag("span", with_codes(row["rule"]), title=in_words(row["rule"]), class_="long"),
                _bar(row["refused_count"], most),
                number(row["refused_count"]),
                percent(row["refused_percent"]),
            ]
            for row in rules.to_dicts()
        ],
        right={3, 4},
    )


def samples_table(rows: pl.DataFrame) -> Markup:
    """Refused rows: where they stand, why, and what stood there."""
    return plain_table(
        ["文件 : 行", "原因", "原始内容"],
        [
            [
                tag("code", f"{row['file']} : {row['file_row']}"),
                tag(
                    "span",
                    with_codes("；".join(row["rules"])),
                    title=in_words("\n".join(row["rules"])),
                    class_="why",
                ),
                _values(row["original_values"]),
            ]
            for row in rows.to_dicts()
        ],
    )


def refused_files(loads: pl.DataFrame) -> Markup:
    """Files that were refused as a whole, one line each."""
    return join(
        tag(
            "p",
            Markup(mark("alert", "12px")),
            " 整份拒收 ",
            tag("code", row["file"]),
            f" {row['message'] or ''}",
            class_="refused",
        )
        for row in loads.to_dicts()
    )


def _bar(count: int, most: Any) -> Markup:
    width = 100 * count / most if most else 0
    return tag("span", tag("i", style=f"width:{max(width, 1):.0f}%"), class_="bar")


def _values(text: str | None) -> Markup:
    """What stood in the row, column by column, without the empty ones."""
    known = json.loads(text or "{}")
    shown = [f"{name}={value}" for name, value in known.items() if value not in {None, ""}]
    return tag("span", " · ".join(shown), title="\n".join(shown), class_="values", translate="no")
