"""A small button in the head of a panel that opens the trace of its number."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pages.kit.trace import open_trace
from warehouse.access.scope import Scope


def trace_button(
    scope: Scope, indicator_code: str, area_code: str, period: tuple[str, date]
) -> None:
    """Draw the button.

    Args:
        scope: What the reader may see.
        indicator_code: Such as `MOR-09`.
        area_code: The place.
        period: `period_type` and `period_start`, as in `indicators.periods`.
    """
    if st.button(
        "\u200b",
        key=f"headtrace_{indicator_code}",
        help="溯源",
        icon=":material/account_tree:",
        type="tertiary",
    ):
        open_trace(scope, indicator_code, area_code, *period)
