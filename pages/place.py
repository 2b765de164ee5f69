"""单位画像: one page for any place from the whole city to a grid."""

import streamlit as st

from pages.kit.crumbs import crumbs
from pages.kit.data import cached, page_scope
from pages.kit.frame import desk_frame, desk_style, nothing_here
from pages.kit.home.changes import tasks_panel
from pages.kit.place.assets import assets_panel
from pages.kit.place.below import below_downloads, below_panel
from pages.kit.place.head import head_panel
from pages.kit.place.indicators import indicators_panel, month_box
from pages.kit.place.standing import alerts_panel, changes_panel, ranks_panel, standing_panel
from pages.kit.place_boxes import place_boxes, place_path
from warehouse.read import events, place


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    cut = cached(events.data_cut, scope).row(0, named=True)
    desk_frame("place", data_cut=cut["as_of"])
    desk_style("home.css")
    desk_style("place.css")

    root = scope.area_code or cut["root_area_code"]
    path = place_path(scope, root)
    with st.container(key="home_top", horizontal=True):
        crumbs(path)
        with st.container(key="home_places", horizontal=True):
            area_code = place_boxes(scope, root)
            month = month_box(scope, area_code)
        downloads = st.container(key="place_files", horizontal=True)
    found = cached(place.profile, scope, area_code)
    if found.is_empty():
        nothing_here("这个地方已撤销，没有当前画像。", "在上方选择别的地方。")
        return
    profile = found.row(0, named=True)
    with downloads:
        below_downloads(scope, profile, month, cut)

    head_panel(scope, profile, path, cut["as_of"])
    with st.container(key="place_page"):
        with st.container(key="place_main"):
            indicators_panel(scope, profile, month)
            assets_panel(scope, profile)
        with st.container(key="place_side"):
            standing_panel(scope, area_code)
            alerts_panel(scope, profile)
            if profile["level"] != "grid":
                tasks_panel(scope, area_code, cut["as_of"])
            ranks_panel(scope, profile)
            changes_panel(scope, area_code)
    below_panel(scope, profile, month)
