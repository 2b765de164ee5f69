"""权重试算: sliders for the weights, the ranking they would give, and how sure today's order is."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import NO_VALUE, direction, number
from pages.kit.html import Markup, join, tag
from pages.kit.icons import arrow
from warehouse.access.scope import Scope
from warehouse.read import whatif

Row = dict[str, Any]
Asked = tuple[str, date, str]

#: Lines of the result; of more places those around the chosen one are shown.
SHOWN = 7


@st.fragment
def whatif_panel(scope: Scope, asked: Asked, items: pl.DataFrame, chosen: Row) -> None:
    """Draw sliders and result; a fragment, so that a move of a slider redraws nothing else.

    Args:
        scope: Scope of the page.
        asked: Scheme, first day of the period, level.
        items: Rows of `mart_rank_items` of one place: the items and their weights.
        chosen: The chosen place's row of `mart_rank_board`; its group is shown.
    """
    scored = items.filter(part="base").sort("item_no")
    own = dict(scored.select("item_code", "weight").iter_rows())
    weights = {
        code: _slider(asked, code, name, own[code])
        for code, name in scored.select("item_code", "item_name").iter_rows()
    }
    _sum_line(asked, weights, own)
    if not any(weights.values()):
        st.html(tag("div", "至少一项指标要有权重", class_="nil"))
        return
    tried = cached(_tried, scope, *asked, weights).filter(peer_group=chosen["peer_group"])
    if tried.is_empty():
        st.html(tag("div", "本期无单位可排名，不能试算", class_="nil"))
        return
    basis = "（按今日数据，不改封存的名次）" if chosen["is_sealed"] else "（仅试算，不影响定稿）"
    st.html(tag("div", f"试算后名次{basis}", class_="wh-h"))
    st.html(tag("div", *map(_line, _around(tried, chosen["area_code"])), class_="wh"))
    st.html(tag("div", *_robustness(scope, asked, chosen), class_="robust"))


def _tried(scope: Scope, scheme: str, start: date, level: str, weights: dict[str, float]) -> Any:
    return whatif.ranking(scope, scheme, start, level, whatif.Rules(weights=weights))


def _slider(asked: Asked, code: str, name: str, own: float) -> float:
    key = _key(asked, code)
    st.session_state.setdefault(key, round(own))
    top = max(50, 5 * round(own / 2.5))
    left, right = st.columns(2, vertical_alignment="center", gap="small")
    with left:
        now = st.session_state[key]
        words = number(own) if now == round(own) else f"{number(own)} → {now}"
        st.html(tag("div", tag("span", name), tag("b", words), class_="wh-n", title=name))
    with right:
        value = st.slider(name, 0, top, key=key, label_visibility="collapsed")
    return float(value)


def _sum_line(asked: Asked, weights: dict[str, float], own: dict[str, float]) -> None:
    total = sum(weights.values())
    words = "合计 100" if total == 100 else f"合计 {number(total)}，按比例折算为 100"
    left, right = st.columns([3, 1], vertical_alignment="center", gap="small")
    with left:
        st.html(tag("div", tag("b", words), class_="wh-n"))
    with right:
        st.button("恢复", key="rk_wh_reset", on_click=_reset, args=(asked, own))


def _reset(asked: Asked, own: dict[str, float]) -> None:
    for code, weight in own.items():
        st.session_state[_key(asked, code)] = round(weight)


def _key(asked: Asked, code: str) -> str:
    return f"rk_wh_{asked[0]}_{asked[2]}_{code}"


def _around(tried: pl.DataFrame, chosen: str) -> list[Row]:
    rows = tried.to_dicts()
    place = next((no for no, row in enumerate(rows) if row["area_code"] == chosen), 0)
    first = max(0, min(place - SHOWN // 2, len(rows) - SHOWN))
    return rows[first : first + SHOWN]


def _line(row: Row) -> Markup:
    moved = row["rank_change"]
    return tag(
        "div",
        tag("b", row["rank"]),
        tag("span", row["area_name"]),
        tag("span", f"{number(row['today_total'], 1)} →", class_="t3"),
        tag("b", number(row["total"], 1)),
        tag("span", join([arrow(direction(moved)), str(abs(moved))]))
        if moved
        else tag("span", NO_VALUE, class_="t3"),
        class_="on" if moved else None,
    )


def _robustness(scope: Scope, asked: Asked, chosen: Row) -> list[Markup]:
    found = cached(whatif.robustness, scope, *asked).filter(peer_group=chosen["peer_group"])
    first, last = found.row(0, named=True), found.row(-1, named=True)
    own = found.filter(area_code=chosen["area_code"])
    sentences = [
        f"权重在现行值上下随机浮动约两成，共 {number(first['draw_count'])} 组："
        f"第一名{first['area_name']}不变的占 {_percent(first)}，"
        f"末位{last['area_name']}不变的占 {_percent(last)}"
    ]
    if not own.is_empty():
        row = own.row(0, named=True)
        span = str(row["rank_best"])
        if row["rank_worst"] != row["rank_best"]:
            span += f"–{row['rank_worst']}"
        sentences.append(
            f"{row['area_name']}保持第 {row['today_rank']} 名的占 {_percent(row)}，"
            f"进前三的占 {number(100 * row['in_top_three'])}%，90% 的情形在第 {span} 名"
        )
    return [tag("b", "稳健性 "), *(tag("span", f"{words}。") for words in sentences)]


def _percent(row: Row) -> str:
    return f"{number(100 * row['keeps_rank'])}%"
