"""网格事件: the closed loop of grid events, from the whole district to one event."""

import streamlit as st

from pages.kit.crumbs import crumbs, view_words
from pages.kit.data import cached, page_scope
from pages.kit.event_detail import event_detail
from pages.kit.event_figures import figures_row
from pages.kit.event_filter_bar import department_name, filter_bar
from pages.kit.event_panels import classes_panel, map_panel, trend_panel
from pages.kit.event_table import downloads, event_table
from pages.kit.frame import desk_frame, desk_style
from pages.kit.place_boxes import place_path
from warehouse.read import events


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    cut = cached(events.data_cut, scope).row(0, named=True)
    desk_frame("events", data_cut=cut["as_of"])
    desk_style("records.css")

    path = place_path(scope, scope.area_code or cut["root_area_code"])
    top = st.container(key="crumb", horizontal=True)
    asked, period = filter_bar(scope, cut)
    with top:
        crumbs(path)
        downloads(scope, asked, view_words(path, period, asked, department_name(scope, asked)), cut)

    with st.container(key="rec_page"):
        with st.container(key="rec_main"):
            with st.container(key="rec_tiles"):
                figures_row(scope, asked, period, cut)
            with st.container(key="rec_pictures"):
                map_panel(scope, asked)
                trend_panel(scope, asked, period)
                classes_panel(scope, asked, period)
            chosen, place, total = event_table(scope, asked, cut["as_of"])
        event_detail(scope, chosen, place, total, cut["as_of"])
