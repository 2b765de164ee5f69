"""工作台: what needs me today in my place; every line leads to where it is handled."""

import streamlit as st

from pages.kit.crumbs import crumbs
from pages.kit.data import cached, page_scope
from pages.kit.formats import long_day, weekday
from pages.kit.frame import desk_frame, desk_style
from pages.kit.home.changes import feeds_panel, moves_panel, tasks_panel
from pages.kit.home.urgent import new_panel, overdue_panel, overview, today_panel
from pages.kit.html import tag
from pages.kit.place_boxes import place_boxes, place_path
from pages.kit.place_names import whole_place
from warehouse.read import events


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    cut = cached(events.data_cut, scope).row(0, named=True)
    as_of = cut["as_of"]
    desk_frame("", data_cut=as_of)
    desk_style("home.css")

    path = place_path(scope, scope.area_code or cut["root_area_code"])
    with st.container(key="home_top", horizontal=True):
        crumbs(path)
        st.html(tag("span", f"{long_day(as_of)} {weekday(as_of)}", class_="date"))
        with st.container(key="home_places", horizontal=True):
            area_code = place_boxes(scope, scope.area_code or cut["root_area_code"])

    overview(scope, area_code, whole_place(path[-1]["level"], path[-1]["area_name"]), as_of)
    with st.container(key="home_page"):
        with st.container(key="home_main"):
            overdue_panel(scope, area_code)
            today_panel(scope, area_code, as_of)
            new_panel(scope, area_code, as_of)
        with st.container(key="home_side"):
            moves_panel(scope, area_code)
            tasks_panel(scope, area_code, as_of)
            feeds_panel(scope)
