"""Where points were lost, and how ranks moved over a year."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.formats import MINUS, NO_VALUE, number
from pages.kit.html import Markup, svg_image, tag, text
from pages.kit.ranking_filters import period_words
from pages.kit.theme import DESK

# Lost points as shares of the weight: from quiet to the main cause.
_HEAT = ((0.02, "h0"), (0.07, "h1"), (0.12, "h2"), (0.20, "h3"), (0.30, "h4"))
WIDTH, LEFT, RIGHT, TOP = 392, 26, 296, 18
#: More items than this have their short names above the columns.
MOST_FULL_NAMES = 7
#: The lines of few places lie this far apart, those of many share the height.
ROW, HEIGHT = 54, 150


def lost_points(board: pl.DataFrame, items: pl.DataFrame) -> None:
    """Draw the table of lost points: a row per place, a column per item, darker where it hurts."""
    names = items.unique("item_no").sort("item_no")
    # Many columns have room for short names only.
    heads = names["item_name" if names.height <= MOST_FULL_NAMES else "short_name"].to_list()
    by_place = items.partition_by("area_code", as_dict=True)
    cells = [tag("div", "单位", class_="hh nm"), *(tag("div", h, class_="hh") for h in heads)]
    for code, name in board.select("area_code", "area_name").iter_rows():
        cells.append(tag("div", name, class_="nm", title=name))
        cells += map(_lost_cell, by_place[(code,)].sort("item_no").to_dicts())
    grid = f"grid-template-columns:84px repeat({len(heads)},1fr)"
    with st.container(
        key="rk_lost_grid", height="content" if board.height <= 8 else 200, border=False, gap=None
    ):
        st.html(tag("div", *cells, class_="hm", style=grid))


def lost_caption(board: pl.DataFrame) -> str:
    """How to read the lost points; those of a sealed period are of the rows known today."""
    words = "距满分的失分 · 深色为主要失分项"
    return f"今日数据，封存后有更正 · {words}" if board["correction_count"].sum() else words


def rank_movement(history: pl.DataFrame, *, selected: str) -> None:
    """Draw the ranks of a group's places month by month; the selected place stands out.

    Args:
        history: Rows of `mart_rank_history` of one group, oldest month first.
        selected: Code of the place that is drawn in accent colour.
    """
    months = history.drop_nulls("rank")["period_start"].unique().sort().to_list()
    labels = dict(history.select("period_start", "period_label").iter_rows())
    last_rank = history["rank"].max()
    if not months or not isinstance(last_rank, int):
        st.html(tag("div", "尚无名次记录", class_="nil"))
        return
    if len(months) == 1:
        st.html(
            tag("div", f"只有 {period_words(labels[months[0]])} 有名次，尚无走势", class_="nil")
        )
        return
    history = history.filter(pl.col("period_start").is_in(months))
    row = min(ROW, HEIGHT / max(last_rank - 1, 1))
    x = {month: _column(place, len(months)) for place, month in enumerate(months)}
    drawing = _axis_marks(months, labels, x, last_rank, row)
    places = history.partition_by("area_code", maintain_order=True)
    places.sort(key=lambda one: one["area_code"][0] == selected)
    for place in places:
        drawing += _line(place, x, row, is_on=place["area_code"][0] == selected)
    drawing += _names(history.filter(period_start=months[-1]), row, last_rank, selected)
    height = TOP + row * (last_rank - 1) + 44
    st.html(
        svg_image(drawing, (WIDTH, height), alt="近12期名次", style="width:100%;margin-top:4px")
    )


def _lost_cell(item: dict[str, Any]) -> Markup:
    lost, reason = item["lost_points"], item["reason"]
    if lost is None:
        return tag("div", NO_VALUE, class_="h0", title=reason)
    share = lost / item["weight"]
    shade = next((name for limit, name in _HEAT if share < limit), "h5")
    words = "0" if lost == 0 else f"{MINUS}{number(lost, 1)}"
    return tag("div", words, class_=shade, title=reason)


def _column(place: int, count: int) -> float:
    return LEFT + (RIGHT - LEFT) * (place / (count - 1) if count > 1 else 1)


def _y(rank: int, row: float) -> float:
    return TOP + (rank - 1) * row


def _line(place: pl.DataFrame, x: dict[object, float], row: float, *, is_on: bool) -> str:
    points = place.filter(pl.col("rank").is_not_null()).select("period_start", "rank").rows()
    colour, width = (DESK.acc, 2.6) if is_on else (DESK.line2 if row >= 15 else DESK.line, 1.6)
    if not points:
        return ""
    path = " ".join(f"{x[month]:.1f},{_y(rank, row):.1f}" for month, rank in points)
    month, rank = points[-1]
    return (
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"'
        ' stroke-linejoin="round"/>'
        f'<circle cx="{x[month]:.1f}" cy="{_y(rank, row):.1f}" r="{4 if is_on else 3}"'
        f' fill="{colour}"/>'
    )


def _axis_marks(
    months: list[object], labels: dict[object, str], x: dict[object, float], last: int, row: float
) -> str:
    step = 1 if row >= 12 else 5 if row >= 3 else 10
    marks = "".join(
        f'<text x="17" y="{_y(rank, row) + 4:.1f}" font-size="12" fill="{DESK.t3}"'
        f' text-anchor="end">{rank}</text>'
        for rank in range(1, last + 1)
        if rank == 1 or rank % step == 0
    )
    # Two between the ends, away from the last one, whose words may carry its year.
    between = [months[len(months) * third // 3] for third in (1, 2)] if len(months) > 7 else []
    shown = [months[0], *between, months[-1]]
    for month in dict.fromkeys(shown):
        anchor = "start" if month == months[0] else "end" if month == months[-1] else "middle"
        words = _month_words(labels[month], with_year=month == months[0])
        marks += (
            f'<text x="{x[month]:.1f}" y="{_y(last, row) + 34:.1f}" font-size="12"'
            f' fill="{DESK.t3}" text-anchor="{anchor}">{text(words)}</text>'
        )
    return marks


def _month_words(label: str, *, with_year: bool) -> str:
    year, _, month = label.partition("-")
    if not month.isdigit():
        return label
    return f"{year[2:]}年{int(month)}月" if with_year or month == "01" else f"{int(month)}月"


def _names(newest: pl.DataFrame, row: float, last: int, selected: str) -> str:
    """Names at the end of the lines; where lines are too close only the ends and the selected."""
    written, taken = "", set[int]()
    for name, code, rank in newest.select("area_name", "area_code", "rank").iter_rows():
        is_on = code == selected
        if rank is None or not (is_on or row >= 15 or rank in {1, last}) or rank in taken:
            continue
        taken.add(rank)
        written += (
            f'<text x="306" y="{_y(rank, row) + 4.5:.1f}" font-size="13" fill="{DESK.t1}"'
            f' font-weight="{700 if is_on else 400}">{rank} {text(name[:5])}</text>'
        )
    return written
