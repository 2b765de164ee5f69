"""作战图: every task as a square, who must act, how far behind the plan, what supervision found."""

import streamlit as st

from pages.kit.data import cached, page_scope
from pages.kit.frame import desk_frame, desk_style
from pages.kit.records import (
    indicator_tiles,
    record_bar,
    record_detail,
    record_table,
    standing_tiles,
)
from pages.kit.records.sets import set_switch, told_view
from pages.kit.tasks import (
    INDICATORS,
    VIEWS,
    schedule_panel,
    squares_panel,
    supervision_panel,
    tasks_asked,
    units_panel,
)
from warehouse.read import events


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    cut = cached(events.data_cut, scope).row(0, named=True)
    desk_frame("tasks", data_cut=cut["as_of"])
    for style in ("records.css", "lists.css", "tasks.css"):
        desk_style(style)
    view = told_view(VIEWS)

    asked, period = record_bar(scope, cut, view)
    of_tasks = tasks_asked(asked, view)
    with st.container(key="rec_page"):
        with st.container(key="rec_main"):
            with st.container(key="rec_tiles"):
                standing_tiles(scope, view, asked, period)
                indicator_tiles(scope, INDICATORS, asked.area_code, period)
            with st.container(key="rec_pictures_map"):
                squares_panel(scope, of_tasks)
                units_panel(scope, of_tasks)
            with st.container(key="rec_pictures_plan"):
                schedule_panel(scope, of_tasks)
                supervision_panel(scope, asked, period)
            set_switch(VIEWS)
            chosen = record_table(scope, view, asked, cut)
        record_detail(scope, view, chosen, cut)
