"""Status shapes and arrows: shape first, word second, colour third.

`st.html` strips inline SVG, so in HTML a shape is a CSS mask filled with the text colour,
and inside a chart (an SVG image) the same outline is drawn with a given colour.
"""

from __future__ import annotations

from urllib.parse import quote

from pages.kit.html import Markup

_LINE = (
    "fill='none' stroke='#000' stroke-width='2.4' stroke-linecap='round' stroke-linejoin='round'"
)
_HOLLOW = "fill='none' stroke='#000' stroke-width='2.2' stroke-linejoin='round'"

# name: (words, drawing on a 16 × 16 field, attributes)
SHAPES = {
    "good": ("正常", "<circle cx='8' cy='8' r='5.2'/>", ""),
    "watch": ("关注", "<path d='M8 1.6 15 14.2H1z'/>", ""),
    "alert": ("严重", "<path d='M8 .6 15.4 8 8 15.4.6 8z'/>", ""),
    "none": ("无数据", "<circle cx='8' cy='8' r='5'/>", _HOLLOW),
    "stale": ("滞后", "<path d='M8 3 13.6 13.2H2.4z'/>", _HOLLOW),
    "up": ("上升", "<path d='M8 14V3M3.6 7.2 8 2.6l4.4 4.6'/>", _LINE),
    "down": ("下降", "<path d='M8 2v11M3.6 8.8 8 13.4l4.4-4.6'/>", _LINE),
    "flat": ("持平", "<path d='M2 8h11M9 4l4.4 4L9 12'/>", _LINE),
}

# Status words of the warehouse, and the shape that stands for each.
SHAPE_OF_STATUS = {"normal": "good", "watch": "watch", "severe": "alert", "none": "none"}


def shape_of(status: str | None) -> str:
    """Name of the shape for a status word of the warehouse."""
    return SHAPE_OF_STATUS.get(status or "none", "none")


def icon_css() -> str:
    """The style sheet that every page with icons needs once."""
    masks = "".join(f'.i-{name}{{--i:url("{_uri(name)}")}}' for name in SHAPES)
    return (
        ".mk,.ar{display:inline-block;flex:none;background:currentColor;"
        "-webkit-mask:var(--i) center/contain no-repeat;mask:var(--i) center/contain no-repeat}"
        ".mk{width:1em;height:1em;vertical-align:-.12em}"
        ".ar{width:.8em;height:.8em;vertical-align:-.03em}"
        ".c-good{color:var(--good)}.c-watch,.c-stale{color:var(--watch)}"
        ".c-alert{color:var(--alert)}.c-none{color:var(--none)}"
        ".s-bad{color:var(--watch)}.s-good{color:var(--good)}.s-neu{color:var(--t2)}" + masks
    )


def mark(shape: str, size: str = "1em") -> Markup:
    """A status shape as HTML, in its status colour."""
    return Markup(
        f'<i class="mk i-{shape} c-{shape}" role="img" aria-label="{SHAPES[shape][0]}"'
        f' style="width:{size};height:{size}"></i>'
    )


def arrow(direction: str) -> Markup:
    """An arrow (`up`, `down`, `flat`) as HTML, in the colour of the text around it."""
    return Markup(
        f'<i class="ar i-{direction}" role="img" aria-label="{SHAPES[direction][0]}"></i>'
    )


def svg_mark(shape: str, x: float, y: float, radius: float, colour: str) -> str:
    """A status shape inside a chart, centred on x, y."""
    scale = radius / 7.4
    _, drawing, attributes = SHAPES[shape]
    drawing = drawing.replace("'", '"')
    paint = (
        attributes.replace("'", '"').replace("#000", colour) if attributes else f'fill="{colour}"'
    )
    place = f"translate({x - 8 * scale:.1f} {y - 8 * scale:.1f}) scale({scale:.3f})"
    return f'<g transform="{place}" {paint}>{drawing}</g>'


def _uri(name: str) -> str:
    _, drawing, attributes = SHAPES[name]
    paint = attributes or "fill='#000'"
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' {paint}>{drawing}</svg>"
    return "data:image/svg+xml," + quote(svg, safe="/:=' ")
