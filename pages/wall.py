"""一屏统管: is the city calm, where, what is overdue and who must act, who ranks where."""

import streamlit as st

from pages.kit.data import page_scope


def render() -> None:
    """Draw the wall."""
    st.write(page_scope().version)
