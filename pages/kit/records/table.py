"""The table of records, the most urgent first, a page at a time."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.filters import switch, told
from pages.kit.formats import dated, number
from pages.kit.frame import panel
from pages.kit.html import tag
from pages.kit.place_boxes import place_name
from pages.kit.records.clock import STATUS_SIGNS, bar_colour, clock_words
from pages.kit.records.view import RecordView
from pages.kit.states import is_short, nothing_found, nothing_here
from pages.kit.tables import ROW_HEIGHT, page_number, pager, styled, used_bar, used_pixels
from warehouse.access.scope import Scope
from warehouse.read import records
from warehouse.read.record_filters import RecordFilter

PAGE_ROWS = 50
# So few rows do not fill the panel; the table ends with them.
_FEW_ROWS = 7
_WIDTHS = {
    "record_id": 118,
    "opened_at": 96,
    "closed_at": 96,
    "due_at": 96,
    "place": 136,
    "kind": 92,
    "channel": 84,
    "department_name": 104,
    "state": 72,
    "used": 92,
    "time_status": 112,
}


class Chosen(NamedTuple):
    """The record that is open beside the table.

    Attributes:
        record_id: None when the table is empty.
        place: Its place in the whole table from 1; 0 when it is on another page.
        total: Records in the table.
    """

    record_id: str | None
    place: int
    total: int


def record_table(
    scope: Scope, view: RecordView, asked: RecordFilter, cut: dict[str, Any]
) -> Chosen:
    """Draw the table, and say which record is open beside it.

    Args:
        scope: What the reader may see.
        view: Of the page.
        asked: Period, place and what narrows them.
        cut: The row of `events.data_cut`.
    """
    with panel("pn_table"):
        with st.container(key="table_head", horizontal=True):
            title = st.empty()
            shown = switch("看哪些", "show", view.shown, default=view.default_shown)
            total = cached(records.count, scope, view.record_set, asked, shown=shown)
            page, pages = page_number(total, PAGE_ROWS)
            pager(page, pages)
        title.html(
            tag(
                "h2",
                f"{view.noun}明细 ",
                tag("span", f"{number(total)} {view.unit} · {view.order}"),
            )
        )
        if not total:
            _nothing(scope, view, asked, shown)
            return Chosen(told("record"), 0, 0)
        offset = (page - 1) * PAGE_ROWS
        rows = cached(
            records.page,
            scope,
            view.record_set,
            asked,
            shown=shown,
            limit=PAGE_ROWS,
            offset=offset,
        )
        ids = rows["record_id"].to_list()
        chosen = told("record") or ids[0]
        place = ids.index(chosen) if chosen in ids else None
        _draw(view, rows, place, cut["as_of"])
    return Chosen(chosen, 0 if place is None else offset + place + 1, total)


def _draw(view: RecordView, rows: pl.DataFrame, chosen: int | None, as_of: datetime) -> None:
    listed = rows.to_dicts()
    shapes = [clock_words(row)[0] for row in listed]
    headings = {view.columns[column]: column for column in view.columns}
    shown = pl.DataFrame(
        {
            heading: pl.Series(
                heading, [_cell(view, column, row, as_of) for row in listed], pl.String
            )
            for heading, column in headings.items()
        }
    )
    status = view.columns.get("time_status", next(iter(headings)))
    widths = {**_WIDTHS, **view.widths}
    image = st.column_config.ImageColumn(width=widths["used"])
    st.dataframe(
        styled(
            shown,
            status=status,
            statuses=shapes if "time_status" in view.columns else ["good"] * rows.height,
            chosen=chosen,
        ),
        key="record_rows",
        height="stretch" if rows.height > _FEW_ROWS else "content",
        hide_index=True,
        row_height=ROW_HEIGHT,
        on_select=partial(_open, rows["record_id"].to_list()),
        selection_mode="single-cell",
        placeholder="—",
        column_config={
            heading: image
            if column == "used"
            else st.column_config.TextColumn(width=widths.get(column))
            for heading, column in headings.items()
        },
        alt=f"{view.noun}明细，{rows.height} 行，{view.order}",
    )


def _cell(view: RecordView, column: str, row: dict[str, Any], as_of: datetime) -> str | None:
    if column == "place":
        return _place(row)
    if column == "used":
        length = used_pixels(row["used_hours"], row["limit_hours"])
        return None if length is None else used_bar(length, bar_colour(clock_words(row)[0]))
    if column == "time_status":
        shape, words = clock_words(row)
        return f"{STATUS_SIGNS[shape]} {words}"
    value = row[column]
    if column == "title" and value is None:
        return str(row["kind"])
    return words_of(value, as_of, by_day=view.by_day)


def words_of(value: Any, as_of: datetime, *, by_day: bool = False) -> str | None:
    """A value of a mart as a table shows it, its times without hours if told; None stays None."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if by_day else dated(value, as_of)
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, int | float):
        return number(value, 0 if float(value).is_integer() else 1)
    return str(value)


def _open(ids: list[str]) -> None:
    """Write the record that was clicked into the address; the page of the table stays."""
    cells = st.session_state["record_rows"]["selection"]["cells"]
    if cells:
        st.query_params["record"] = ids[cells[0][0]]


def _place(row: dict[str, Any]) -> str | None:
    """The last two steps of the path: the rest is in the panel beside."""
    path = [part for part in str(row["area_path"] or "").split("·") if part]
    return " ".join(path[-2:]) or row["area_name"]


def _nothing(scope: Scope, view: RecordView, asked: RecordFilter, shown: str) -> None:
    if asked.is_plain and shown in {"overdue", "due_soon"}:
        nothing_here(f"没有{view.shown[shown]}的{view.noun}。", "在办的都在期限内。")
        return
    narrowed = {
        "area": asked.area_code if told("area") else None,
        "kind": asked.kind,
        "channel": asked.channel,
        "state": asked.state,
        "department": asked.department_code,
        "q": f"“{asked.text}”" if asked.text else None,
        "show": view.shown[shown] if shown != view.default_shown else None,
    }
    names = {asked.area_code: place_name(scope, asked.area_code)}
    if asked.department_code:
        offered = cached(records.offered, scope, view.record_set)
        names |= dict(offered.select("choice", "label").iter_rows())
    nothing_found(
        view.noun,
        {key: names.get(words, words) for key, words in narrowed.items() if words},
        wider=is_short(asked.start_at, asked.end_at),
    )
