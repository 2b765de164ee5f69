"""指标体系: the catalogue of indicators as a reference book, and all about each of them."""

import streamlit as st

from pages.kit.data import cached, page_scope
from pages.kit.frame import desk_frame, desk_style, panel
from pages.kit.indicators import catalogue_list, catalogue_rows, indicator_bar, indicator_detail
from warehouse.read import events


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    cut = cached(events.data_cut, scope).row(0, named=True)
    desk_frame("indicators", data_cut=cut["as_of"])
    desk_style("indicators.css")

    asked, files = indicator_bar(scope, cut)
    rows = catalogue_rows(scope, asked)
    chosen = next((row for row in rows if row["indicator_code"] == asked.code), None)
    with st.container(key="ind_open" if chosen else "ind_all"):
        with panel("pn_ind_list", "指标目录", f"{len(rows)} 项 · {asked.view}"):
            catalogue_list(rows, asked, is_narrow=chosen is not None)
        if chosen:
            indicator_detail(scope, asked, chosen, files, cut)
