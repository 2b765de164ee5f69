"""失分在哪: a row per place, a column per item, darker where it hurts."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.formats import MINUS, NO_VALUE, number
from pages.kit.html import Markup, scroll_area, tag
from pages.kit.ranking_view import RankView
from warehouse.access.scope import Scope
from warehouse.read import ranking

# Lost points as shares of the weight: from quiet to the main cause.
_HEAT = ((0.02, "h0"), (0.07, "h1"), (0.12, "h2"), (0.20, "h3"), (0.30, "h4"))
#: More items than this have their short names above the columns.
MOST_FULL_NAMES = 7
#: So many places share the height with the league table; more of them scroll.
MOST_ROWS = 8
_HEADINGS = {
    "area_name": "单位",
    "item_name": "指标",
    "weight": "权重",
    "points": "得分",
    "lost_points": "失分",
}


def lost_panel(scope: Scope, view: RankView) -> None:
    """Draw the panel: the table of colours, and what the chosen place could regain."""
    shown = view.shown.select("area_code", place=pl.int_range(pl.len()))
    rows = view.scored.join(shown, on="area_code").sort("place", "item_no")
    chart_panel(
        "rk_lost",
        ("失分在哪", _caption(view.board)),
        rows=rows,
        headings=_HEADINGS,
        draw=lambda: _draw(scope, view, rows),
    )


def _draw(scope: Scope, view: RankView, rows: pl.DataFrame) -> None:
    grid = _grid(view.shown, rows)
    if view.shown.height > MOST_ROWS:
        st.html(scroll_area(grid, label="各单位各项失分", class_="hm-scroll"))
    else:
        st.html(grid)
    losses = cached(ranking.losses, scope, *view.choice.asked)
    own = losses.filter(area_code=view.chosen["area_code"])
    if own.height:
        st.html(_could_regain(view.chosen["area_name"], own.row(0, named=True)))


def _could_regain(name: str, loss: dict[str, Any]) -> Markup:
    if not loss["item_lost_points"]:
        return tag("p", tag("b", name), " 本期各项满分。", class_="hm-says")
    still = "仍列" if loss["rank_with_half"] == loss["rank"] else "可列"
    return tag(
        "p",
        tag("b", name),
        f" {number(loss['lost_points'], 1)} 分失分中{loss['item_name']}占 "
        f"{number(loss['item_lost_points'], 1)} 分；追回一半可得 "
        f"{number(loss['total_with_half'], 1)} 分，{still}第 {loss['rank_with_half']}。",
        class_="hm-says",
    )


def _grid(board: pl.DataFrame, items: pl.DataFrame) -> Markup:
    names = items.unique("item_no").sort("item_no")
    # Many columns have room for short names only.
    heads = names["item_name" if names.height <= MOST_FULL_NAMES else "short_name"].to_list()
    by_place = items.partition_by("area_code", as_dict=True)
    cells = [tag("div", "单位", class_="hh nm"), *(tag("div", h, class_="hh") for h in heads)]
    for code, name in board.select("area_code", "area_name").iter_rows():
        cells.append(tag("div", name, class_="nm", title=name))
        cells += map(_lost_cell, by_place[(code,)].sort("item_no").to_dicts())
    grid = f"grid-template-columns:84px repeat({len(heads)},1fr)"
    return tag("div", *cells, class_="hm", style=grid)


def _caption(board: pl.DataFrame) -> str:
    """How to read the lost points; those of a sealed period are of the rows known today."""
    words = "距满分的失分 · 深色为主要失分项"
    return f"今日数据，封存后有更正 · {words}" if board["correction_count"].sum() else words


def _lost_cell(item: dict[str, Any]) -> Markup:
    lost, reason = item["lost_points"], item["reason"]
    if lost is None:
        return tag("div", NO_VALUE, class_="h0", title=reason)
    share = lost / item["weight"]
    shade = next((name for limit, name in _HEAT if share < limit), "h5")
    words = "0" if lost == 0 else f"{MINUS}{number(lost, 1)}"
    return tag("div", words, class_=shade, title=reason)
