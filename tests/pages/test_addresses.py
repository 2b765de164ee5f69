"""Addresses: the wall is always dark, and every page gets its frame from the first request."""

import asyncio
import json

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from pages.kit.addresses import needs_redirect, pages, wall_address
from pages.kit.server import healthz, no_such_page, page, routes


def ask(path: str, query: str = "") -> Response:
    told = {"type": "http", "method": "GET", "path": path, "query_string": query.encode()}
    request = Request({**told, "headers": [], "server": ("127.0.0.1", 8501), "scheme": "http"})
    return asyncio.run(healthz(request) if path == "/healthz" else page(request))


def test_the_wall_keeps_what_its_address_says():
    assert wall_address("scale=2") == "wall?scale=2&embed=true&embed_options=dark_theme"
    assert not needs_redirect("/wall", "embed=true&embed_options=dark_theme")
    assert needs_redirect("/wall", "embed=true")
    assert not needs_redirect("/events", "")


def test_the_wall_moves_to_the_dark_wall():
    answer = ask("/wall")

    assert answer.status_code == 307
    assert answer.headers["location"] == "wall?embed=true&embed_options=dark_theme"


def test_the_bare_address_is_the_desk_s_first_page():
    assert next(address for address in pages() if not address.path).module == "home"
    assert ask("/").status_code == 200


def test_the_first_page_is_linked_to_from_any_other():
    assert [address.href for address in pages() if not address.path] == ["./"]
    assert [address.href for address in pages() if address.path == "events"] == ["events"]


def test_every_page_has_an_address_and_a_document_in_chinese():
    answered = {route.path for route in routes()}  # type: ignore[attr-defined]
    for address in pages():
        assert f"/{address.path}" in answered

        document = ask(f"/{address.path}", "embed=true&embed_options=dark_theme").body.decode()
        assert '<html lang="zh-CN">' in document
        assert "BACKEND_BASE_URL" in document


@pytest.mark.parametrize(
    ("path", "accept", "answered"),
    [
        ("/nope", b"text/html", True),
        ("/events/x", b"text/html,*/*", True),
        ("/events/", b"text/html", False),
        ("/_stcore/health", b"text/html", False),
        ("/component/some.thing/index", b"text/html", False),
        ("/favicon.png", b"text/html", False),
        ("/nope", b"*/*", False),
    ],
)
def test_only_documents_that_nobody_has_are_answered_as_unknown(
    path: str, accept: bytes, *, answered: bool
):
    asked = {"type": "http", "method": "GET", "path": path, "headers": [(b"accept", accept)]}

    assert (routes()[-1].matches(asked)[0] is Match.FULL) == answered


def test_an_unknown_document_says_so_and_leads_back():
    request = Request({"type": "http", "method": "GET", "path": "/events/x", "headers": []})

    answer = asyncio.run(no_such_page(request))

    assert answer.status_code == 404
    assert "没有这个页面" in answer.body.decode()
    assert 'href="../wall"' in answer.body.decode()


@pytest.mark.usefixtures("reads_hand_city")
def test_the_server_says_which_version_it_serves():
    assert json.loads(ask("/healthz").body)["status"] == "ok"
