"""预警: what needs somebody to act, by which rule, who must act, and what comes next."""

import streamlit as st

from pages.kit.alerts.map import alerts_map
from pages.kit.alerts.panels import kind_tiles, owners_panel, rules_button
from pages.kit.alerts.view import alert_view
from pages.kit.data import cached, page_scope
from pages.kit.frame import desk_frame, desk_style
from pages.kit.records import breakdown_panel, record_bar, record_detail, record_table
from warehouse.read import alert_list, events


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    cut = cached(events.data_cut, scope).row(0, named=True)
    desk_frame("alerts", data_cut=cut["as_of"])
    desk_style("records.css")
    desk_style("alerts.css")
    rules = {row["alert_code"]: row for row in cached(alert_list.rules, scope).to_dicts()}
    view = alert_view(rules)

    asked, period = record_bar(scope, cut, view, beside=lambda: rules_button(scope))
    with st.container(key="rec_page"):
        with st.container(key="rec_main"):
            with st.container(key="rec_tiles"):
                kind_tiles(scope, asked)
            with st.container(key="rec_pictures"):
                alerts_map(scope, asked)
                owners_panel(scope, asked)
                breakdown_panel(scope, view, asked, period, "channel", "对象", shown="open")
            chosen = record_table(scope, view, asked, cut)
        record_detail(scope, view, chosen, cut)
