"""A transparent button over a figure: a click on any number opens where it comes from."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.kit.trace import open_trace
from warehouse.access.scope import Scope


@st.fragment
def trace_overlay(scope: Scope, reading: dict[str, Any], *, part: str = "") -> None:
    """Lay the button over everything in the same cell.

    A fragment, so that a click runs the dialog and nothing else of the wall.

    Args:
        scope: Handed on to the trace.
        reading: A row with indicator_code, name, value, area_code, period_type, period_start.
        part: Tells two buttons for the same indicator apart.
    """
    if reading["value"] is None:
        return
    key = f"trace_{part}{reading['indicator_code']}"
    if st.button(f"溯源：{reading['name']}", key=key, type="tertiary"):
        open_trace(
            scope,
            reading["indicator_code"],
            reading["area_code"],
            reading["period_type"],
            reading["period_start"],
        )
