"""The tables of the feeds: how old and when due, and whether all their rows are still there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.data_tables import percent, plain_table, scrolled, status_mark
from pages.kit.filters import NO_CHOICE, choose
from pages.kit.formats import NO_VALUE, duration, moment, number
from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, join, tag
from pages.kit.icons import mark
from warehouse.access.scope import Scope
from warehouse.read import data, quality

# Freshness words of mart_data_freshness: shape, word.
FRESHNESS = {
    "normal": ("good", "正常"),
    "late": ("stale", "滞后"),
    "too_late": ("alert", "严重滞后"),
    "none": ("none", "未接入"),
}
# First parts of the feeds' codes.
FAMILIES = {
    "base": "基础台账",
    "grid": "网格",
    "case": "矛盾纠纷与平安",
    "petition": "信访",
    "volunteer": "志愿服务",
    "program": "创建",
}
RHYTHM = {"day": "每日", "week": "每周", "month": "每月", "quarter": "每季"}


def feeds_panel(scope: Scope) -> None:
    """The feeds against their rhythm, narrowed by their family and how fresh they are."""
    feeds = _with_rhythm(scope)
    with panel("pn_data_feeds", "数据源时效", "约定与节奏为参考值 · 按数据截至时刻计"):
        with st.container(key="data_pick", horizontal=True, vertical_alignment="bottom"):
            families = {code: FAMILIES.get(code, code) for code in feeds["family"].unique().sort()}
            family = choose("类别", "family", {NO_CHOICE: "全部", **families})
            states = {code: words for code, (_, words) in FRESHNESS.items()}
            state = choose("时效", "freshness", {NO_CHOICE: "全部", **states})
        asked = {"family": family, "freshness": state}
        found = feeds.filter(**{name: code for name, code in asked.items() if code})
        if found.is_empty():
            nothing_here("没有这样的数据源。", "改选类别或时效。")
            return
        scrolled(feeds_table(found), None, "数据源时效")


def rows_panel(scope: Scope) -> None:
    """Rows on their way from the files to the facts, feed by feed."""
    caption = "文件=接收+隔离 · 接收=入湖 · 主键−截至后−无主=事实表"
    with panel("pn_data_rows", "行数对账", caption):
        kept = cached(quality.conservation, scope)
        audited = cached(data.build_record, scope).get("feeds", {})
        scrolled(rows_table(kept, audited), None, "行数对账")


def _with_rhythm(scope: Scope) -> pl.DataFrame:
    """The feeds with what is due of them, and their score of the last day that has one."""
    batches = cached(quality.batches, scope)
    days = cached(quality.feed_days, scope).unique("feed_code", keep="first", maintain_order=True)
    feeds = cached(data.freshness, scope).join(batches, on="feed_code", how="left")
    return feeds.join(days.select("feed_code", "score", "date"), on="feed_code", how="left")


def feeds_table(freshness: pl.DataFrame) -> Markup:
    """How old each feed is at the data cut, when its next batch is due, and what came in.

    `freshness` are the rows of `mart_data_freshness` with those of `mart_feed_batches`, and the
    `score` and `date` of the feed's last day in `mart_feed_days`.
    """
    return plain_table(
        [
            *("数据源", "时效", "最新记录", "距数据截至", "约定", "节奏", "下一批截止"),
            *("按时批次", "质量分", "文件", "接收", "隔离", "最近入库"),
        ],
        [
            [
                tag("b", row["feed_name"], title=row["feed_code"]),
                status_mark(FRESHNESS[row["freshness"]]),
                tag("span", _newest(row["latest_at"]), title=row["time_label"]),
                duration(row["delay_hours"]),
                f"≤{duration(row['expected_hours'])}" if row["expected_hours"] else NO_VALUE,
                RHYTHM.get(row["rhythm"], NO_VALUE),
                _next_batch(row),
                f"{row['on_time_count']} / {row['due_count']}" if row["due_count"] else NO_VALUE,
                tag("span", number(row["score"], 1), title=_scored(row)),
                _files(row),
                number(row["accepted_count"]),
                _refused(row),
                moment(row["last_loaded_at"]),
            ]
            for row in freshness.to_dicts()
        ],
        right={7, 8, 9, 10, 11},
    )


def _next_batch(row: dict[str, Any]) -> Markup | str:
    if row["next_due_at"] is None:
        return NO_VALUE
    missed = tag("span", Markup(mark("stale", "12px")), " 上批未到 ", class_="c-stale")
    return join([missed if row["is_missed"] else "", moment(row["next_due_at"])])


def _scored(row: dict[str, Any]) -> str:
    return f"{row['date']:%m-%d}：按时 40 + 检验项 30 + 合格行 30" if row["date"] else ""


def rows_table(kept: pl.DataFrame, audited: dict[str, dict[str, Any]]) -> Markup:
    """Rows on their way from the files to the facts.

    Args:
        kept: The rows of `mart_data_conservation`.
        audited: What the build's audit counted per feed, from the lake to the facts.
    """
    steps = ["keys", "after_cut", "orphans", "facts"]
    return plain_table(
        ["数据源", "文件", "接收", "隔离", "入湖", "主键", "截至后", "无主", "事实表", "对账"],
        [
            [
                row["feed_name"],
                *(number(row[f"{name}_count"]) for name in ("row", "accepted", "refused", "lake")),
                *(number(audited.get(row["feed_code"], {}).get(step)) for step in steps),
                status_mark(("good", "平") if row["is_conserved"] else ("alert", "不平")),
            ]
            for row in kept.to_dicts()
        ],
        right=set(range(1, 9)),
    )


def _files(row: dict[str, Any]) -> Markup:
    refused = row["refused_file_count"]
    more = tag("span", f" 拒收 {refused}", class_="c-alert") if refused else ""
    return join([number(row["file_count"]), more])


def _newest(latest: datetime | None) -> str:
    """Feeds that tell days only have no time of day."""
    if latest and latest == datetime(latest.year, latest.month, latest.day):
        return f"{latest:%m-%d}"
    return moment(latest)


def _refused(row: dict[str, Any]) -> Markup:
    """How many rows were refused, on the way to these rows."""
    if not row["refused_count"]:
        return tag("span", "0", class_="dim")
    share = tag("span", f" {percent(row['refused_percent'])}", class_="dim")
    to = f"data?view=refused&feed={row['feed_code']}"
    return join([tag("a", number(row["refused_count"]), href=to, target="_self"), share])
