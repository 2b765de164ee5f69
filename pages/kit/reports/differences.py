"""What changed between two sealed editions: every number that differs, then and now."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.exports import Note, xlsx_file
from pages.kit.filters import choose_for, rewrite, told
from pages.kit.formats import NO_VALUE
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, join, scroll_area, tag
from pages.kit.ranking_changes import signed
from pages.kit.reports.making import FORMATS
from pages.kit.reports.view import ReportView
from warehouse.access.scope import Scope
from warehouse.report.editions import Sealed, differences

#: Words of the parts of a mark, as `warehouse.report.sources` lists them.
_PARTS = {
    **{"n": "分子", "d": "分母", "t": "目标", "p": "上期", "y": "去年同期", "day": "日均"},
    **{"c": "环比", "cr": "环比", "k": "同比", "kr": "同比", "s": "占比"},
    **{"total": "得分", "rank": "名次", "rank_change": "名次变化", "total_change": "得分变化"},
    **{"rank_best": "最好名次", "rank_worst": "最差名次", "ranked_count": "参评数"},
    **{"previous_total": "上期得分"},
}
_CLASS = re.compile(r"class-(\d+)-(\w+)")
#: Columns of the table as a file.
_HEADS = {
    **{"heading": "位置", "block": "段落或表", "area_name": "地方", "name": "数字"},
    **{"part_name": "哪一项", "words_one": "前一版", "words_other": "后一版"},
    **{"change": "变化", "state_name": "说明", "reason": "原因"},
}
_STATES = {"only_one": "后一版没有", "only_other": "前一版没有"}


def differences_view(scope: Scope, view: ReportView) -> None:
    """Draw the two boxes, and the table of what differs."""
    # Those of this period first; of what is left the newest.
    offered = [*view.own, *(edition for edition in view.sealed if edition not in view.own)]
    names = {_code(edition): _words(edition) for edition in offered}
    editions = {_code(edition): edition for edition in offered}
    usual = list(names)[:2]
    with st.container(key="rp_pair", horizontal=True):
        one = _choose("从", "from", names, usual[1])
        other = _choose("到", "to", names, usual[0])
        files = st.container(key="rp_differences")
    if one == other:
        nothing_here("两边选的是同一版", "请在上方另选一版。")
        return
    found = differences(editions[one], editions[other], scope=scope)
    rows = found.to_dicts()
    if note := editions[other].note:
        st.html(tag("p", f"{names[other]}的说明：{note}", class_="why-not"))
    if not rows:
        nothing_here("两版没有不同的数字", "文字或名单可能不同，请分别预览。")
        return
    with files:
        _download(found, editions[one], editions[other])
    st.html(
        scroll_area(_table(rows, names[one], names[other]), label="两版差异", class_="diff scroll")
    )


def part_words(part: str) -> str:
    """Which number of an indicator a part is: `cr` → 环比; its value itself has no words."""
    if found := _CLASS.fullmatch(part):
        return f"第{found[1]}类 {_PARTS.get(found[2], '')}".strip()
    return _PARTS.get(part, "")


def differences_file(found: pl.DataFrame, one: Sealed, other: Sealed) -> bytes:
    """The table as a workbook.

    Args:
        found: The columns of `DIFFERENCES`.
        one: The earlier edition.
        other: The later one.
    """
    written = found.with_columns(
        part_name=pl.col("part").map_elements(part_words, pl.String),
        change=pl.col("change").round(2),
        state_name=pl.col("state").replace_strict(_STATES, default=None),
    )
    return xlsx_file(written, _HEADS, _note(one, other))


def _note(one: Sealed, other: Sealed) -> Note:
    title = f"{other.area_name}{other.noun}两版比对"
    return Note(title, f"{_words(one)}与{_words(other)}", other.as_of, other.version)


def _download(found: pl.DataFrame, one: Sealed, other: Sealed) -> None:
    parts = (f"{sealed.label}第{sealed.n}版" for sealed in (one, other))
    note = _note(one, other)
    st.download_button(
        "差异 Excel",
        partial(differences_file, found, one, other),
        "_".join(part for part in (note.mark, note.title, *parts) if part) + ".xlsx",
        FORMATS["xlsx"][1],
        on_click="ignore",
        key="rp_differences_xlsx",
        icon=":material/download:",
    )


def _choose(label: str, key: str, names: dict[str, str], usual: str) -> str:
    asked = told(key)
    chosen = asked if asked in names else usual
    return (
        choose_for(label, key, names, chosen=chosen, on_choice=lambda code: rewrite({key: code}))
        or usual
    )


def _code(edition: Sealed) -> str:
    return f"{edition.label}.{edition.n}"


def _words(edition: Sealed) -> str:
    return f"{edition.label} 第{edition.n}版（{edition.sealed_at:%m-%d %H:%M}）"


def _table(rows: list[dict[str, Any]], one: str, other: str) -> Markup:
    heads = ("位置", "数字", one, other, "变化", "原因")
    sides = (None, None, "r", "r", "r", "why")
    body = [
        tag(
            "tr",
            *(tag("td", cell, class_=side) for cell, side in zip(_cells(row), sides, strict=True)),
        )
        for row in rows
    ]
    head = [tag("th", words, class_=side) for words, side in zip(heads, sides, strict=True)]
    return tag("table", tag("thead", tag("tr", *head)), tag("tbody", *body), class_="dt")


def _cells(row: dict[str, Any]) -> list[Any]:
    return [
        join([row["heading"] or row["block"], tag("small", row["block"])]),
        _number(row),
        row["words_one"] or NO_VALUE,
        row["words_other"] or NO_VALUE,
        change_words(row),
        row["reason"] or "",
    ]


def _number(row: dict[str, Any]) -> Markup:
    """Place, name, and which of its numbers."""
    name = row["name"] or row["indicator_code"]
    return join([f"{row['area_name'] or ''} {name}", tag("small", part_words(row["part"]))])


def change_words(row: dict[str, Any]) -> str:
    """By how much a number differs, or which edition lacks it."""
    if row["state"] in _STATES:
        return _STATES[row["state"]]
    if row["change"] is None:
        return NO_VALUE
    # Counts change by whole things, rates by hundredths.
    is_whole = "." not in f"{row['words_one']}{row['words_other']}"
    return signed(row["change"], 0 if is_whole else 2)
