"""What is shown beside the league table about one place: one of four views."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.ranking_changes import change_parts
from pages.kit.ranking_corrections import corrections_list
from pages.kit.ranking_filters import RankChoice, remembered_view
from pages.kit.ranking_unit import composition
from pages.kit.ranking_whatif import whatif_panel
from warehouse.access.scope import Scope
from warehouse.read import ranking

VIEWS = {"points": "得分构成", "change": "变化原因", "whatif": "权重试算", "seal": "封存更正"}


def view_title() -> str:
    """Name of the view that is about to be drawn."""
    chosen = st.session_state.get("rk_view", st.query_params.get("view", ""))
    return VIEWS.get(chosen, VIEWS["points"])


def unit_side(
    scope: Scope, choice: RankChoice, chosen: dict[str, Any], items: pl.DataFrame
) -> None:
    """Draw the switch and the view that it names; only that one is computed.

    Args:
        scope: Scope of the page.
        choice: Scheme, period, level.
        chosen: The place's row of `mart_rank_board`.
        items: The place's rows of `mart_rank_items`.
    """
    view = remembered_view(VIEWS)
    if view == "change":
        changes = cached(ranking.changes, scope, *choice.asked)
        change_parts(changes.filter(area_code=chosen["area_code"]), chosen)
    elif view == "whatif":
        whatif_panel(scope, choice.asked, items, chosen)
    elif view == "seal":
        corrections_list(scope, cached(ranking.corrections, scope, *choice.asked), chosen)
    else:
        composition(scope, items, chosen)
