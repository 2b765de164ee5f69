"""Pages about records: a declaration, and the panels that draw it.

A page declares a `RecordView` and draws, in this order::

    asked, period = record_bar(scope, cut, VIEW)
    with st.container(key="rec_page"):
        with st.container(key="rec_main"):
            with st.container(key="rec_tiles"):
                standing_tiles(scope, VIEW, asked, period)
                indicator_tiles(scope, CODES, asked.area_code, period)
            with st.container(key="rec_pictures"):
                place_panel(scope, VIEW, asked)
                trend_panel(scope, VIEW, asked, period)
                breakdown_panel(scope, VIEW, asked, period, "kind", "类别构成")
            chosen = record_table(scope, VIEW, asked, cut)
        record_detail(scope, VIEW, chosen, cut)

under the style sheet `records.css`. Every panel stands by itself; a page may leave some out.
"""

from pages.kit.records.bar import record_bar, record_filter
from pages.kit.records.breakdown import breakdown_panel
from pages.kit.records.detail import record_detail, timeline
from pages.kit.records.downloads import record_downloads
from pages.kit.records.places import place_panel
from pages.kit.records.table import Chosen, record_table
from pages.kit.records.tiles import indicator_tiles, standing_tiles
from pages.kit.records.trend import trend_panel
from pages.kit.records.view import COLUMNS, SHOWN, RecordView

__all__ = [
    "COLUMNS",
    "SHOWN",
    "Chosen",
    "RecordView",
    "breakdown_panel",
    "indicator_tiles",
    "place_panel",
    "record_bar",
    "record_detail",
    "record_downloads",
    "record_filter",
    "record_table",
    "standing_tiles",
    "timeline",
    "trend_panel",
]
