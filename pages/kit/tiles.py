"""Tiles with one figure each: value, state, change; a click leads on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.kit.formats import change, direction, number, tone
from pages.kit.html import Markup, tag
from pages.kit.icons import arrow, mark

# Below this a share is told as a fraction.
SMALL = 10


@dataclass(frozen=True)
class Tile:
    """One figure.

    Attributes:
        key: Tells it apart on the page.
        name: Above it.
        value: None when there is nothing to be told.
        unit: `件`, `%`, …
        decimals: Of the value.
        difference: Against the time before; None when it is not compared.
        previous: The value before.
        better: `higher`, `lower` or `none`.
        note: Beside the change: target, period, why there is no value.
        status: Name of its shape: `good`, `watch`, `alert`, `none`, `stale`.
        parts: Numerator and denominator of a share.
        leads: What a click does, in words, such as `溯源`.
        is_small: Too few cases for a percentage: told as a fraction.
        is_on: The view below is narrowed to it.
    """

    key: str
    name: str
    value: float | None
    unit: str = "件"
    decimals: int = 0
    difference: float | None = None
    previous: float | None = None
    better: str = "none"
    note: str = ""
    status: str = "none"
    parts: tuple[float, float] | None = None
    leads: str = "溯源"
    is_small: bool = False
    is_on: bool = False


def tile_row(
    name: str,
    tiles: list[Tile],
    *,
    opens: Callable[[Tile], None] | None = None,
    chooses: Callable[[Tile], None] | None = None,
) -> None:
    """A strip of tiles.

    Args:
        name: Of the strip, unique on the page.
        tiles: In order.
        opens: Called in the page's run for the tile that was clicked, as a dialog wants it.
        chooses: Called before the page runs again, as a change of the address wants it.
    """
    # The number tells the style how wide the strip is beside others.
    with st.container(key=f"pn_tiles{len(tiles)}_{name}"):
        for place, tile in enumerate(tiles):
            with st.container(key=f"figure_{name}{place}{'_on' if tile.is_on else ''}"):
                st.html(tile_markup(tile))
                if tile.value is None or not (opens or chooses):
                    continue
                clicked = st.button(
                    f"{tile.leads}：{tile.name}",
                    key=f"figtrace_{name}_{tile.key}",
                    type="tertiary",
                    on_click=chooses,
                    args=(tile,) if chooses else None,
                )
                if clicked and opens:
                    opens(tile)


def tile_markup(tile: Tile) -> Markup:
    """The tile as HTML."""
    shape = mark(tile.status, "11px") if tile.status in {"watch", "alert", "stale"} else ""
    if tile.is_small and tile.parts:
        value = tag("div", "/".join(number(part) for part in tile.parts), class_="v")
        below: list[Markup | str] = [Markup(mark("none", "11px")), f"样本少于 {SMALL}"]
    else:
        unit = tile.unit if tile.value is not None else ""
        value = tag("div", number(tile.value, tile.decimals), tag("small", unit), class_="v")
        below = [_change(tile), tag("span", tile.note)]
    return tag(
        "div",
        tag("div", Markup(shape), tag("span", tile.name, title=tile.name), class_="n"),
        value,
        tag("div", *below, class_="d"),
        class_="kp",
    )


def _change(tile: Tile) -> Markup:
    if tile.value is None or tile.difference is None:
        return Markup("")
    # As told: a difference that rounds to nothing is none.
    difference = round(tile.difference, tile.decimals)
    size = change(difference, unit=tile.unit, decimals=tile.decimals, previous=tile.previous)
    return tag(
        "span",
        Markup(arrow(direction(difference))),
        size if difference else "持平",
        class_=f"s-{tone(difference, tile.better)}",
    )
