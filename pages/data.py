"""数据健康: is what came in complete and fresh, what was refused and why, does the build hold?"""

import streamlit as st

from pages.kit.data import cached, page_scope
from pages.kit.data_head import figures
from pages.kit.data_views import data_body, data_title
from pages.kit.frame import desk_frame, desk_style, panel
from warehouse.read import data


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    totals = cached(data.totals, scope)
    desk_frame("data", data_cut=totals["as_of"])
    desk_style("data.css")

    data_title(scope)
    with panel("pn_data_figures"):
        st.html(figures(totals, cached(data.build_record, scope)))
    data_body(scope)
