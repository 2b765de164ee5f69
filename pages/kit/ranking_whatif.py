"""权重试算: sliders for the weights, the ranking they would give, and how sure today's order is."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.filters import forget, told
from pages.kit.formats import NO_VALUE, direction, number
from pages.kit.html import Markup, join, tag
from pages.kit.icons import arrow
from warehouse.access.scope import Scope
from warehouse.read import whatif

Row = dict[str, Any]
Asked = tuple[str, date, str]

#: Where the weights stand in the address.
_TOLD = "weights"

#: The second look at robustness: weights that scatter by half of themselves.
_WIDE = 0.5

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
    _take_from_address(own)
    weights = {
        code: _slider(code, name, own)
        for code, name in scored.select("item_code", "item_name").iter_rows()
    }
    _sum_line(weights)
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


def _slider(code: str, name: str, own: dict[str, float]) -> float:
    key = _key(code)
    left, right = st.columns(2, vertical_alignment="center", gap="small")
    with left:
        now = st.session_state[key]
        words = number(own[code])
        if now != round(own[code]):
            words = f"{words} → {now}"
        st.html(tag("div", tag("span", name), tag("b", words), class_="wh-n", title=name))
    with right:
        value = st.slider(
            name,
            0,
            _most(own[code]),
            key=key,
            label_visibility="collapsed",
            on_change=_tell_address,
            args=(own,),
        )
    return float(value)


def _sum_line(weights: dict[str, float]) -> None:
    total = sum(weights.values())
    words = "合计 100" if total == 100 else f"合计 {number(total)}，按比例折算为 100"
    left, right = st.columns([3, 1], vertical_alignment="center", gap="small")
    with left:
        st.html(tag("div", tag("b", words), class_="wh-n"))
    with right:
        st.button("恢复", key="rk_wh_reset", on_click=forget, args=(_TOLD,))


def _take_from_address(own: dict[str, float]) -> None:
    """Set the sliders to the weights of the address, `25-20-15-…`, else to the scheme's."""
    told_words = (told(_TOLD) or "").split("-")
    fits = len(told_words) == len(own) and all(
        word.isdecimal() and len(word) <= 2 for word in told_words
    )
    tried = [int(word) for word in told_words] if fits else [round(one) for one in own.values()]
    for (code, weight), now in zip(own.items(), tried, strict=True):
        st.session_state[_key(code)] = min(now, _most(weight))


def _tell_address(own: dict[str, float]) -> None:
    """Write the weights into the address, so that what is tried out can be sent as a link."""
    weights = [st.session_state[_key(code)] for code in own]
    st.query_params[_TOLD] = "-".join(str(weight) for weight in weights)


def _most(own: float) -> int:
    """As far as a slider goes: twice the scheme's weight, and 50 at least."""
    return max(50, 5 * round(own / 2.5))


def _key(code: str) -> str:
    return f"rk_wh_{code}"


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
    wide = cached(whatif.robustness, scope, *asked, scatter=_WIDE)
    wide = wide.filter(peer_group=chosen["peer_group"])
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
    sentences.append(
        f"浮动约五成时，第一名不变的占 {_percent(wide.row(0, named=True))}，"
        f"末位不变的占 {_percent(wide.row(-1, named=True))}"
    )
    return [tag("b", "稳健性 "), *(tag("span", f"{words}。") for words in sentences)]


def _percent(row: Row) -> str:
    return f"{number(100 * row['keeps_rank'])}%"
