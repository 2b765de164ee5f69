"""创建覆盖: every target as a row, who still lacks what, facilities, posts and titles."""

import streamlit as st

from pages.kit.coverage import VIEWS, board_panel, totals_tiles
from pages.kit.data import cached, page_scope
from pages.kit.frame import desk_frame, desk_style
from pages.kit.records import (
    breakdown_panel,
    place_panel,
    record_bar,
    record_detail,
    record_table,
    standing_tiles,
)
from pages.kit.records.sets import set_switch, told_view
from warehouse.read import events


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    cut = cached(events.data_cut, scope).row(0, named=True)
    desk_frame("coverage", data_cut=cut["as_of"])
    for style in ("records.css", "lists.css", "coverage.css"):
        desk_style(style)
    view = told_view(VIEWS)

    asked, period = record_bar(scope, cut, view)
    with st.container(key="rec_page"):
        with st.container(key="rec_main"):
            with st.container(key="rec_tiles"):
                totals_tiles(scope, asked, period)
                standing_tiles(scope, view, asked, period)
            with st.container(key="rec_board"):
                board_panel(scope, asked, period)
            set_switch(VIEWS)
            with st.container(key="rec_pictures_list"):
                place_panel(scope, view, asked)
                breakdown_panel(
                    scope, view, asked, period, "kind", view.title, shown=view.default_shown
                )
            chosen = record_table(scope, view, asked, cut)
        record_detail(scope, view, chosen, cut)
