"""Files of a report, made when they are asked for and remembered for as long as they hold."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from pages.kit.reports.corrections import found_corrections
from pages.kit.reports.view import ReportView
from warehouse.access.scope import Scope
from warehouse.report.editions import Sealed, fetch
from warehouse.report.make import make
from warehouse.report.template import Template
from warehouse.settings import settings

#: In the order of the buttons; what each is called, and what a browser is told that it is.
FORMATS = {
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pptx": ("幻灯片", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "pdf": ("PDF", "application/pdf"),
}
# A report has four files of up to a megabyte each.
_KEPT = 48


def draft_name(view: ReportView, ending: str) -> str:
    """What a file of the draft is called, before it is made."""
    choice = view.choice
    parts = [
        "演示数据" if settings().demo else "",
        f"{choice.area_name}{choice.kind.noun}",
        choice.period.label,
        f"第{view.next_edition.number}版草稿",
    ]
    return "_".join(part for part in parts if part) + f".{ending}"


def draft(scope: Scope, view: ReportView, ending: str) -> bytes:
    """A file of the draft, made at most once for all readers.

    Raises:
        NoSuchReportError: There is nothing to report about.
        NoChineseFontError: A PDF cannot be set on this machine.
    """
    key = (scope.version, scope.area_code, *view.report, *view.state)
    content: bytes = _draft(key, ending, scope, view)
    return content


def sealed_name(edition: Sealed, ending: str) -> str | None:
    """Name of an edition's file of an ending; None if it was sealed without one."""
    return next((file for file in edition.documents if file.endswith(f".{ending}")), None)


def handed_name(edition: Sealed, file: str) -> str:
    """What a sealed file is called when it is handed out: two editions are two files."""
    stem, _, ending = file.rpartition(".")
    return f"{stem}_第{edition.n}版.{ending}"


def sealed_file(edition: Sealed, file: str) -> bytes:
    """A file of a sealed edition, compared with its seal while it is read.

    Raises:
        EditionFaultError: The file is no longer what was sealed.
    """
    return fetch(edition, file)


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Several files as one archive; the same files are the same bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(entry, content)
    return archive.getvalue()


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _draft(key: tuple[str | None, ...], ending: str, _scope: Scope, _view: ReportView) -> bytes:
    # Streamlit leaves arguments that begin with an underscore out of the cache's key.
    choice = _view.choice
    with tempfile.TemporaryDirectory() as folder:
        (path,) = make(
            _scope,
            kind=choice.kind,
            area_code=choice.area_code,
            period_start=choice.period.start,
            formats=[ending],
            out=Path(folder),
            edition=_view.next_edition,
            template=_view.template or Template(),
            corrections=found_corrections(_scope, _view),
        )
        return path.read_bytes()
