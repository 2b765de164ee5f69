"""The buttons that hand out the report's files; a file is made when its button is pressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from pages.kit.filters import told
from pages.kit.reports.making import (
    FORMATS,
    draft,
    draft_name,
    handed_name,
    packed,
    sealed_file,
    sealed_name,
)
from pages.kit.reports.verified import is_whole
from pages.kit.reports.view import ReportView
from warehouse.access.scope import Scope
from warehouse.report.editions import Sealed
from warehouse.report.make import WRITERS

#: Names of files, each with what makes its content.
Offer = Mapping[str, Callable[[], bytes]]


def downloads(scope: Scope, view: ReportView) -> None:
    """Draw a button for each format of what is shown, and one for all of them.

    The format that the address asks for stands out, so that a link can hand out a workbook.
    Of a comparison there is only its table, which has a button of its own.
    """
    if view.is_comparison:
        return
    offer = _drafts(scope, view) if view.shown is None else _sealed(view.shown)
    whole = next(iter(offer), "").rpartition(".")[0]
    first = told("format") or "docx"
    is_closed = not (is_whole(view.shown) if view.shown else view.can_be_made)
    every: Offer = {**offer, f"{whole}.zip": partial(_all, offer)}
    with st.container(key="rp_files", horizontal=True):
        for file, content in every.items():
            name = file.rpartition(".")[2]
            words, mime = {**FORMATS, "zip": ("成套下载", "application/zip")}[name]
            st.download_button(
                words,
                content,
                file,
                mime,
                on_click="ignore",
                key=f"rp_{name}",
                icon=":material/download:",
                disabled=is_closed,
                type="primary" if name == first else "secondary",
            )


def _drafts(scope: Scope, view: ReportView) -> Offer:
    return {
        draft_name(view, name): partial(draft, scope, view, name)
        for name in FORMATS
        if name in WRITERS
    }


def _sealed(edition: Sealed) -> Offer:
    files = [file for name in FORMATS if (file := sealed_name(edition, name))]
    return {handed_name(edition, file): partial(sealed_file, edition, file) for file in files}


def _all(offer: Offer) -> bytes:
    return packed((file, content()) for file, content in offer.items())
