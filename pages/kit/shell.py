"""The script that Streamlit runs for every page: settings of the window, then the page.

`app.py` names this file as the script of the app. Because it calls `st.navigation` itself, a
deep link that is the very first request to a fresh server gets the same frame as any other.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import streamlit as st

# Streamlit puts the script's folder first on the path; our html.py must not pose as Python's.
_HERE = str(Path(__file__).resolve().parent)
sys.path[:] = [folder for folder in sys.path if folder != _HERE]

from pages.kit.addresses import Address, pages  # noqa: E402
from pages.kit.failure import guarded, speak_chinese  # noqa: E402
from warehouse.read.site import site_names  # noqa: E402

ICON = Path(__file__).parent / "static" / "icon.png"


def _page(address: Address) -> st.Page:
    # A page function needs a name of its own only for its address, which is given. The bare
    # address has the page that Streamlit calls the default.
    return st.Page(
        partial(guarded, address),
        title=address.title,
        url_path=address.path or None,
        default=not address.path,
    )


speak_chinese()
site = site_names()
st.set_page_config(
    page_title=site.brand,
    # A local picture: a :material: icon would be fetched from the internet.
    page_icon=str(ICON),
    layout="wide",
    initial_sidebar_state="collapsed",
)
st.navigation([_page(address) for address in pages()], position="hidden").run()
