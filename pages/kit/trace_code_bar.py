"""溯源码 on a screen: the code, a button that copies it, the way to its page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.kit.html import Markup, tag

_SCRIPT = Path(__file__).parent / "static" / "copy.js"


def code_bar(code: str, *, remembered: bool | None, leads: bool = True) -> Markup:
    """The code as people quote it.

    Args:
        code: As `trace_code.encode` writes it.
        remembered: Whether it still opens after its version is deleted; None says nothing.
        leads: Show the way to the page of the number.
    """
    kept = {
        True: "版本清理后仍可凭码查到当时的数",
        False: "本次未能留存：版本清理后凭码只能查到现值",
        None: "",
    }[remembered]
    return tag(
        "div",
        tag("span", "溯源码"),
        tag("code", code, title="点按全选"),
        tag("button", "复制", type="button", data_copy=code, aria_label=f"复制溯源码 {code}"),
        tag("span", kept, class_="kept"),
        tag("a", "打开溯源页", href=trace_address(code), target="_self") if leads else "",
        class_="tr-code",
    )


def trace_address(code: str) -> str:
    """Link to the page of a code."""
    return f"trace?n={code}"


def copy_script() -> None:
    """Let the copy buttons of this page work."""
    st.html(f"<script>{_SCRIPT.read_text()}</script>", unsafe_allow_javascript=True)
