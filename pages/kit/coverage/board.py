"""Every item that must be covered as a row: how far, the target, the way to it, who lacks it."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.formats import number
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, svg_image, tag
from pages.kit.icons import mark, shape_of
from pages.kit.periods import DeskPeriod
from pages.kit.records.hits import Hit, row_hits
from pages.kit.records.sets import go
from pages.kit.strokes import Box, line_path
from pages.kit.theme import DESK
from pages.kit.trace import open_trace
from warehouse.access.scope import Scope
from warehouse.read import coverage
from warehouse.read.record_filters import RecordFilter

# More places than this do not fit beside the bars.
_PLACES = 7
_SPARK = (64.0, 18.0)


def board_panel(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw the items; a click on one lists who lacks it, the sign at its end opens its trace."""
    rows = cached(coverage.board, scope, asked.area_code, period.last_day)
    gaps = cached(coverage.gaps_by_place, scope, asked.area_code)

    def draw() -> None:
        if rows.is_empty():
            nothing_here("这一处没有覆盖指标。", "覆盖指标只到街道（乡镇）一级，请看上一级区划。")
            return
        with st.container(key="rows_board"):
            st.html(board_markup(rows, gaps, chosen=asked.kind))
            row_hits("board", [_hit(row, asked) for row in rows.iter_rows(named=True)])
            _traces(scope, asked.area_code, rows)

    chart_panel(
        "board",
        ("覆盖与目标", "竖线=目标 · 右侧数字=现在还缺的单位数 · 点一行列出缺口"),
        rows=rows,
        headings={
            "short_name": "项目",
            "covered": "已覆盖",
            "units": "应覆盖",
            "value": "覆盖率 %",
            "target": "目标 %",
            "short_of_target": "距目标还差",
            "label": "时段",
            "target_basis": "目标依据",
        },
        draw=draw,
    )


def board_markup(rows: pl.DataFrame, gaps: pl.DataFrame, *, chosen: str | None) -> Markup:
    """The board as a table.

    Args:
        rows: Of `coverage.board`.
        gaps: Of `coverage.gaps_by_place`.
        chosen: Short name of the item that the list is narrowed to.
    """
    places = gaps.select("area_code", "area_name").unique(maintain_order=True)
    listed = places.head(_PLACES).rows() if places.height <= _PLACES else []
    lacking = {
        (row["indicator_code"], row["area_code"]): row["lacking"]
        for row in gaps.iter_rows(named=True)
    }
    heads = ["项目", "有/应有", "覆盖率", "", "目标", "还差", "近况"]
    return tag(
        "table",
        tag(
            "thead",
            tag(
                "tr",
                *(tag("th", head, scope="col") for head in heads),
                *(
                    tag("th", name.removesuffix("街道"), scope="col", title=name)
                    for _, name in listed
                ),
                tag("th", ""),
            ),
        ),
        tag(
            "tbody",
            *(
                _row(
                    row,
                    [lacking.get((row["indicator_code"], code)) for code, _ in listed],
                    is_chosen=row["short_name"] == chosen,
                )
                for row in rows.iter_rows(named=True)
            ),
        ),
        class_="board",
    )


def _row(row: dict[str, Any], lacking: list[int | None], *, is_chosen: bool) -> Markup:
    shape = shape_of(row["status"])
    sign = mark(shape, "11px") if row["target"] is not None else tag("i", class_="nomark")
    return tag(
        "tr",
        tag("th", sign, " ✓ " if is_chosen else " ", row["short_name"], scope="row"),
        tag("td", f"{number(row['covered'])}/{number(row['units'])}", title=row["unit_noun"]),
        tag("td", tag("b", number(row["value"], 1, row["target"])), "%"),
        tag("td", _bar(row), class_="bar"),
        tag("td", "—" if row["target"] is None else f"{number(row['target'])}%"),
        tag("td", _short(row)),
        tag("td", _spark(row)),
        *(_gap(count) for count in lacking),
        tag("td", ""),
        class_="chosen" if is_chosen else None,
        title=f"{row['name_zh']} · {row['label']} · {row['target_basis'] or '没有目标值'}",
    )


def _bar(row: dict[str, Any]) -> Markup:
    tick = row["target"]
    look = "low" if row["status"] in {"watch", "severe"} else None
    return tag(
        "div",
        tag("i", style=f"width:{min(row['value'], 100):.1f}%", class_=look),
        tag("u", style=f"left:{tick:.1f}%") if tick is not None else "",
        class_="track",
    )


def _short(row: dict[str, Any]) -> Markup | str:
    short = row["short_of_target"]
    if short is None:
        return "—"
    return tag("b", number(short), class_="c-watch") if short else "达标"


def _gap(count: int | None) -> Markup:
    if not count:
        return tag("td", "" if count is None else "·", class_="gap")
    return tag("td", tag("b", number(count)), class_="gap some")


def _spark(row: dict[str, Any]) -> Markup:
    """The last periods, ending in a dot."""
    values = [value for value in row["history"] if value is not None]
    if len(values) < 2:
        return Markup("")
    wide, high = _SPARK
    box = Box(2, wide - 4, 3, high - 3, min(values), max(values))
    step = (box.right - box.left) / (len(values) - 1)
    points = [(box.left + place * step, box.y(value)) for place, value in enumerate(values)]
    x, y = points[-1]
    drawing = (
        f'<path d="{line_path(points)}" fill="none" stroke="{DESK.acc}" stroke-width="1.6"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.4" fill="{DESK.acc}"/>'
    )
    words = f"近 {len(values)} 期从 {number(values[0], 1)}% 到 {number(values[-1], 1)}%"
    return svg_image(drawing, _SPARK, alt=words, style=f"width:{wide:g}px;height:{high:g}px")


def _hit(row: dict[str, Any], asked: RecordFilter) -> Hit:
    name = row["short_name"]
    is_on = asked.kind == name
    label = f"取消筛选 {name}" if is_on else f"列出缺{name}的单位"
    return Hit(f"goitem_{row['indicator_code']}", label, _list, (None if is_on else name,))


def _list(kind: str | None) -> None:
    go(set=None, kind=kind)


def _traces(scope: Scope, area_code: str, rows: pl.DataFrame) -> None:
    with st.container(key="traces_board"):
        for row in rows.iter_rows(named=True):
            if st.button(
                "\u200b",
                key=f"traceitem_{row['indicator_code']}",
                help=f"溯源：{row['name_zh']}",
                icon=":material/account_tree:",
                type="tertiary",
            ):
                open_trace(
                    scope,
                    row["indicator_code"],
                    area_code,
                    row["period_type"],
                    row["period_start"],
                )
