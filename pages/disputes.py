"""矛盾纠纷: three ways of mediation, what goes up and what goes to court, to one dispute."""

import streamlit as st

from pages.kit.data import cached, page_scope
from pages.kit.disputes import (
    COUNTS,
    DISPUTES,
    INDICATORS,
    lawsuits_panel,
    levels_panel,
    ways_panel,
)
from pages.kit.frame import desk_frame, desk_style
from pages.kit.records import (
    breakdown_panel,
    indicator_tiles,
    place_panel,
    record_bar,
    record_detail,
    record_table,
    standing_tiles,
    trend_panel,
)
from warehouse.read import events


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    cut = cached(events.data_cut, scope).row(0, named=True)
    desk_frame("disputes", data_cut=cut["as_of"])
    desk_style("records.css")
    desk_style("cases.css")

    asked, period = record_bar(scope, cut, DISPUTES)
    with st.container(key="rec_page"):
        with st.container(key="rec_main"):
            with st.container(key="rec_tiles"):
                standing_tiles(scope, DISPUTES, asked, period, counts=COUNTS)
                indicator_tiles(
                    scope, INDICATORS, asked.area_code, period, is_narrowed=not asked.is_plain
                )
            with st.container(key="rec_pictures_ways"):
                ways_panel(scope, asked, period)
                levels_panel(scope, asked)
                breakdown_panel(scope, DISPUTES, asked, period, "kind", "纠纷类型")
            with st.container(key="rec_pictures_places"):
                place_panel(scope, DISPUTES, asked)
                trend_panel(scope, DISPUTES, asked, period)
                lawsuits_panel(scope, asked, period)
            chosen = record_table(scope, DISPUTES, asked, cut)
        record_detail(scope, DISPUTES, chosen, cut)
