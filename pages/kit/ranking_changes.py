"""Why a place's total and rank changed: the parts, which add up to the change."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.formats import MINUS, NO_VALUE, number
from pages.kit.html import Markup, tag

Row = dict[str, Any]


def change_parts(changes: pl.DataFrame, chosen: Row) -> None:
    """Draw what moved a place, aspect by aspect, and the sums.

    Args:
        changes: Rows of `mart_rank_changes` of one place, in the order of the aspects.
        chosen: The place's row of `mart_rank_board`.
    """
    if changes.is_empty():
        st.html(tag("div", _why_not(chosen), class_="nil"))
        return
    rows = changes.to_dicts()
    first = rows[0]
    most = max((abs(row["total_part"]) for row in rows), default=0) or 1
    head = tag(
        "div",
        tag("span", "上期"),
        tag("b", f"第 {first['previous_rank']} 名 · {number(first['previous_total'], 2)} 分"),
        tag("span", "本期"),
        tag("b", f"第 {first['rank']} 名 · {number(first['total'], 2)} 分"),
        tag("p", chosen["change_reason"] or "", class_="why"),
        class_="ends",
    )
    names = ("原因", "得分", "", "名次")
    moved = [row for row in rows if row["rank_part"] or signed(row["total_part"], 2) != "0"]
    still = "、".join(row["aspect_name"] for row in rows if row not in moved)
    st.html(
        tag(
            "div",
            head,
            tag("div", *(tag("span", name) for name in names), class_="ch h"),
            *(_part(row, most) for row in moved),
            tag(
                "div",
                tag("b", "合计"),
                tag("b", signed(first["total"] - first["previous_total"], 2)),
                tag("span"),
                tag("b", signed(first["previous_rank"] - first["rank"])),
                class_="ch sum",
            ),
            tag(
                "p",
                (f"没有影响的：{still}。" if still else "")
                + "逐项代入本期数据，全组同时重算得分和名次；各项之和等于总变化。"
                "名次以上升为正，含同期其他单位变动的影响。",
                class_="sm",
            ),
            class_="changes",
        )
    )


def signed(value: float, decimals: int = 0) -> str:
    """`1.2` → `+1.2`; what rounds to nothing is `0`, without a sign."""
    words = number(value, decimals)
    if not float(words.replace(MINUS, "-").replace(",", "")):
        return "0"
    return words if words.startswith(MINUS) else f"+{words}"


def _part(row: Row, most: float) -> Markup:
    part = row["total_part"]
    width = 50 * abs(part) / most
    side = f"left:{50 if part > 0 else 50 - width:.1f}%;width:{width:.1f}%"
    bar = tag("i", class_="up" if part > 0 else "down", style=side) if part else ""
    return tag(
        "div",
        tag("span", row["aspect_name"]),
        tag("span", signed(part, 2), class_="" if part else "t3"),
        tag("span", bar, class_="axis"),
        tag("span", signed(row["rank_part"]), class_="" if row["rank_part"] else "t3"),
        class_="ch",
        title=row["aspect_note"],
    )


def _why_not(chosen: Row) -> str:
    if chosen["rank"] is None:
        return f"本期未排名：{chosen['note'] or NO_VALUE}"
    return "上期未在本组排名，无变化可解释"
