"""Several lists on one page: which one is shown stands in the address under `set`."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.kit.filters import rewrite, told
from pages.kit.records.view import RecordView

# What narrows one list means nothing to another.
_OWN = ("kind", "channel", "state", "department", "q", "show", "page", "record")


def told_view(views: Mapping[str, RecordView]) -> RecordView:
    """The list that the address asks for; the first one unless told."""
    asked = told("set")
    return views[asked] if asked and asked in views else next(iter(views.values()))


def set_switch(views: Mapping[str, RecordView]) -> None:
    """A row of buttons that choose the list."""
    first = next(iter(views))
    asked = told("set")
    st.session_state["box_set"] = asked if asked in views else first
    with st.container(key="set_head", horizontal=True):
        st.segmented_control(
            "看哪张清单",
            list(views),
            key="box_set",
            format_func=lambda name: views[name].title,
            label_visibility="collapsed",
            required=True,
            on_change=lambda: go(set=_unless(st.session_state["box_set"], first)),
        )


def go(**address: str | None) -> None:
    """Change list and filters at once; whatever narrowed the list before is let go of."""
    rewrite({**dict.fromkeys(("page", "event", "record", *_OWN)), **address})


def _unless(value: str, default: str) -> str | None:
    return None if value == default else value
