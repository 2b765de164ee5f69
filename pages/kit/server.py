"""What the web server answers itself, before any page runs."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope
from streamlit.runtime import Runtime

from pages.kit.addresses import needs_redirect, pages, wall_address
from pages.kit.app_version import app_version
from pages.kit.html import Markup, join, tag
from pages.kit.theme import DESK_DARK, DESK_LIGHT, WALL
from pages.kit.wall_layouts import BY_SHAPE
from pages.kit.wall_playlist import playlist_document, playlist_views
from warehouse.read.connection import WarehouseNotBuiltError, current_version
from warehouse.read.site import site_names

_WALL = Path(__file__).parent / "static" / "wall"
INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
# What every document does by itself: theme, menus, Chinese for Streamlit's own words.
_SCRIPT = Path(__file__).parent / "static" / "document.js"
# Where the panels of the desk will stand; the script takes it away when they do.
_FIRST_LOAD = Path(__file__).parent / "static" / "first_load.html"

# Told where its server is, Streamlit's front end does not try /wall/_stcore/… first, which
# would put two errors of "404" into the console of every page opened by its address.
_WHERE = "<script>window.__streamlit={BACKEND_BASE_URL:new URL('.',location.href).href}</script>"

# First parts of the addresses that Streamlit answers itself.
_STREAMLITS = {"_stcore", "app", "auth", "component", "media", "oauth2callback", "static"}

_NO_SUCH_PAGE_STYLE = """body{margin:22vh auto 0;width:30em;color:#15212B;
font:15px/1.8 'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif}
h1{font-size:22px;margin:0}p{margin:0 0 12px;color:#43535F}a{color:#12609E;margin-right:20px}"""


class UnknownDocuments(Route):
    """Documents at addresses that are no page; Streamlit would answer in English, or not at all."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a browser asks for a document that neither a page nor Streamlit has."""
        if scope["type"] != "http" or not _wants_document(scope) or not _is_unknown(_path(scope)):
            return Match.NONE, {}
        return super().matches(scope)


def routes() -> list[BaseRoute]:
    """The addresses of the pages, and of the question whether the server is well."""
    paths = [f"/{address.path}" for address in pages()]
    return [
        Route("/healthz", healthz),
        Route("/session.json", session),
        Route("/playlist.json", playlist_views),
        *(Route(path, page) for path in paths),
        UnknownDocuments("/{path:path}", no_such_page),
    ]


async def healthz(request: Request) -> Response:
    """Whether there is something to serve: 200 with the version, or 503 with the reason."""
    try:
        told = {"status": "ok", "version": current_version(), "app": app_version()}
        return JSONResponse(told)
    except WarehouseNotBuiltError as error:
        return JSONResponse({"status": "no version", "message": str(error)}, status_code=503)


async def session(request: Request) -> Response:
    """Whether the server still knows the session that a browser comes back with (`name=`)."""
    name = request.query_params.get("name", "")
    return JSONResponse({"is_known": Runtime.instance().is_active_session(name)})


async def page(request: Request) -> Response:
    """Streamlit's document in our language; `/wall` moves to the wall in dark.

    A wall with `playlist=` is a document of our own that shows views in turn.
    """
    path = _path(request.scope)
    if path == "/wall" and (name := request.query_params.get("playlist")):
        return playlist_document(name)
    if needs_redirect(path, request.url.query):
        # Relative, so that it also holds behind a proxy with a path of its own.
        return RedirectResponse(wall_address(request.url.query))
    return HTMLResponse(
        _document(site_names().site_name, dark=path == "/wall"),
        headers={"Cache-Control": "no-cache"},
    )


async def no_such_page(request: Request) -> Response:
    """404 with a sentence and the way to the pages there are."""
    # Relative, for the same reason as above.
    up = "../" * (_path(request.scope).count("/") - 1) or "./"
    links = [tag("a", known.title, href=f"{up}{known.path}") for known in pages()]
    document = tag(
        "html",
        tag(
            "head",
            tag("title", site_names().site_name),
            tag("style", Markup(_NO_SUCH_PAGE_STYLE + f"html{{background:{DESK_LIGHT.bg0}}}")),
        ),
        tag(
            "body",
            tag("h1", "没有这个页面"),
            tag("p", "地址可能写错了，或页面已经改名。可以去："),
            join(links),
        ),
        lang="zh-CN",
    )
    return HTMLResponse("<!DOCTYPE html>" + document, status_code=404)


def _path(scope: Scope) -> str:
    """The path of a request without the part that belongs to a proxy."""
    path: str = scope["path"].removeprefix(scope.get("root_path", ""))
    return path or "/"


def _wants_document(scope: Scope) -> bool:
    accepts = dict(scope["headers"]).get(b"accept", b"")
    return scope["method"] == "GET" and b"text/html" in accepts


def _is_unknown(path: str) -> bool:
    first, *_ = parts = path.strip("/").split("/")
    known = {address.path for address in pages()}
    is_page = len(parts) == 1 and first in known
    is_file = "." in parts[-1]
    return not (is_page or is_file or first in _STREAMLITS)


def _wall_scripts() -> str:
    """What the wall's document does before the app: tell the display's shape, hold a frame."""
    shape = (_WALL / "shape.js").read_text().replace("$KNOWN", json.dumps(BY_SHAPE))
    return f"<script>{shape}{(_WALL / 'held.js').read_text()}</script>"


@lru_cache(maxsize=4)
def _document(site_name: str, *, dark: bool) -> str:
    # Without this the first moment of a page is white, or in the wrong theme's grey.
    grounds = (WALL, WALL) if dark else (DESK_LIGHT, DESK_DARK)
    light, deep = (f"background:{palette.bg0}" for palette in grounds)
    style = f"html,body{{{light}}}html.dark,html.dark body{{{deep}}}"
    scripts = _WHERE + (_wall_scripts() if dark else "") + f"<script>{_SCRIPT.read_text()}</script>"
    head = f"<head>{scripts}<style>{style}</style>"
    return (
        INDEX.read_text()
        .replace('<html lang="en">', '<html lang="zh-CN">', 1)
        .replace("<head>", head, 1)
        .replace("<body>", "<body>" + ("" if dark else _FIRST_LOAD.read_text()), 1)
        .replace("<title>Streamlit</title>", f"<title>{site_name}</title>", 1)
    )
