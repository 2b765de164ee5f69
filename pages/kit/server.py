"""What the web server answers itself, before any page runs."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.kit.addresses import needs_redirect, wall_address
from warehouse.read.connection import WarehouseNotBuiltError, current_version


async def healthz(request: Request) -> Response:
    """Whether there is something to serve: 200 with the version, or 503 with the reason."""
    try:
        return JSONResponse({"status": "ok", "version": current_version()})
    except WarehouseNotBuiltError as error:
        return JSONResponse({"status": "no version", "message": str(error)}, status_code=503)


class DarkWall:
    """Send `/` and `/wall` to the wall's full address, which carries the dark theme."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a redirect, or let the request through."""
        if scope["type"] == "http" and scope["method"] == "GET":
            query = scope["query_string"].decode()
            path = scope["path"].removeprefix(scope.get("root_path", "")) or "/"
            if needs_redirect(path, query):
                # Relative, so that it also holds behind a proxy with a path of its own.
                await RedirectResponse(wall_address(query))(scope, receive, send)
                return
        await self.app(scope, receive, send)
