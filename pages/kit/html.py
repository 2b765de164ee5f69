"""HTML from values: everything that comes from data is escaped, charts become images.

`st.html` removes inline SVG, so a chart is an `<img>` with the SVG in its address. Such an
image knows no CSS variables and no web fonts: colours are written out, the font is named.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from html import escape as _escape
from typing import Any

from pages.kit.theme import FONT

_FONT_ATTRIBUTE = FONT.replace('"', "'")


class Markup(str):
    """Text that is HTML already, and is not escaped again."""

    __slots__ = ()


def text(value: Any) -> Markup:
    """A value as HTML text; None is nothing."""
    if isinstance(value, Markup):
        return value
    return Markup(_escape("" if value is None else str(value), quote=True))


def tag(name: str, *children: Any, **attributes: str | None) -> Markup:
    """An element: `tag("b", "4 < 5", class_="min")` → `<b class="min">4 &lt; 5</b>`.

    Children that are not `Markup` are escaped. An underscore at the end of an attribute's
    name is dropped, other underscores become dashes; an attribute that is None is left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{join(children)}</{name}>")


def join(parts: Iterable[Any]) -> Markup:
    """Parts one after the other, each escaped unless it is HTML already."""
    return Markup("".join(text(part) for part in parts))


def scroll_area(
    *children: Any, label: str, class_: str = "scroll", style: str | None = None
) -> Markup:
    """A part that scrolls by itself; the keyboard reaches it, and it has a name.

    Its style says how high it is and that it scrolls.
    """
    return tag(
        "div",
        *children,
        class_=class_,
        style=style,
        tabindex="0",
        role="region",
        aria_label=label,
    )


def svg_image(
    drawing: str, size: tuple[float, float], *, alt: str, style: str = "", stretch: bool = False
) -> Markup:
    """A drawing as an image.

    Args:
        drawing: The inside of the `<svg>`, in units of the box.
        size: Width and height of the box.
        alt: What the picture says, in a sentence with its values.
        style: CSS of the image: its size on the page.
        stretch: Fill the image's size without keeping the proportions.
    """
    ratio = ' preserveAspectRatio="none"' if stretch else ""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]:g} {size[1]:g}"'
        f' font-family="{_FONT_ATTRIBUTE}"{ratio}>{drawing}</svg>'
    )
    data = base64.b64encode(svg.encode()).decode()
    return Markup(
        f'<img alt="{text(alt)}" style="display:block;{style}"'
        f' src="data:image/svg+xml;base64,{data}">'
    )
