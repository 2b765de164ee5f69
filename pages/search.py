"""搜索: places, indicators, records, tasks and pages from one field."""

from pages.kit.data import cached, page_scope
from pages.kit.frame import desk_frame, desk_style
from pages.kit.search_hits import hits, search_field, trace_hit
from warehouse.read import events


def render() -> None:
    """Draw the page."""
    scope = page_scope()
    desk_frame("search", data_cut=cached(events.data_cut, scope)["as_of"][0])
    desk_style("search.css")
    words = search_field()
    if words is not None and not trace_hit(words):
        hits(scope, words)
