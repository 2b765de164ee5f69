"""一屏统管: is the city calm, where, what is overdue and who must act, who ranks where."""

from pages.kit.wall_frame import panel, wall_frame
from pages.kit.wall_header import header
from pages.kit.wall_parts import draw, parts_of
from pages.kit.wall_presenter import presenter
from pages.kit.wall_site import newest_readable, waiting
from pages.kit.wall_view import asked_layout


def render() -> None:
    """Draw the wall in the layout that the address, or the shape of the display, asks for."""
    layout = asked_layout()
    found = newest_readable()
    if found is None:
        waiting(layout)
        return
    with wall_frame(found.served, layout, found.site["as_of"]):
        with panel("数据截至"):
            header(found.scope, layout)
        for part in parts_of(layout):
            draw(part, found.scope, layout)
        presenter(layout)
