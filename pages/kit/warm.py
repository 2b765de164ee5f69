"""What the server does once before it answers, so that no reader has to wait for it."""

from __future__ import annotations

import gc
import logging

from pages.kit.addresses import pages

log = logging.getLogger(__name__)

# Says at the definition of every cached function that there is no runtime yet; there will be one.
_TOO_EARLY = logging.getLogger("streamlit.runtime.caching.cache_data_api")


def warm_up() -> None:
    """Import every page and the libraries it draws with, and leave them to the garbage collector
    no more.

    Streamlit collects garbage after every run of a script. With a million objects of libraries
    that live as long as the server, that took longer than the run itself (108 ms of 170).
    """
    _TOO_EARLY.disabled = True
    for address in pages():
        try:
            address.renderer()
        except Exception:
            # Opening that page says so to its reader; the others are served.
            log.exception("%s cannot be imported", address.path)
    _TOO_EARLY.disabled = False
    # Streamlit imports these when the first chart is drawn.
    import pandas  # noqa: F401, PLC0415
    import plotly.graph_objects  # noqa: F401, PLC0415
    import pydeck  # noqa: F401, PLC0415

    gc.collect()
    gc.freeze()
