"""Files of exactly the records that are shown, made when the button is pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.exports import Note, csv_file, xlsx_file
from pages.kit.filters import told
from pages.kit.paper import printed_words
from pages.kit.records.view import CLOCK_WORDS, RecordView
from warehouse.access.scope import Scope
from warehouse.read import records
from warehouse.read.record_filters import RecordFilter

EXPORT_ROWS = 200_000


def record_downloads(
    scope: Scope, view: RecordView, asked: RecordFilter, words: str, cut: dict[str, Any]
) -> None:
    """Buttons for the records shown, as XLSX with a sheet 说明, and as CSV.

    Args:
        scope: What the reader may see, and in which version.
        view: Of the page.
        asked: Period, place and what narrows them.
        words: The filters in a sentence.
        cut: The row of `events.data_cut`.
    """
    shown = told_shown(view)
    note = Note(view.title, f"{words}；{view.shown[shown]}", cut["as_of"], scope.version)
    columns = view.exported()
    printed_words(note.view)

    def rows() -> pl.DataFrame:
        found = records.page(scope, view.record_set, asked, shown=shown, limit=EXPORT_ROWS)
        return found.with_columns(pl.col("time_status").replace(CLOCK_WORDS))

    _download("明细 Excel", note.file_name("xlsx"), lambda: xlsx_file(rows(), columns, note))
    _download("明细 CSV", note.file_name("csv"), lambda: csv_file(rows(), columns, note))


def told_shown(view: RecordView) -> str:
    """Which records the address asks for; what is not on offer is the default."""
    shown = told("show")
    return shown if shown and shown in view.shown else view.default_shown


def _download(words: str, file_name: str, make: Callable[[], bytes]) -> None:
    st.download_button(
        words,
        data=make,
        file_name=file_name,
        key=f"export_{file_name.rpartition('.')[2]}",
        icon=":material/download:",
        on_click="ignore",
    )
