"""From the wall to the phone: a code that opens the desk page of what is shown."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from urllib.parse import urljoin, urlsplit

import segno
import streamlit as st

from pages.kit.html import Markup, svg_image, tag
from pages.kit.theme import WALL
from pages.kit.wall_links import link, page_of
from warehouse.settings import settings

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
# Light around the code that readers need, in modules.
_QUIET = 3


def qr_html(part: str | None) -> Markup:
    """The code for the part that is shown alone, or for the whole wall."""
    return code_html(desk_address(base_address(), part))


def base_address() -> str:
    """Where this site is reached: as the site says, else as the browser of the wall sees it."""
    told = settings().public_address
    if told:
        return told.rstrip("/") + "/"
    # The address of the page, `http://host:8501/wall`; what stands before `wall` is the site's.
    return urljoin(st.context.url or "", ".")


def desk_address(base: str, part: str | None) -> str:
    """Full address of the desk page of a part; of the whole wall it is the 工作台."""
    return urljoin(base, page_of(part) if part else link(""))


def code_html(address: str) -> Markup:
    """The code; a click, or the key Q, makes it large enough for a phone across the room."""
    is_local = (urlsplit(address).hostname or "") in _LOOPBACK
    words = "仅本机可开" if is_local else "手机扫码"
    return tag(
        "div",
        code_image(address),
        tag("span", words, class_="t2"),
        tag("span", address, class_="where"),
        class_="qr",
        title=address,
    )


@lru_cache(maxsize=64)
def code_image(address: str) -> Markup:
    """The code as an image: light on dark is not read by every phone, so dark on light."""
    code = segno.make(address, error="m", micro=False)
    drawn = BytesIO()
    code.save(drawn, kind="svg", border=_QUIET, xmldecl=False, svgns=False, nl=False, omitsize=True)
    size = float(code.symbol_size(border=_QUIET)[0])
    ground = f'<rect width="{size:g}" height="{size:g}" fill="{WALL.t2}"/>'
    inner = drawn.getvalue().decode().split(">", 1)[1].rsplit("</svg>", 1)[0]
    picture = ground + inner.replace("#000", WALL.bg0)
    return svg_image(picture, (size, size), alt=f"二维码：{address}")
