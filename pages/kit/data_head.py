"""The head of the data page: its figures in a strip."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pages.kit.data_tables import percent
from pages.kit.formats import moment, number
from pages.kit.html import Markup, tag
from pages.kit.icons import mark


def figures(totals: dict[str, Any], record: dict[str, Any]) -> Markup:
    """Six figures, each the way to its part of the page.

    Args:
        totals: The row of `mart_data_totals`.
        record: The `build.json` of the version.
    """
    tests = record.get("tests", {})
    troubled = totals["feeds_late"] + totals["feeds_missing"]
    finished = record.get("finished")
    built = moment(datetime.fromisoformat(finished) if finished else None)
    cells = [
        _cell(
            "fresh",
            "数据源",
            f"{number(totals['feeds'])} 个",
            f"滞后 {totals['feeds_late']} · 未接入 {totals['feeds_missing']}",
            "stale" if troubled else "good",
        ),
        _cell(
            "refused",
            "入库文件",
            f"{number(totals['files'])} 份",
            f"整份拒收 {totals['files_refused']}",
            "watch" if totals["files_refused"] else "good",
        ),
        _cell(
            "rows",
            "文件行数",
            f"{number(totals['rows_in'])} 行",
            f"接收 {number(totals['rows_accepted'])}",
        ),
        _cell(
            "refused",
            "隔离行数",
            f"{number(totals['rows_refused'])} 行",
            f"占 {percent(totals['refused_percent'])}，原文可查可下载",
        ),
        _cell(
            "checks",
            "构建检验",
            f"{number(tests.get('passed'))} 项通过",
            f"提醒 {number(tests.get('warned'))} · 未通过 {number(tests.get('failed'))}",
            "watch" if tests.get("warned") else "good",
        ),
        _cell(
            "versions",
            "最近构建",
            f"{number(sum(record.get('seconds', {}).values()))} 秒",
            f"建成 {built}",
        ),
    ]
    return tag("div", *cells, class_="kps")


def _cell(view: str, label: str, value: str, below: str, shape: str = "") -> Markup:
    amount, _, unit = value.partition(" ")
    return tag(
        "a",
        tag("span", Markup(mark(shape, "12px")) if shape else "", " ", label, class_="k"),
        tag("span", tag("b", amount), unit, class_="v"),
        tag("span", below, class_="d"),
        class_="kp",
        href=f"data?view={view}",
        target="_self",
    )
