"""Every chart can be read as a table: the switch in its head, and the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.formats import number
from pages.kit.frame import nothing_here, panel, panel_head
from pages.kit.html import Markup, scroll_area, tag

# Which charts are shown as tables; further names follow after a dot.
_KEY = "tables"
_ROWS = 500


def chart_panel(  # noqa: PLR0913
    name: str,
    head: tuple[str, str | Markup],
    *,
    rows: pl.DataFrame,
    headings: Mapping[str, str],
    draw: Callable[[], None],
    beside: Callable[[], None] | None = None,
) -> None:
    """A panel with a chart, and a switch that shows its numbers as a table instead.

    Args:
        name: Of the chart, unique on the page; the panel's key is `pn_<name>`.
        head: Title, and the caption at the right.
        rows: What the chart shows.
        headings: Columns of the table, with their headings.
        draw: Draws the chart.
        beside: Draws a button into the head, such as one that opens the trace.
    """
    title, caption = head
    with panel(f"pn_{name}"):
        with st.container(key=f"chart_head_{name}", horizontal=True):
            st.html(panel_head(title, caption))
            if beside:
                beside()
            is_table = as_table(name, title)
        if is_table:
            data_table(rows, headings)
        else:
            draw()


def as_table(name: str, title: str) -> bool:
    """Draw the switch between a chart and its table, and say which is on."""
    told = _told()
    is_on = name in told
    # The words are the button's name; the style shows its icon only.
    words = f"以图查看：{title}" if is_on else f"以表格查看：{title}"
    st.button(
        words,
        key=f"as_table_{name}",
        help=words,
        icon=":material/insert_chart:" if is_on else ":material/table_rows:",
        type="tertiary",
        on_click=_tell,
        args=([*told, name] if not is_on else [other for other in told if other != name],),
    )
    return is_on


def data_table(rows: pl.DataFrame, headings: Mapping[str, str]) -> None:
    """Rows as a table that is read aloud well and scrolls inside its panel."""
    if rows.is_empty():
        nothing_here("没有数据。", "")
        return
    shown = rows.select(list(headings))
    numeric = {name for name, kind in shown.schema.items() if kind.is_numeric()}
    head = tag("tr", *(tag("th", words, scope="col") for words in headings.values()))
    body = [
        tag(
            "tr",
            *(
                tag("td", _cell(value), class_="num" if name in numeric else None)
                for name, value in row.items()
            ),
        )
        for row in shown.head(_ROWS).iter_rows(named=True)
    ]
    table = tag("table", tag("thead", head), tag("tbody", *body))
    st.html(scroll_area(table, label="表格", class_="as-table"))


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else ""
    if isinstance(value, int | float):
        return number(value, 0 if float(value).is_integer() else 1)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return "—" if value is None else str(value)


def _told() -> list[str]:
    told = st.query_params.get(_KEY)
    return [name for name in (told or "").split(".") if name]


def _tell(names: list[str]) -> None:
    if names:
        st.query_params[_KEY] = ".".join(names)
    else:
        del st.query_params[_KEY]
