"""Addresses: the wall is always dark, and every page gets its frame from the first request."""

import asyncio
import json

import pytest
from starlette.requests import Request
from starlette.responses import Response

from pages.kit.addresses import needs_redirect, pages, wall_address
from pages.kit.server import healthz, page, routes


def ask(path: str, query: str = "") -> Response:
    told = {"type": "http", "method": "GET", "path": path, "query_string": query.encode()}
    request = Request({**told, "headers": [], "server": ("127.0.0.1", 8501), "scheme": "http"})
    return asyncio.run(healthz(request) if path == "/healthz" else page(request))


def test_the_wall_keeps_what_its_address_says():
    assert wall_address("scale=2") == "wall?scale=2&embed=true&embed_options=dark_theme"
    assert not needs_redirect("/wall", "embed=true&embed_options=dark_theme")
    assert needs_redirect("/wall", "embed=true")
    assert not needs_redirect("/events", "")


@pytest.mark.parametrize("path", ["/", "/wall"])
def test_root_and_wall_move_to_the_dark_wall(path: str):
    answer = ask(path)

    assert answer.status_code == 307
    assert answer.headers["location"] == "wall?embed=true&embed_options=dark_theme"


def test_every_page_has_an_address_and_a_document_in_chinese():
    answered = {route.path for route in routes()}  # type: ignore[attr-defined]
    for address in pages():
        assert f"/{address.path}" in answered

        document = ask(f"/{address.path}", "embed=true&embed_options=dark_theme").body.decode()
        assert '<html lang="zh-CN">' in document
        assert "BACKEND_BASE_URL" in document


@pytest.mark.usefixtures("reads_hand_city")
def test_the_server_says_which_version_it_serves():
    assert json.loads(ask("/healthz").body)["status"] == "ok"
