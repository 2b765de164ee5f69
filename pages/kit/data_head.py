"""The head of the data page: its figures in a strip, and what the frame should warn of."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pages.kit.data_tables import percent
from pages.kit.formats import moment, number
from pages.kit.html import Markup, tag
from pages.kit.icons import mark


def figures(totals: dict[str, Any], record: dict[str, Any]) -> Markup:
    """Six figures: feeds, files, rows, quarantine, tests, build.

    Args:
        totals: The row of `mart_data_totals`.
        record: The `build.json` of the version.
    """
    tests = record.get("tests", {})
    troubled = totals["feeds_late"] + totals["feeds_missing"]
    finished = record.get("finished")
    return tag(
        "div",
        _cell(
            "数据源",
            number(totals["feeds"]),
            "个",
            f"滞后 {totals['feeds_late']} · 未接入 {totals['feeds_missing']}",
            "stale" if troubled else "good",
        ),
        _cell(
            "入库文件",
            number(totals["files"]),
            "份",
            f"整份拒收 {totals['files_refused']}",
            "watch" if totals["files_refused"] else "good",
        ),
        _cell(
            "文件行数", number(totals["rows_in"]), "行", f"接收 {number(totals['rows_accepted'])}"
        ),
        _cell(
            "隔离行数",
            number(totals["rows_refused"]),
            "行",
            f"占 {percent(totals['refused_percent'])}，原文可查可下载",
        ),
        _cell(
            "构建检验",
            number(tests.get("passed")),
            "项通过",
            f"提醒 {number(tests.get('warned'))} · 未通过 {number(tests.get('failed'))}",
            "watch" if tests.get("warned") else "good",
        ),
        _cell(
            "最近构建",
            number(sum(record.get("seconds", {}).values())),
            "秒",
            f"建成 {moment(datetime.fromisoformat(finished)) if finished else moment(None)}",
        ),
        class_="kps",
    )


def _cell(label: str, value: str, unit: str, below: str, shape: str = "") -> Markup:
    return tag(
        "div",
        tag("span", Markup(mark(shape, "12px")) if shape else "", " ", label, class_="k"),
        tag("span", tag("b", value), unit, class_="v"),
        tag("span", below, class_="d"),
        class_="kp",
    )
