"""What a reader sees when a page cannot be shown: a sentence, never a traceback."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import streamlit as st
from streamlit.elements import exception

from pages.kit.addresses import Address
from pages.kit.icons import icon_css
from pages.kit.states import FAILED, not_permitted, said_of
from pages.kit.theme import css_variables, desk_palette
from warehouse.read.connection import WarehouseNotBuiltError
from warehouse.read.narrowed import NotPermittedError
from warehouse.settings import settings

P = ParamSpec("P")
log = logging.getLogger(__name__)


def guarded(address: Address) -> None:
    """Run a page; say calmly what is missing, or that something went wrong.

    What Streamlit raises to stop or rerun a script is no `Exception`, and passes.
    """
    try:
        if address.is_whole and settings().reader_area:
            raise NotPermittedError(f"{address.path} is about the whole site.")
        address.renderer()()
    except WarehouseNotBuiltError as error:
        log.warning("%s: %s", address.path, error)
        st.info(
            f"{address.title}：尚无已发布的数据版本。请先运行 `yiping load` 和 `yiping build`。"
        )
    except NotPermittedError as error:
        log.warning("%s: %s", address.path, error)
        _calm_style()
        not_permitted(f"{address.title}讲的是全域，本机只开放一个区域的数据。")
    except Exception:
        log.exception("%s could not be drawn", address.path)
        _calm_style()
        st.warning(f"{address.title}：{FAILED}")


def calm(draw: Callable[P, None]) -> Callable[P, None]:
    """Let a dialog or a fragment say in words that it failed, in its own place.

    Stand it below the decorator of Streamlit::

        @st.dialog("数字溯源")
        @calm
        def open_trace(…):
    """

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            draw(*args, **kwargs)
        except Exception as error:
            log.exception("%s could not be drawn", draw.__qualname__)
            said_of(error)

    return drawn


def speak_chinese() -> None:
    """Replace the sentence that Streamlit shows for whatever nobody caught.

    With `client.showErrorDetails = "none"` it is the only thing that a reader sees of an error
    in a fragment or a dialog without `calm`. It is no setting, hence this.
    """
    exception._GENERIC_UNCAUGHT_EXCEPTION_TEXT = FAILED  # type: ignore[misc]


def _calm_style() -> None:
    """The page may have failed before it drew its frame."""
    style = (Path(__file__).parent / "static" / "desk.css").read_text()
    st.html(f"<style>{css_variables(desk_palette())}{icon_css()}{style}</style>")
