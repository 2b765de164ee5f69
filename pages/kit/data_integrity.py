"""数据诚信提示: questions about habits, each with the rows behind it. Never about a person."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.data_tables import file_line, near_path, plain_table, scrolled
from pages.kit.filters import NO_CHOICE, choose
from pages.kit.formats import NO_VALUE, moment, number
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, tag
from warehouse.access.scope import Scope
from warehouse.read import quality
from warehouse.settings import settings

ROWS = 200
COMPARED = {"peers": "同级其他单位", "history": "本单位前 6 个月"}
_ROWS_CSV = {
    "signal_code": "提示代码",
    "area_code": "单位代码",
    "month_start": "月份",
    "event_id": "事件编号",
    "related_key": "关联编号",
    "title": "标题",
    "matter_name": "事项",
    "area_path": "网格",
    "reported_at": "上报时间",
    "closed_at": "办结时间",
    "happened_at": "归期时间",
    "measured_name": "量",
    "measured": "数值",
    "measured_unit": "单位",
    "source_file": "源文件",
    "source_row": "行号",
}


def integrity(scope: Scope) -> None:
    """Draw the signals, the questions they give, and the rows behind the chosen one."""
    signals = cached(quality.signals, scope)
    scrolled(signals_table(signals), 260, "诚信提示规则")
    names = dict(zip(signals["signal_code"], signals["signal_name"], strict=True))
    with st.container(key="data_ask", horizontal=True, vertical_alignment="bottom"):
        asked = signals.filter(pl.col("asked_count") > 0)["signal_code"].to_list()
        options = {NO_CHOICE: "全部", **{code: names[code] for code in asked}}
        signal = choose("提示类型", "signal", options)
        questions = cached(quality.questions, scope, signal_code=signal)
        if questions.is_empty():
            nothing_here("没有需要核对的提示", "各单位各月都在同级的常见范围内。")
            return
        known = {_key(row): row for row in questions.to_dicts()}
        first = next(iter(known))
        labels = {key: _label(row) for key, row in known.items()}
        key = choose("核对哪一条", "question", labels, default=first) or first
        rows = _rows(scope, known[key], None)
        mark = "演示数据_" if settings().demo else ""
        st.download_button(
            "下载凭证 CSV",
            lambda: rows_csv(rows),
            file_name=f"诚信提示凭证_{mark}{known[key]['area_name']}.csv",
            icon=":material/download:",
        )
    left, right = st.columns([42, 58])
    with left:
        scrolled(questions_table(questions, key), 320, "需核对的提示")
    with right:
        st.html(question_words(known[key]))
        scrolled(rows_table(rows.head(ROWS)), 236, "提示的凭证")


def signals_table(signals: pl.DataFrame) -> Markup:
    """Every signal with what it counts, how often, and how many units are asked."""
    return plain_table(
        ["提示", "规则", "计数范围", "件", "命中", "占比", "需核对", "涉及单位"],
        [
            [
                tag("b", row["signal_name"], title=row["question"]),
                tag("span", row["rule"], title=row["rule"], class_="long wide dim"),
                row["base_name"],
                number(row["base_count"]),
                number(row["hit_count"]),
                _share(row["hit_count"], row["base_count"]),
                _asked(row),
                number(row["asked_units"]),
            ]
            for row in signals.to_dicts()
        ],
        right={3, 4, 5, 6, 7},
    )


def questions_table(questions: pl.DataFrame, chosen: str) -> Markup:
    """The questions: unit, month, count beside what was to be expected."""
    return plain_table(
        ["月份", "单位", "提示", "件", "预期", "占比", "偏离 (标准差)"],
        [
            [
                f"{row['month_start']:%Y-%m}",
                tag("b" if _key(row) == chosen else "span", row["area_path"]),
                row["signal_name"],
                number(row["hit_count"]),
                number(row["expected_count"], 1),
                f"{number(row['hit_percent'], 1)}%",
                tag(
                    "span",
                    number(row["deviations"], 1),
                    title=f"预期取自{COMPARED[row['compared_with']]}",
                ),
            ]
            for row in questions.to_dicts()
        ],
        right={3, 4, 5, 6},
    )


def question_words(row: dict[str, Any]) -> Markup:
    """One question in words: what was seen, against what, and what to ask."""
    return tag(
        "div",
        tag("b", f"{row['area_path']} · {row['month_start']:%Y年%m月} · {row['signal_name']}"),
        tag(
            "p",
            f"{number(row['base_count'])} 件{row['base_name']}中，{row['hit_name']} ",
            tag("b", number(row["hit_count"])),
            f" 件；按{COMPARED[row['compared_with']]}的比例约为 "
            f"{number(row['expected_count'], 1)} 件。",
        ),
        tag("p", tag("span", "请核对：", class_="k"), row["question"]),
        class_="ask",
    )


def rows_table(rows: pl.DataFrame) -> Markup:
    """The events behind one question, each with its line."""
    measured = rows["measured_name"].first() if rows.height else None
    return plain_table(
        ["事件", "标题", "网格", "上报", "办结", str(measured or "量"), "文件 : 行"],
        [
            [
                tag("a", row["event_id"], href=f"events?event={row['event_id']}", target="_self"),
                tag("span", row["title"] or row["matter_name"], class_="long"),
                near_path(row["area_path"]),
                moment(row["reported_at"]),
                moment(row["closed_at"]),
                _measured(row),
                file_line(row["source_file"], row["source_row"]),
            ]
            for row in rows.to_dicts()
        ],
    )


def rows_csv(rows: pl.DataFrame) -> bytes:
    """All events behind one question as a CSV file."""
    named = rows.select(list(_ROWS_CSV)).rename(_ROWS_CSV)
    if settings().demo:
        named = named.with_columns(pl.lit("演示数据").alias("数据标记"))
    # With a byte order mark: Excel takes a CSV without one for the local code page.
    return b"\xef\xbb\xbf" + named.write_csv().encode()


def _rows(scope: Scope, row: dict[str, Any], limit: int | None) -> pl.DataFrame:
    return cached(
        quality.question_rows,
        scope,
        signal_code=row["signal_code"],
        area_code=row["area_code"],
        month_start=row["month_start"],
        limit=limit,
    )


def _key(row: dict[str, Any]) -> str:
    month: date = row["month_start"]
    return f"{row['signal_code']}.{row['area_code']}.{month:%Y-%m}"


def _label(row: dict[str, Any]) -> str:
    return (
        f"{row['month_start']:%Y-%m} {row['area_path']} "
        f"{row['signal_name']} {number(row['hit_count'])} 件"
    )


def _asked(row: dict[str, Any]) -> Markup:
    return tag("b" if row["asked_count"] else "span", number(row["asked_count"]))


def _share(part: int, whole: int) -> str:
    return f"{number(100 * part / whole, 1)}%" if whole else NO_VALUE


def _measured(row: dict[str, Any]) -> Markup:
    words = f"{number(row['measured'])} {row['measured_unit']}"
    return tag("span", words, title=row["related_key"])
