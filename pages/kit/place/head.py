"""What a place is: name, level, people, grids and their workers, and where it lies."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.boundaries import polygons
from pages.kit.data import cached
from pages.kit.formats import ago, number
from pages.kit.frame import panel
from pages.kit.html import Markup, svg_image, tag
from pages.kit.icons import mark
from pages.kit.mercator import fit
from pages.kit.theme import DESK
from warehouse.access.scope import Scope
from warehouse.read import places
from warehouse.settings import settings

_MAP = (240, 150)


def head_panel(
    scope: Scope, profile: dict[str, Any], path: list[dict[str, str]], as_of: datetime
) -> None:
    """Draw the head of the page.

    Args:
        scope: What the reader may see.
        profile: The row of `mart_place_profile`.
        path: The places above, the root first, and the place itself.
        as_of: The data cut.
    """
    with panel("pn_place"):
        st.html(
            tag(
                "div",
                tag("div", _title(profile), _facts(profile, as_of), class_="about"),
                _map(scope, profile, path),
                class_="place",
            )
        )


def _title(profile: dict[str, Any]) -> Markup:
    kind = profile["kind"] or profile["level_name"]
    kind = f"{kind}网格" if profile["level"] == "grid" and not kind.endswith("网格") else kind
    words = [
        kind,
        f"区划代码 {profile['area_code']}",
        f"同类：{profile['peer_label']} {number(profile['peer_count'])} 个"
        if profile["peer_key"]
        else None,
    ]
    return tag(
        "header",
        tag("h1", profile["area_name"]),
        tag("span", " · ".join(word for word in words if word)),
    )


def _facts(profile: dict[str, Any], as_of: datetime) -> Markup:
    cells = [
        _fact("常住人口", profile["population"], "人", _floating(profile)),
        _fact("户数", profile["households"], "户", _area(profile)),
        *_ground(profile),
        _load("每名网格员服务", profile, "persons_per_worker", "人"),
        _load("每名网格员联系", profile, "households_per_worker", "户"),
        # A grid is often one person, whose activity is nobody's figure.
        *(
            [_load("近 30 日人均上报", profile, "reports_per_worker", "件", decimals=1)]
            if profile["level"] != "grid"
            else []
        ),
        _reports(profile, as_of),
    ]
    return tag("dl", *cells)


def _ground(profile: dict[str, Any]) -> list[Markup]:
    if profile["level"] == "grid":
        is_vacant = profile["vacant_grid_count"] > 0
        note = "空缺，需要补员" if is_vacant else "在岗"
        shape = "watch" if is_vacant else ""
        return [_fact("网格员", profile["worker_count"] or 0, "名", note, shape=shape)]
    parts = [
        f"街道 {number(profile['street_count'])}" if profile["street_count"] > 1 else None,
        f"社区 {number(profile['community_count'])}" if profile["community_count"] > 1 else None,
    ]
    vacant, silent = profile["vacant_grid_count"], profile["silent_grid_count"]
    notes = [
        f"空缺网格 {number(vacant)}" if vacant else "网格无空缺",
        f"静默 {number(silent)}" if silent else None,
    ]
    return [
        _fact("网格", profile["grid_count"], "个", " · ".join(part for part in parts if part)),
        _fact(
            "网格员",
            profile["worker_count"],
            "名",
            " · ".join(note for note in notes if note),
            shape="watch" if vacant or silent else "",
        ),
    ]


def _reports(profile: dict[str, Any], as_of: datetime) -> Markup:
    is_silent = profile["level"] == "grid" and profile["silent_grid_count"] > 0
    last = ago(as_of, profile["last_reported_at"])
    note = f"静默：最近一次上报 {last}" if is_silent else f"最近一次上报 {last}"
    return _fact(
        "近 30 日上报", profile["reported_count"], "件", note, shape="watch" if is_silent else ""
    )


def _load(
    name: str, profile: dict[str, Any], column: str, unit: str, *, decimals: int = 0
) -> Markup:
    peers = profile[f"peer_{column}"]
    note = f"同类中位 {number(peers, decimals)}" if peers is not None else ""
    return _fact(name, profile[column], unit, note, decimals=decimals)


def _fact(  # noqa: PLR0913
    name: str,
    value: float | None,
    unit: str,
    note: str,
    *,
    decimals: int = 0,
    shape: str = "",
) -> Markup:
    return tag(
        "div",
        tag("dt", Markup(mark(shape, "11px")) if shape else "", name),
        tag("dd", number(value, decimals), tag("small", unit) if value is not None else ""),
        tag("dd", note, class_="note"),
    )


def _floating(profile: dict[str, Any]) -> str:
    floating = profile["floating_population"]
    return f"流动人口 {number(floating)}" if floating is not None else ""


def _area(profile: dict[str, Any]) -> str:
    size = profile["area_km2"]
    return f"面积 {number(size, 2 if size < 10 else 1)} 平方公里" if size is not None else ""


def _map(scope: Scope, profile: dict[str, Any], path: list[dict[str, str]]) -> Markup:
    """The place in its parent; the whole place with the ones below it."""
    parent = path[-2]["area_code"] if len(path) > 1 else profile["area_code"]
    level = profile["level"] if len(path) > 1 else _level_below(scope, profile["area_code"])
    around = cached(places.outlines, scope, parent, level)
    if around.is_empty():
        return tag("div", tag("p", "台账未登记边界"), class_="mini")
    names = path[-2]["area_name"] if len(path) > 1 else profile["area_name"]
    drawing = _drawing(around, profile["area_code"])
    is_drawn = profile["area_code"] in around["area_code"].to_list()
    words = f"{profile['area_name']}在{names}的位置" if len(path) > 1 else f"{names}示意图"
    missing = "" if is_drawn or len(path) == 1 else "，本地边界未登记"
    return tag(
        "div",
        svg_image(drawing, _MAP, alt=words + missing, style="width:100%"),
        tag("small", words + missing),
        tag("small", settings().boundary_note),
        class_="mini",
    )


def _level_below(scope: Scope, area_code: str) -> str:
    found = cached(places.levels_below, scope, area_code)
    return str(found["level"][0]) if found.height else ""


def _drawing(around: pl.DataFrame, chosen: str) -> str:
    rings = [
        (row["area_code"], part[0])
        for row in around.iter_rows(named=True)
        for part in polygons(row["geometry"])
    ]
    points = [(x, y) for _, ring in rings for x, y in ring]
    view = fit(points, _MAP, (8.0, 6.0, _MAP[0] - 8.0, _MAP[1] - 6.0))
    # The one that is meant is drawn last, over the borders of its neighbours.
    rings.sort(key=lambda found: found[0] == chosen)
    return "".join(_ring(view, ring, is_chosen=code == chosen) for code, ring in rings)


def _ring(view: Any, ring: list[list[float]], *, is_chosen: bool) -> str:
    path = "L".join("{:.1f} {:.1f}".format(*view.place(x, y)) for x, y in ring)
    fill, line = (DESK.acc, DESK.t1) if is_chosen else (DESK.bg2, DESK.line2)
    return f'<path d="M{path}Z" fill="{fill}" stroke="{line}" stroke-width="0.8"/>'
