"""The figures above the league table: mean, first, last, cards."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.formats import NO_VALUE, direction, number, tone
from pages.kit.html import Markup, join, tag
from pages.kit.icons import arrow, mark
from warehouse.rounding import rounded

NO_LINE = "未设牌线"

Row = dict[str, Any]


def ranking_title() -> None:
    """The name of the page, at the left of the filters."""
    st.html(tag("h1", "考核排名", class_="title"))


def ranking_rule(summary: Row, board: pl.DataFrame, feeds: pl.DataFrame) -> None:
    """Which rules hold, whether the period has ended or is sealed, and how complete its data are.

    Args:
        summary: The row of `mart_rank_groups` that the page is about.
        board: Rows of `mart_rank_board` of the period.
        feeds: Rows of `mart_rank_completeness` of the period.
    """
    state = "本期已结束" if summary["is_complete"] else "本期未结束，名次暂列"
    sealed = board.filter("is_sealed")
    if not sealed.is_empty():
        row = sealed.row(0, named=True)
        state = f"{row['sealed_at']:%m-%d} {row['sealed_by']}封存 · {row['seal_digest'][:8]}"
    words = f"规则：{summary['scheme_version']} · {state}"
    st.html(tag("div", tag("div", words), _complete(feeds), class_="rule", title=words))


def _complete(feeds: pl.DataFrame) -> Markup:
    """The least complete feed, or that all are complete."""
    if feeds.is_empty():
        return tag("div", "数据完整度：本方案不要求")
    shape, days = feed_days(feeds.row(0, named=True))
    whole = f"{feeds.height} 个数据源 {days}" if shape == "good" else feeds["feed_name"][0] + days
    said = "；".join(feeds["remark"].drop_nulls()) or whole
    return tag("div", "数据完整度 ", Markup(mark(shape, "10px")), f" {whole}", title=said)


def feed_days(row: Row) -> tuple[str, str]:
    """Shape and words of how many days of a period a feed holds: `good`, `31/31 天`."""
    days = f" {number(row['days_covered'])}/{number(row['days_due'])} 天"
    shapes = {"complete": "good", "partial": "watch", "absent": "none"}
    return shapes.get(row["state"], "stale"), days


def not_ranked_yet(board: pl.DataFrame) -> None:
    """Say why nobody is ranked."""
    note = board["note"].mode().sort()[0]
    st.html(
        tag(
            "div",
            Markup(mark("none", "13px")),
            tag("b", "数据未齐，暂不排名"),
            tag("span", note.removeprefix("数据未齐，暂不排名").lstrip("：；")),
            class_="rk-wait",
        )
    )


def rank_figures(summary: Row, full_score: float) -> None:
    """Draw the six figures of a period.

    Args:
        summary: The row of `mart_rank_groups` that the page is about.
        full_score: The weights of the scheme's items together.
    """
    with st.container(key="pn_rk_figures", gap=None):
        st.html(tag("div", *_cells(summary, full_score), class_="kp"))


def _cells(summary: Row, full_score: float) -> list[Markup]:
    # A total of 37 reads badly unless one knows that 40 is all there is.
    mean = "平均得分" if full_score == 100 else f"平均得分（满分 {number(full_score)}）"
    return [
        _cell(mean, number(summary["mean_total"], 1), "分", _change(summary["mean_change"])),
        _place("第一名", summary["first_names"], summary["first_total"], _open_rank(summary)),
        _place(
            "末位", summary["last_names"], summary["last_total"], _change(summary["last_change"])
        ),
        _card("绿牌", summary["green_count"], "good", _line("≥{} 分", summary["green_line"])),
        _card(
            "黄牌",
            summary["yellow_count"],
            "watch",
            _yellow_rule(summary),
        ),
        _card(
            "红牌",
            summary["red_count"],
            "alert",
            _red_rule(summary),
        ),
    ]


def _cell(name: str | Markup, value: str, unit: str, below: str | Markup) -> Markup:
    return tag(
        "div",
        tag("div", name, class_="n"),
        tag("div", tag("span", value), tag("small", unit), class_="v", title=value),
        tag("div", below, class_="d"),
    )


def _place(name: str, names: str | None, total: float | None, below: str | Markup) -> Markup:
    # The first or last of several groups are several: their totals stand in the table.
    several = "、" in (names or "")
    points = "" if total is None or several else f"{number(total, 1)} 分"
    return tag(
        "div",
        tag("div", name, class_="n"),
        tag(
            "div",
            *(tag("span", one) for one in (names or NO_VALUE).split("、")),
            tag("small", points) if points else "",
            class_="v names" if several else "v",
            title=names,
        ),
        tag("div", "各组分别排名" if several else below, class_="d"),
    )


def _card(name: str, count: int, shape: str, rule: str) -> Markup:
    shown = "none" if rule == NO_LINE else shape if count else "good"
    return _cell(join([Markup(mark(shown, "11px")), name]), number(count), "个", rule)


def _line(words: str, line: float | None) -> str:
    return NO_LINE if line is None else words.format(number(line))


def _yellow_rule(summary: Row) -> str:
    line, last, red_after = (summary[key] for key in ("yellow_line", "yellow_last", "red_after"))
    below = [f"<{number(line)} 分"] if line is not None else []
    among = [f"组内末 {last} 位" if last > 1 else "组内末位"] if last is not None else []
    again = f"；连续 {red_after} 期转红" if red_after is not None else ""
    return "或".join([*below, *among]) + again if below or among else NO_LINE


def _red_rule(summary: Row) -> str:
    line, red_after = summary["red_line"], summary["red_after"]
    below = [f"<{number(line)} 分"] if line is not None else []
    again = [f"连续 {red_after} 期黄牌"] if red_after is not None else []
    return "或".join([*below, *again]) or NO_LINE


def _change(difference: float | None) -> Markup:
    if difference is None:
        return tag("span", "无上期可比")
    moved = f"{number(abs(difference), 1)}"
    return join(
        [
            tag(
                "span",
                Markup(arrow(direction(rounded(difference, 1)))),
                moved,
                class_=f"s-{tone(rounded(difference, 1), 'higher')}",
            ),
            tag("span", "较上期"),
        ]
    )


def _open_rank(summary: Row) -> str:
    worst = summary["first_rank_worst"]
    if not worst or worst == 1:
        return ""
    return f"与第 {'2–' * (worst > 2)}{worst} 名差异不显著"
