"""检验与版本: what the build demanded of the data, and the versions that there are."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.data_tables import plain_table, scrolled, status_mark
from pages.kit.filters import NO_CHOICE, choose, search
from pages.kit.formats import NO_VALUE, moment, number
from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, join, tag
from warehouse.access.scope import Scope
from warehouse.read import data

CHECK = {"pass": ("good", "通过"), "warn": ("watch", "提醒"), "fail": ("alert", "未通过")}
# The generic tests of the dbt project, in words.
RULES = {
    "unique": "不重复",
    "unique_combination": "不重复",
    "not_null": "不为空",
    "accepted_values": "取值在代码表内",
    "relationships": "关联的记录存在",
}
STATE = {"served": ("good", "在用"), "kept": ("none", "可回退"), "failed": ("alert", "未发布")}


def checks_panel(scope: Scope) -> None:
    """The tests of the build, by result and by words in their table or demand."""
    with panel("pn_data_checks", "构建检验", "未通过的在前 · 任何一项未通过，新版本不发布"):
        with st.container(key="data_pick", horizontal=True, vertical_alignment="bottom"):
            results = {code: words for code, (_, words) in CHECK.items()}
            status = choose("结果", "status", {NO_CHOICE: "全部", **results})
            words = search("数据表或检验", "q", hint="表名、检验内容")
        rows = _found(cached(data.checks, scope), status, words)
        if rows.is_empty():
            nothing_here("没有这样的检验。", "改选结果，或清空关键词。")
            return
        scrolled(checks_table(rows), None, "构建检验")


def versions_panel(_: Scope) -> None:
    """The versions on disk and the builds that failed; of this moment, whatever is served."""
    with panel("pn_data_versions", "版本", "构建未通过则不发布，在用版本不受影响"):
        scrolled(versions_table(data.versions()), None, "版本")


def _found(checks: pl.DataFrame, status: str | None, words: str | None) -> pl.DataFrame:
    if status:
        checks = checks.filter(status=status)
    if words:
        text = pl.concat_str("model", "name", "says", ignore_nulls=True)
        checks = checks.filter(text.str.to_lowercase().str.contains(words.lower(), literal=True))
    return checks


def checks_table(checks: pl.DataFrame) -> Markup:
    """The tests of the build, what did not pass first."""
    return plain_table(
        ["结果", "数据表", "检验", "不合格行"],
        [
            [
                status_mark(CHECK.get(row["status"], CHECK["fail"])),
                tag("code", row["model"]),
                tag("span", *_demand(row), title=row["name"], class_="long wide"),
                number(row["failures"]),
            ]
            for row in checks.to_dicts()
        ],
        right={3},
    )


def versions_table(versions: pl.DataFrame) -> Markup:
    """The versions on disk and the builds that were not published, newest first."""
    return plain_table(
        ["版本", "状态", "数据截至", "建成", "用时", "检验"],
        [
            [
                tag("code", row["build_id"], title=row["error"]),
                status_mark(STATE[row["state"]]),
                moment(_time(row["as_of"])),
                moment(_time(row["finished"])),
                NO_VALUE if row["seconds"] is None else f"{number(row['seconds'])} 秒",
                _tests(row),
            ]
            for row in versions.to_dicts()
        ],
        right={4},
    )


def _tests(row: dict[str, Any]) -> Markup:
    if not row["passed"]:
        return tag("span", row["error"] or NO_VALUE, title=row["error"], class_="short")
    bad = [
        tag("span", f" {word} {row[kind]}", class_=f"c-{shape}")
        for kind, word, shape in (("warned", "提醒", "watch"), ("failed", "未通过", "alert"))
        if row[kind]
    ]
    return join([f"通过 {row['passed']}", *bad])


def _demand(check: dict[str, Any]) -> list[Markup | str]:
    """What a test demands: its own words, else the rule with the columns."""
    rule = RULES.get(check["rule"] or "")
    if check["says"] or rule is None:
        return [str(check["says"] or check["name"])]
    return [f"{rule}：", tag("code", "、".join(check["columns"] or []))]


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
