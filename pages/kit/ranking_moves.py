"""名次走势: how the ranks of a group moved over a year."""

from __future__ import annotations

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.html import svg_image, tag, text
from pages.kit.ranking_filters import period_words
from pages.kit.ranking_view import RankView, year_of_ranks
from pages.kit.theme import DESK
from warehouse.access.scope import Scope

WIDTH, LEFT, RIGHT, TOP = 392, 26, 296, 18
#: The lines of few places lie this far apart, those of many share the height.
ROW, HEIGHT = 54, 150
#: Names closer than this would lie over each other.
LEAST_APART = 14


_HEADINGS = {"period_label": "时段", "area_name": "单位", "rank": "名次", "total": "得分"}


def movement_panel(scope: Scope, view: RankView) -> None:
    """Draw the panel: ranks of the chosen place's group over twelve periods."""
    history = year_of_ranks(scope, view)
    chart_panel(
        "rk_moves",
        ("名次走势", f"{view.chosen['peer_group']} · 近12期，按各期规则"),
        rows=history.drop_nulls("rank"),
        headings=_HEADINGS,
        draw=lambda: rank_movement(history, selected=view.chosen["area_code"]),
    )


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
        svg_image(
            drawing,
            (WIDTH, height),
            alt=_says(history, selected),
            style="width:100%;margin-top:4px",
        )
    )


def _says(history: pl.DataFrame, selected: str) -> str:
    """The takeaway: where the selected place stands, and its best and worst rank of the year."""
    own = history.filter(area_code=selected).drop_nulls("rank")
    if own.is_empty():
        return "近12期名次；所选单位无名次"
    ranks = [int(rank) for rank in own["rank"]]
    return (
        f"近12期名次：{own['area_name'][0]}现列第 {ranks[-1]}，"
        f"最好第 {min(ranks)}，最差第 {max(ranks)}"
    )


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
    own = newest.filter(area_code=selected)["rank"].drop_nulls().to_list()
    for name, code, rank in newest.select("area_name", "area_code", "rank").iter_rows():
        is_on = code == selected
        if rank is None or not (is_on or row >= 15 or rank in {1, last}) or rank in taken:
            continue
        if not is_on and own and abs(_y(rank, row) - _y(own[0], row)) < LEAST_APART:
            continue
        taken.add(rank)
        written += (
            f'<text x="306" y="{_y(rank, row) + 4.5:.1f}" font-size="13" fill="{DESK.t1}"'
            f' font-weight="{700 if is_on else 400}">{rank} {text(name[:5])}</text>'
        )
    return written
