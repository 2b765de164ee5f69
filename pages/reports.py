"""报告: choose a report, see the real pages, download it, make it final, compare editions."""

import streamlit as st

from pages.kit.crumbs import crumbs
from pages.kit.data import cached, page_scope
from pages.kit.frame import desk_frame, desk_style
from pages.kit.place_boxes import place_path
from pages.kit.reports.choice import report_choice
from pages.kit.reports.corrections import corrections_panel
from pages.kit.reports.downloads import downloads
from pages.kit.reports.edition import edition_panel
from pages.kit.reports.history import history_panel
from pages.kit.reports.paper import paper_panel
from pages.kit.reports.view import report_view
from warehouse.read import events


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    cut = cached(events.data_cut, scope).row(0, named=True)
    desk_frame("reports", data_cut=cut["as_of"])
    for style in ("records.css", "reports.css"):
        desk_style(style)

    root = scope.area_code or cut["root_area_code"]
    top = st.container(key="crumb", horizontal=True)
    view = report_view(scope, report_choice(scope, root, cut["as_of"]))
    with top:
        crumbs(place_path(scope, root))
        downloads(scope, view)
    with st.container(key="rp_page"):
        main = st.container(key="rp_main")
        with st.container(key="rp_side"):
            edition_panel(scope, view)
            corrected = st.container(key="rp_corrected")
            history_panel(view)
        # What takes longest comes last.
        with main:
            paper_panel(scope, view)
        with corrected:
            corrections_panel(scope, view)
