"""The tables of the data page: frames and build records in, HTML out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.formats import NO_VALUE, moment, number
from pages.kit.html import Markup, join, scroll_area, tag
from pages.kit.icons import mark
from warehouse.settings import settings

CHECK = {"pass": ("good", "通过"), "warn": ("watch", "提醒"), "fail": ("alert", "未通过")}
# The generic tests of the dbt project, in words.
RULES = {
    "unique": "不重复",
    "unique_combination": "不重复",
    "not_null": "不为空",
    "accepted_values": "取值在代码表内",
    "relationships": "关联的记录存在",
}
#: The name of a column in the words of a rule.
_COLUMN = re.compile(r"(（[a-z_]+）)")
STATE = {"served": ("good", "在用"), "kept": ("none", "可回退"), "failed": ("alert", "未发布")}


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


_REFUSED = {
    "feed_code": "数据源代码",
    "feed_name": "数据源",
    "file": "源文件",
    "file_row": "行号",
    "rules": "违反的规则",
    "original_values": "原始内容",
    "source": "检查环节",
    "loaded_at": "入库时间",
}


def refused_csv(rows: pl.DataFrame) -> bytes:
    """All refused rows as a CSV file."""
    flat = rows.with_columns(pl.col("rules").list.join("；")).rename(_REFUSED, strict=False)
    if settings().demo:
        flat = flat.with_columns(pl.lit("演示数据").alias("数据标记"))
    # With a byte order mark: Excel takes a CSV without one for the local code page.
    return b"\xef\xbb\xbf" + flat.write_csv().encode()


def file_line(file: str | None, row: int | None) -> Markup:
    """A line of a file by the file's short name; the whole path shows under the pointer."""
    if file is None:
        return Markup(NO_VALUE)
    return tag("code", f"{file.rpartition('/')[2]} : {row}", title=f"{file} : {row}")


def near_path(path: str | None, parts: int = 2) -> Markup:
    """The last parts of a place's path; the whole path shows under the pointer."""
    return tag("span", "·".join((path or NO_VALUE).split("·")[-parts:]), title=path)


def scrolled(table: Markup, height: int, label: str) -> None:
    """Draw a table that scrolls by itself beyond a height in pixels; the label is read aloud."""
    st.html(scroll_area(table, label=label, style=f"max-height:{height}px"))


def plain_table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], right: set[int] | None = None
) -> Markup:
    """A table of the data pages; `right` are the columns set to the right."""
    sides = ["r" if place in (right or set()) else None for place in range(len(columns))]
    head = tag(
        "tr", *(tag("th", name, class_=side) for name, side in zip(columns, sides, strict=True))
    )
    body = [
        tag("tr", *(tag("td", cell, class_=side) for cell, side in zip(row, sides, strict=True)))
        for row in rows
    ]
    return tag("table", tag("thead", head), tag("tbody", *body), class_="dt")


def status_mark(words: tuple[str, str]) -> Markup:
    """A shape and a word."""
    shape, word = words
    return tag("span", Markup(mark(shape, "12px")), " ", word, class_=f"st c-{shape}")


def percent(share: float | None) -> str:
    """A share of 100; what is there but rounds to nothing says so."""
    if share is not None and 0 < share < 0.05:
        return "<0.1%"
    return NO_VALUE if share is None else f"{number(share, 1)}%"


def _bar(count: int, most: Any) -> Markup:
    width = 100 * count / most if most else 0
    return tag("span", tag("i", style=f"width:{max(width, 1):.0f}%"), class_="bar")


def _values(text: str | None) -> Markup:
    """What stood in the row, column by column, without the empty ones."""
    known = json.loads(text or "{}")
    shown = [f"{name}={value}" for name, value in known.items() if value not in {None, ""}]
    return tag("span", " · ".join(shown), title="\n".join(shown), class_="values", translate="no")


def _tests(row: dict[str, Any]) -> Markup:
    if not row["passed"]:
        return tag("span", row["error"] or NO_VALUE, title=row["error"], class_="short")
    bad = [
        tag("span", f" {word} {row[kind]}", class_=f"c-{shape}")
        for kind, word, shape in (("warned", "提醒", "watch"), ("failed", "未通过", "alert"))
        if row[kind]
    ]
    return join([f"通过 {row['passed']}", *bad])


def with_codes(words: str) -> Markup:
    """A rule in words; names of columns in it, `（hours）`, are set as code."""
    parts = _COLUMN.split(words)
    return join(tag("code", part) if place % 2 else part for place, part in enumerate(parts))


def in_words(words: str) -> str:
    """A rule in words, without the names of columns."""
    return _COLUMN.sub("", words)


def _demand(check: dict[str, Any]) -> list[Markup | str]:
    """What a test demands: its own words, else the rule with the columns."""
    rule = RULES.get(check["rule"] or "")
    if check["says"] or rule is None:
        return [str(check["says"] or check["name"])]
    return [f"{rule}：", tag("code", "、".join(check["columns"] or []))]


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
