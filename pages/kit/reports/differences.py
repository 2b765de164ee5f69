"""What changed between two sealed editions: every number that differs, then and now."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.kit.filters import choose_for, rewrite, told
from pages.kit.formats import NO_VALUE
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, join, scroll_area, tag
from pages.kit.ranking_changes import signed
from pages.kit.reports.view import ReportView
from warehouse.report.editions import Sealed, differences

_STATES = {"only_one": "后一版没有", "only_other": "前一版没有"}


def differences_view(view: ReportView) -> None:
    """Draw the two boxes, and the table of what differs."""
    names = {_code(edition): _words(edition) for edition in view.sealed}
    editions = {_code(edition): edition for edition in view.sealed}
    usual = list(names)[:2]
    with st.container(key="rp_pair", horizontal=True):
        one = _choose("从", "from", names, usual[1])
        other = _choose("到", "to", names, usual[0])
    if one == other:
        nothing_here("两边选的是同一版", "请在上方另选一版。")
        return
    rows = differences(editions[one], editions[other]).to_dicts()
    if note := editions[other].note:
        st.html(tag("p", f"{names[other]}的说明：{note}", class_="why-not"))
    if not rows:
        nothing_here("两版没有不同的数字", "文字或名单可能不同，请分别预览。")
        return
    st.html(
        scroll_area(_table(rows, names[one], names[other]), label="两版差异", class_="diff scroll")
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
    heads = ("位置", "数字", one, other, "变化")
    sides = (None, None, "r", "r", "r")
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
        f"{row['area_name'] or ''} {row['name'] or row['indicator_code']}",
        row["words_one"] or NO_VALUE,
        row["words_other"] or NO_VALUE,
        _change(row),
    ]


def _change(row: dict[str, Any]) -> str:
    if row["state"] in _STATES:
        return _STATES[row["state"]]
    return NO_VALUE if row["change"] is None else signed(row["change"], 2)
