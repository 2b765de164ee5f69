"""What the web server answers itself, before any page runs."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from pages.kit.addresses import needs_redirect, pages, wall_address
from pages.kit.theme import DESK, WALL
from warehouse.read.connection import WarehouseNotBuiltError, current_version
from warehouse.settings import settings

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"

# Told where its server is, Streamlit's front end does not try /wall/_stcore/… first, which
# would put two errors of "404" into the console of every page opened by its address.
_WHERE = "<script>window.__streamlit={BACKEND_BASE_URL:new URL('.',location.href).href}</script>"

# Maps are drawn in px, which do not grow with the display as the rest of the wall does. The
# script of the page only sees the address, so the display's scale is written there.
_SCALE = """<script>(() => {
  const scale = () => +Math.min(innerWidth / 1920, innerHeight / 1080).toFixed(3);
  const address = new URL(location.href), drawn = scale();
  address.searchParams.set("scale", drawn);
  history.replaceState(history.state, "", address);
  let wait;
  addEventListener("resize", () => {
    clearTimeout(wait);
    wait = setTimeout(() => { if (scale() !== drawn) location.reload(); }, 800);
  });
})()</script>"""


def routes() -> list[BaseRoute]:
    """The addresses of the pages, and of the question whether the server is well."""
    paths = ["/", *(f"/{address.path}" for address in pages())]
    return [Route("/healthz", healthz), *(Route(path, page) for path in paths)]


async def healthz(request: Request) -> Response:
    """Whether there is something to serve: 200 with the version, or 503 with the reason."""
    try:
        return JSONResponse({"status": "ok", "version": current_version()})
    except WarehouseNotBuiltError as error:
        return JSONResponse({"status": "no version", "message": str(error)}, status_code=503)


async def page(request: Request) -> Response:
    """Streamlit's document in our language; `/` and `/wall` move to the wall in dark."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", "")) or "/"
    if needs_redirect(path, request.url.query):
        # Relative, so that it also holds behind a proxy with a path of its own.
        return RedirectResponse(wall_address(request.url.query))
    return HTMLResponse(_document(dark=path == "/wall"), headers={"Cache-Control": "no-cache"})


@lru_cache(maxsize=2)
def _document(*, dark: bool) -> str:
    site = settings()
    # Without this the first moment of a page is white, or in the wrong theme's grey.
    ground = (WALL if dark else DESK).bg0
    scripts = _WHERE + (_SCALE if dark else "")
    head = f"<head>{scripts}<style>html,body{{background:{ground}}}</style>"
    return (
        INDEX.read_text()
        .replace('<html lang="en">', '<html lang="zh-CN">', 1)
        .replace("<head>", head, 1)
        .replace("<title>Streamlit</title>", f"<title>{site.site_name}</title>", 1)
    )
