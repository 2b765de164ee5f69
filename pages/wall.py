"""一屏统管: is the city calm, where, what is overdue and who must act, who ranks where."""

from pages.kit.data import cached, page_scope
from pages.kit.wall_frame import panel, wall_frame
from pages.kit.wall_header import header
from pages.kit.wall_parts import draw, parts_of
from pages.kit.wall_presenter import presenter
from pages.kit.wall_view import asked_layout
from warehouse.read import overview


def render() -> None:
    """Draw the wall in the layout that the address, or the shape of the display, asks for."""
    scope = page_scope()
    layout = asked_layout()
    site = cached(overview.site, scope).row(0, named=True)
    with wall_frame(scope, layout, site["as_of"]):
        with panel("数据截至"):
            header(scope, layout)
        for part in parts_of(layout):
            draw(part, scope, layout)
        presenter(layout)
