"""The list of the catalogue: one row per indicator, with its value where one is."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import change, direction, number, target, tone
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, svg_image, tag
from pages.kit.icons import arrow, mark, shape_of
from pages.kit.indicators.bar import Asked, address_with
from pages.kit.strokes import box_around, line
from pages.kit.theme import DESK
from warehouse.access.scope import Scope
from warehouse.read import catalogue, indicators
from warehouse.rounding import rounded

_SPARK = (96.0, 24.0)
_POINTS = 12
_HEADS = ("", "编号", "指标", "口径", "现值", "目标", "较上期", "近一年", "数据源", "时段")


def catalogue_rows(scope: Scope, asked: Asked) -> list[dict[str, Any]]:
    """The indicators that the filters leave, with their words, values, feeds and trends.

    Returns:
        Rows of `mart_catalogue_indicators`, joined by those of `indicator_readings`; with
        `feeds` (codes), `feed_words`, `state` (one of `STATES`) and `spark` (values).
    """
    words = cached(catalogue.entries, scope)
    codes = words["indicator_code"].to_list()
    found = cached(
        indicators.readings,
        scope,
        codes,
        asked.area_code,
        asked.indicator_period,
        until=asked.period.last_day,
    )
    values = {row["indicator_code"]: row for row in found.iter_rows(named=True)}
    sparks = _sparks(cached(catalogue.last_values, scope, asked.area_code, *asked.year_span))
    names = cached(catalogue.feed_names, scope)
    feeds = cached(catalogue.feeds_by_measure, scope)
    rows = [_row(word, values, sparks, feeds, names) for word in words.iter_rows(named=True)]
    return [row for row in rows if _is_asked(row, asked)]


def catalogue_list(rows: list[dict[str, Any]], asked: Asked, *, is_narrow: bool) -> None:
    """Draw the list; beside an open indicator only its first columns."""
    if not rows:
        nothing_here("没有符合条件的指标。", "放宽筛选条件，或点“重置”。")
        return
    parts: list[Markup] = []
    group = None
    for row in rows:
        if row["governance"] != group:
            group = row["governance"]
            count = sum(other["governance"] == group for other in rows)
            parts.append(tag("div", tag("b", group), tag("span", f"{count} 项"), class_="ig"))
        parts.append(_line(row, asked, is_narrow=is_narrow))
    head = Markup("") if is_narrow else tag("div", *(tag("span", h) for h in _HEADS), class_="ir h")
    look = "il narrow" if is_narrow else "il"
    st.html(
        tag("div", head, *parts, class_=look, tabindex="0", role="region", aria_label="指标目录")
    )


def change_cell(value: dict[str, Any], row: dict[str, Any]) -> list[Any]:
    """Arrow and size of a change; one that rounds to nothing is none.

    Args:
        value: Has `change` and `previous_value`.
        row: The indicator: unit, decimals, better.
    """
    if value.get("change") is None:
        return ["—"]
    difference = rounded(value["change"], row["decimals"])
    if not difference:
        return [tag("em", "持平", class_="s-neu")]
    size = change(
        difference, unit=row["unit"], decimals=row["decimals"], previous=value["previous_value"]
    )
    sign = Markup(arrow(direction(difference)))
    return [tag("em", sign, " ", size, class_=f"s-{tone(difference, row['better'])}")]


def _row(
    word: dict[str, Any],
    values: dict[str, dict[str, Any]],
    sparks: dict[str, list[float]],
    counted_in: dict[str, tuple[str, ...]],
    names: dict[str, str],
) -> dict[str, Any]:
    code = word["indicator_code"]
    value = values.get(code, {})
    measures = (word["numerator_measure"], word["denominator_measure"])
    feeds = dict.fromkeys(feed for name in measures for feed in counted_in.get(name, ()))
    if word["status"] == "planned":
        state = "planned"
    else:
        state = "empty" if value.get("value") is None else value["status"]
    return {
        **value,
        **word,
        # The catalogue's own says whether it is computed; here it is the standing of the value.
        "status": value.get("status"),
        "feeds": feeds,
        "feed_words": "、".join(names.get(feed, feed) for feed in feeds) or "装载记录",
        "state": state,
        "spark": sparks.get(code, []),
    }


def _is_asked(row: dict[str, Any], asked: Asked) -> bool:
    return (
        asked.group in {None, row["governance"]}
        and asked.state in {None, row["state"]}
        and (asked.level is None or asked.level in row["levels"].split())
        and (asked.feed is None or asked.feed in row["feeds"])
        and all(part in row["search_text"] for part in (asked.text or "").lower().split())
    )


def _sparks(rows: pl.DataFrame) -> dict[str, list[float]]:
    """Values of the last months by indicator; quarters for those that have no months."""
    found: dict[str, list[float]] = {}
    for kind in ("quarter", "month"):
        for (code,), part in rows.filter(period_type=kind).group_by(
            "indicator_code", maintain_order=True
        ):
            found[str(code)] = part["value"].tail(_POINTS).to_list()
    return found


def _line(row: dict[str, Any], asked: Asked, *, is_narrow: bool) -> Markup:
    code = row["indicator_code"]
    has_value = row.get("value") is not None
    shape = shape_of(row["state"]) if row["state"] in {"watch", "severe"} else ""
    value: list[Any] = [tag("b", number(row.get("value"), row["decimals"], row.get("target")))]
    if has_value:
        value.append(tag("small", row["unit"]))
        if row["is_small_sample"]:
            value.append(tag("i", "※", title="小样本"))
    cells = [
        tag("span", Markup(mark(shape, "12px")) if shape else "", class_="m"),
        tag("span", code, class_="c"),
        tag("span", row["name_zh"], title=row["name_zh"], class_="n"),
    ]
    told = tag("span", *value, class_="v")
    if is_narrow:
        cells.append(told)
    else:
        cells += [
            tag("span", row["definition"], title=row["definition"], class_="f def"),
            told,
            tag("span", target(row.get("target"), row["better"], row["decimals"]) or "—"),
            tag("span", *change_cell(row, row)),
            tag("span", _spark(row)),
            tag("span", row["feed_words"], title=row["feed_words"], class_="f"),
            tag("span", _when(row, asked), class_="w"),
        ]
    return tag(
        "a",
        *cells,
        href=address_with(code=code),
        target="_self",
        class_="ir on" if code == asked.code else "ir",
        aria_current="true" if code == asked.code else None,
    )


def _when(row: dict[str, Any], asked: Asked) -> str:
    if row["state"] == "planned":
        return "尚未接入"
    if row.get("value") is None:
        return "无数"
    is_asked = (row["period_type"], row["period_start"]) == asked.period.indicator
    return "" if is_asked else str(row["label"])


def _spark(row: dict[str, Any]) -> Markup:
    values = row["spark"]
    if len(values) < 2:
        return Markup("")
    points = box_around(_SPARK, (2, 5, 4, 4), values).points(values)
    drawing = line(points, DESK.acc, 1.5)
    last = points[-1]
    if last is not None:
        drawing += f'<circle cx="{last[0]:.1f}" cy="{last[1]:.1f}" r="2.4" fill="{DESK.acc}"/>'
    words = f"近 {len(values)} 期，从 {number(values[0], 1)} 到 {number(values[-1], 1)}"
    width, height = _SPARK
    return svg_image(drawing, _SPARK, alt=words, style=f"width:{width:g}px;height:{height:g}px")
