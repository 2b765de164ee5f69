"""数字溯源: a number opened by its code, months later too."""

import streamlit as st

from pages.kit.data import cached, page_scope
from pages.kit.frame import desk_frame
from pages.kit.trace import trace_style
from pages.kit.trace_page import ask_for_code, code_refused, number_gone, number_then, number_whole
from pages.kit.trace_printed import printed_panel
from pages.kit.trace_subjects import subject_whole
from warehouse.read import events, trace_codes, trace_subjects
from warehouse.trace_code import TraceCodeError


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    desk_frame("trace", data_cut=cached(events.data_cut, scope)["as_of"][0])
    trace_style()
    with st.container(key="trace_page"):
        code = ask_for_code()
        if code is None:
            return
        try:
            subject = trace_subjects.open_subject(scope, code)
            if subject is not None:
                subject_whole(scope, subject)
                printed_panel(scope, subject.code)
                return
            opened = trace_codes.open_code(scope, code)
        except TraceCodeError as error:
            code_refused(str(error))
            return
        if opened.reading is None:
            number_gone(scope, opened)
            printed_panel(scope, opened.code)
            return
        number_then(scope, opened)
        printed_panel(scope, opened.code)
        number_whole(opened)
