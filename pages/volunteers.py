"""志愿服务: volunteers in numbers, who carries the hours, teams, orders, social organisations."""

import streamlit as st

from pages.kit.data import cached, page_scope
from pages.kit.frame import desk_frame, desk_style
from pages.kit.records import (
    breakdown_panel,
    indicator_tiles,
    record_bar,
    record_detail,
    record_table,
)
from pages.kit.records.sets import set_switch, told_view
from pages.kit.volunteers import (
    INDICATORS,
    VIEWS,
    concentration_panel,
    hours_panel,
    kinds_panel,
    orders_panel,
    places_panel,
)
from warehouse.read import events


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    cut = cached(events.data_cut, scope).row(0, named=True)
    desk_frame("volunteers", data_cut=cut["as_of"])
    desk_style("records.css")
    desk_style("lists.css")
    desk_style("volunteers.css")
    view = told_view(VIEWS)

    asked, period = record_bar(scope, cut, view)
    with st.container(key="rec_page"):
        with st.container(key="rec_main"):
            with st.container(key="rec_tiles"):
                indicator_tiles(scope, INDICATORS, asked.area_code, period)
            with st.container(key="rec_pictures_people"):
                places_panel(scope, asked, period)
                hours_panel(scope, asked, period)
                concentration_panel(scope, asked, period)
            with st.container(key="rec_pictures_work"):
                kinds_panel(scope, asked, period)
                orders_panel(scope, asked, period)
                breakdown_panel(
                    scope, view, asked, period, "kind", view.noun, shown=view.default_shown
                )
            set_switch(VIEWS)
            chosen = record_table(scope, view, asked, cut)
        record_detail(scope, view, chosen, cut)
