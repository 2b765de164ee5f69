"""Tables of the desk: a page of rows at a time, with small drawings in their cells."""

from __future__ import annotations

import base64
from functools import lru_cache

import pandas as pd
import polars as pl
import streamlit as st

from pages.kit.filters import tell, told
from pages.kit.formats import number
from pages.kit.html import tag
from pages.kit.theme import DESK, Palette, desk_palette

ROW_HEIGHT = 34
_BAR = 70
_HALF = _BAR // 2


def page_number(rows: int, size: int) -> tuple[int, int]:
    """The page that the address asks for, from 1, and how many there are."""
    pages = max(1, -(-rows // size))
    asked = told("page") or "1"
    # Longer numbers are no pages, and very long ones Python refuses to read.
    wanted = int(asked) if asked.isdecimal() and len(asked) < 10 else 1
    return min(max(wanted, 1), pages), pages


def pager(page: int, pages: int) -> None:
    """Where one is among the pages, and the way to the next ones."""
    with st.container(key="pager", horizontal=True):
        st.html(tag("span", f"第 {number(page)} / {number(pages)} 页", class_="cap"))
        _turn("‹", "上一页", page - 1, disabled=page <= 1)
        _turn("›", "下一页", page + 1, disabled=page >= pages)


def _turn(sign: str, words: str, page: int, *, disabled: bool) -> None:
    st.button(
        sign,
        key=f"turn_{words}",
        help=words,
        type="tertiary",
        disabled=disabled,
        on_click=tell,
        args=("page", str(page)),
    )


def styled(rows: pl.DataFrame, *, status: str, statuses: list[str], chosen: int | None) -> object:
    """Rows with the text of one column in its status colour, and one row on a tint.

    Args:
        rows: As shown.
        status: The column whose text is coloured.
        statuses: Name of the shape for each row.
        chosen: Place of the row that is open beside the table; None for none.
    """
    colours = {"alert": DESK.alert, "watch": DESK.watch, "good": DESK.t2, "none": DESK.t3}
    frame: pd.DataFrame = rows.to_pandas()
    looks = [
        f"color:{colours[shape]};font-weight:{'700' if shape == 'alert' else '400'}"
        for shape in statuses
    ]
    tints = {True: f"background-color:{DESK.ramp[0]}", False: f"background-color:{DESK.bg1}"}
    style = frame.style.apply(lambda _: looks, subset=[status])
    return style.apply(lambda row: [tints[row.name == chosen]] * len(row), axis="columns")


def used_bar(used_pixels: int, colour: str) -> str:
    """Time used against the limit, which is the tick in the middle, as an image address.

    Args:
        used_pixels: Of the 70 that stand for twice the limit; more than 70 breaks the bar.
        colour: Of the used part.
    """
    return _used_bar(used_pixels, colour, desk_palette())


@lru_cache(maxsize=512)
def _used_bar(used_pixels: int, colour: str, palette: Palette) -> str:
    # As high as the cell, so that the table draws it at its own size.
    middle, top = ROW_HEIGHT / 2, ROW_HEIGHT / 2 - 3
    broken = (
        f'<path d="M59 {middle + 7}l4 -14M64 {middle + 7}l4 -14" stroke="{palette.bg1}"'
        ' stroke-width="1.8"/>'
        if used_pixels > _BAR
        else ""
    )
    return _image(
        f'<rect y="{top}" width="{_BAR}" height="6" fill="{palette.bg2}"/>'
        f'<rect y="{top}" width="{min(used_pixels, _BAR)}" height="6" fill="{colour}"/>'
        f'<path d="M{_HALF} {middle - 7}v14" stroke="{palette.t1}" stroke-width="1.5"/>{broken}'
    )


def used_pixels(used_hours: float | None, limit_hours: float | None) -> int | None:
    """Length of the bar for hours used of a limit; None without a limit."""
    if used_hours is None or not limit_hours or limit_hours <= 0:
        return None
    return min(round(_HALF * max(used_hours, 0) / limit_hours), _BAR + 1)


def _image(drawing: str) -> str:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_BAR}" height="{ROW_HEIGHT}"'
        f' viewBox="0 0 {_BAR} {ROW_HEIGHT}">{drawing}</svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
