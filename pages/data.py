"""数据健康: is what came in complete and fresh, what was refused and why, does the build hold?"""

from pathlib import Path

import polars as pl
import streamlit as st

from pages.kit import (
    data_feeds,
    data_head,
    data_integrity,
    data_sources,
    data_tables,
    data_threads,
)
from pages.kit.data import cached, page_scope
from pages.kit.data_tables import scrolled
from pages.kit.filters import NO_CHOICE, choose
from pages.kit.frame import desk_frame, nothing_here, panel
from pages.kit.html import tag
from warehouse.access.scope import Scope
from warehouse.read import data, quality, sources
from warehouse.settings import settings

SAMPLES = 200
#: Pixels that a table may be tall before it scrolls by itself.
TALL = 510
INTEGRITY = "只提供核对的问题和凭证，不作结论，不涉及个人 · 近 13 个月，与同级其他单位比"
THREADS = "同一件事在网格、12345、调解、信访的多次登记 · 写明的与推断的分开标注"
SOURCES = "一个来源怎样成为报送 · 点位超出所属网格、社区 200 米即计，不拒收"
TRENDS = "街道及以上的日值，近一年 · 越出常态的占比是误报率的上限"
STYLE = Path(__file__).parent / "kit" / "static" / "data.css"


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    feeds, totals = cached(data.freshness, scope), cached(data.totals, scope)
    record = cached(data.build_record, scope)
    names = dict(zip(feeds["feed_code"], feeds["feed_name"], strict=True))

    desk_frame("data", data_cut=totals["as_of"])
    st.html(f"<style>{STYLE.read_text()}</style>")
    with st.container(key="data_title"):
        st.html(tag("h1", "数据健康", tag("span", f"在用版本 {scope.version}", class_="cap")))
    with panel("pn_data_figures"):
        st.html(data_head.figures(totals, record))

    with st.container(key="data_body"):
        with panel("pn_data_feeds", "数据源时效", "约定与节奏为参考值 · 按数据截至时刻计"):
            scrolled(data_feeds.feeds_table(_with_rhythm(scope, feeds)), TALL, "数据源时效")
        left, right = st.columns([58, 42])
        with (
            left,
            panel(
                "pn_data_rows", "行数对账", "文件=接收+隔离 · 接收=入湖 · 主键−截至后−无主=事实表"
            ),
        ):
            kept = cached(quality.conservation, scope)
            scrolled(data_feeds.rows_table(kept, record.get("feeds", {})), TALL, "行数对账")
        with right, panel("pn_data_versions", "版本", "构建未通过则不发布，在用版本不受影响"):
            scrolled(data_tables.versions_table(data.versions()), TALL, "版本")
        with panel("pn_data_sources", "来源", SOURCES):
            data_sources.sources(scope)
        with panel("pn_data_integrity", "数据诚信提示", INTEGRITY):
            data_integrity.integrity(scope)
        with panel("pn_data_threads", "串并线索", THREADS):
            data_threads.threads(scope)
        with panel("pn_data_repeats", "重复", "只提示，不合并；编号可追到文件和行"):
            data_threads.repeated(scope)
        with panel(
            "pn_data_refused", "隔离区", "不合规则的行不入库，原文与原因留存；更正后重报即可"
        ):
            _quarantine(scope, names)
        with panel("pn_data_trends", "常态模型", TRENDS):
            scrolled(data_sources.trends_table(cached(sources.trends, scope)), 360, "常态模型")
        with panel("pn_data_checks", "构建检验", "未通过的在前 · 任何一项未通过，新版本不发布"):
            scrolled(data_tables.checks_table(cached(data.checks, scope)), 360, "构建检验")


def _with_rhythm(scope: Scope, feeds: pl.DataFrame) -> pl.DataFrame:
    """The feeds with what is due of them, and their score of the last day that has one."""
    batches = cached(quality.batches, scope)
    days = cached(quality.feed_days, scope).unique("feed_code", keep="first", maintain_order=True)
    return feeds.join(batches, on="feed_code", how="left").join(
        days.select("feed_code", "score", "date"), on="feed_code", how="left"
    )


def _quarantine(scope: Scope, names: dict[str, str]) -> None:
    """What was refused: whole files, rules, and the rows of the chosen feed and rule."""
    if refused := data_tables.refused_files(cached(data.loads, scope, status="refused", limit=20)):
        st.html(refused)
    every = cached(data.quarantine, scope)
    if every.is_empty():
        nothing_here("没有隔离的行", "所有文件的所有行都已入库。")
        return
    with st.container(key="data_pick", horizontal=True, vertical_alignment="bottom"):
        known = {code: name for code, name in names.items() if code in set(every["feed_code"])}
        feed = choose("数据源", "feed", {NO_CHOICE: "全部", **known})
        rules = every if feed is None else every.filter(pl.col("feed_code") == feed)
        rule = choose("违反的规则", "rule", {NO_CHOICE: "全部", **{r: r for r in rules["rule"]}})
        mark = "演示数据_" if settings().demo else ""
        st.download_button(
            "下载隔离明细 CSV",
            lambda: data_tables.refused_csv(data.refused_rows(scope, feed_code=feed, rule=rule)),
            file_name=f"隔离明细_{mark}{scope.version}.csv",
            icon=":material/download:",
        )
    left, right = st.columns([42, 58])
    with left:
        scrolled(data_tables.rules_table(rules), 300, "违反的规则")
    with right:
        rows = cached(data.refused_rows, scope, feed_code=feed, rule=rule, limit=SAMPLES)
        scrolled(data_tables.samples_table(rows), 300, "隔离的行")
