"""The wall's playlist in the browser: two frames, of which one is seen and the other made ready."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from pages.kit.addresses import WALL_OPTIONS, pages
from pages.kit.html import Markup, tag
from pages.kit.theme import FONT, WALL
from warehouse.playlists import PlaylistError, read_playlist
from warehouse.read.site import site_names
from warehouse.settings import settings

_STATIC = Path(__file__).parent / "static" / "wall"
#: Desk pages are drawn this much larger, so that their smallest type can be read from afar.
DESK_SCALE = 1.5


def playlist_document(name: str) -> Response:
    """The document that shows the views of a list in turn."""
    told = {"name": name, "zone": settings().timezone, "scale": DESK_SCALE}
    document = tag(
        "html",
        tag(
            "head",
            Markup('<meta charset="utf-8">'),
            tag("title", site_names().site_name),
            tag("style", Markup(_style())),
        ),
        tag(
            "body",
            tag("iframe", title="画面", class_="on", src="about:blank"),
            tag("iframe", title="下一画面", src="about:blank"),
            tag("div", id="said", role="status"),
            tag("script", Markup(f"window.__playlist={json.dumps(told)};")),
            tag("script", Markup((_STATIC / "playlist.js").read_text())),
        ),
        lang="zh-CN",
    )
    return HTMLResponse("<!DOCTYPE html>" + document, headers={"Cache-Control": "no-cache"})


async def playlist_views(request: Request) -> Response:
    """The views of a list as the document asks for them again and again; or what is wrong."""
    name = request.query_params.get("name", "")
    try:
        views = read_playlist(settings(), name, pages=_shown())
    except PlaylistError as error:
        return JSONResponse({"views": [], "error": str(error)})
    shown = [
        {"address": framed(view.show), "seconds": view.seconds, "hours": view.hours}
        for view in views
    ]
    return JSONResponse({"views": shown, "error": None})


def framed(show: str) -> str:
    """The address of a view inside the frame: like the wall dark and without Streamlit's frame."""
    path, _, query = show.partition("?")
    return f"{path}?{urlencode({**dict(parse_qsl(query)), **WALL_OPTIONS})}"


def _shown() -> set[str]:
    """Pages that a playlist may show: all that have a path."""
    return {address.path for address in pages()} - {""}


@lru_cache(maxsize=1)
def _style() -> str:
    tokens = f"--bg0:{WALL.bg0};--watch:{WALL.watch};--font:{FONT}"
    return f":root{{{tokens}}}" + (_STATIC / "playlist.css").read_text()
