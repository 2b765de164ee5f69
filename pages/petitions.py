"""信访: channels, statutory clocks, repeats, stock and flow, meetings, to one petition."""

import streamlit as st

from pages.kit.data import cached, page_scope
from pages.kit.frame import desk_frame, desk_style
from pages.kit.petitions import (
    COUNTS,
    INDICATORS,
    PETITIONS,
    channels_panel,
    clocks_panel,
    matters_panel,
    meetings_panel,
    stock_panel,
)
from pages.kit.records import (
    indicator_tiles,
    place_panel,
    record_bar,
    record_detail,
    record_table,
    standing_tiles,
)
from warehouse.read import events


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    cut = cached(events.data_cut, scope).row(0, named=True)
    desk_frame("petitions", data_cut=cut["as_of"])
    desk_style("records.css")
    desk_style("cases.css")

    asked, period = record_bar(scope, cut, PETITIONS)
    with st.container(key="rec_page"):
        with st.container(key="rec_main"):
            with st.container(key="rec_tiles"):
                standing_tiles(scope, PETITIONS, asked, period, counts=COUNTS)
                indicator_tiles(
                    scope, INDICATORS, asked.area_code, period, is_narrowed=not asked.is_plain
                )
            with st.container(key="rec_pictures_clocks"):
                channels_panel(scope, asked, period)
                clocks_panel(scope, asked)
                meetings_panel(scope, asked, period)
            with st.container(key="rec_pictures_stock"):
                place_panel(scope, PETITIONS, asked)
                stock_panel(scope, asked, period)
                matters_panel(scope, asked)
            chosen = record_table(scope, PETITIONS, asked, cut)
        record_detail(scope, PETITIONS, chosen, cut)
