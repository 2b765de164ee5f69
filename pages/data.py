"""数据健康: is what came in complete and fresh, what was refused and why, does the build hold?"""

from pathlib import Path

import polars as pl
import streamlit as st

from pages.kit import data_head, data_tables
from pages.kit.data import cached, page_scope
from pages.kit.data_tables import scrolled
from pages.kit.filters import NO_CHOICE, choose
from pages.kit.frame import desk_frame, nothing_here, panel
from pages.kit.html import tag
from warehouse.access.scope import Scope
from warehouse.read import data
from warehouse.settings import settings

SAMPLES = 200
# Pixels: a table's heading and row; the tallest table of the upper part; title and gap between
# the two panels beside it, so that both columns end on one line.
HEADING, ROW, TALL, BETWEEN = 28, 32, 510, 58
STYLE = Path(__file__).parent / "kit" / "static" / "data.css"


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    feeds, totals = cached(data.freshness, scope), cached(data.totals, scope)
    record = cached(data.build_record, scope)
    names = dict(zip(feeds["feed_code"], feeds["feed_name"], strict=True))

    desk_frame("data", data_cut=totals["as_of"], warning=data_head.late_core_feeds(feeds))
    st.html(f"<style>{STYLE.read_text()}</style>")
    with st.container(key="data_title"):
        st.html(tag("h1", "数据健康", tag("span", f"在用版本 {scope.version}", class_="cap")))
    with panel("pn_data_figures"):
        st.html(data_head.figures(totals, record))

    with st.container(key="data_body"):
        left, right = st.columns([58, 42])
        with left, panel("pn_data_feeds", "数据源时效", "约定为参考值 · 按数据截至时刻计"):
            scrolled(data_tables.feeds_table(feeds), TALL)
        history = data.versions()
        short = min(170, HEADING + ROW * len(history))
        with right, panel("pn_data_versions", "版本", "构建未通过则不发布，在用版本不受影响"):
            scrolled(data_tables.versions_table(history), short)
        with right, panel("pn_data_rows", "行数对账", "接收=入湖 · 主键−截至后−无主=事实表"):
            table = data_tables.rows_table(record.get("feeds", {}), names)
            scrolled(table, TALL - short - BETWEEN)
        with panel(
            "pn_data_refused", "隔离区", "不合规则的行不入库，原文与原因留存；更正后重报即可"
        ):
            _quarantine(scope, names)
        with panel("pn_data_checks", "构建检验", "未通过的在前 · 任何一项未通过，新版本不发布"):
            scrolled(data_tables.checks_table(cached(data.checks, scope)), 360)


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
        scrolled(data_tables.rules_table(rules), 300)
    with right:
        rows = cached(data.refused_rows, scope, feed_code=feed, rule=rule, limit=SAMPLES)
        scrolled(data_tables.samples_table(rows), 300)
