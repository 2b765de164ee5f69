"""Which pages there are, under which address; and how the wall gets its dark theme.

Streamlit chooses light or dark when the browser loads a page, from its address. So the wall's
plain address is answered with a redirect to the one that says dark, and pages link to the
wall with `wall_address()`, not through Streamlit's own navigation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from urllib.parse import parse_qsl, urlencode

WALL_OPTIONS = {"embed": "true", "embed_options": "dark_theme"}


@dataclass(frozen=True)
class Address:
    """A page: its path without the slash, which is also its module, and its Chinese title."""

    path: str
    title: str

    @property
    def exists(self) -> bool:
        """Whether the module `pages.<path>` is there."""
        return find_spec(f"pages.{self.path}") is not None

    def renderer(self) -> Callable[[], None]:
        """The page's `render` function, imported when the page is opened."""
        render: Callable[[], None] = import_module(f"pages.{self.path}").render
        return render


ADDRESSES = (
    Address("wall", "一屏统管"),
    Address("events", "网格事件"),
    Address("ranking", "考核排名"),
    Address("data", "数据健康"),
)


def pages() -> list[Address]:
    """The pages that this installation has, in the order of the navigation."""
    return [address for address in ADDRESSES if address.exists]


def wall_address(query: str = "") -> str:
    """The wall's full address, keeping a query that is already there."""
    return "wall?" + urlencode({**dict(parse_qsl(query)), **WALL_OPTIONS})


def needs_redirect(path: str, query: str) -> bool:
    """Whether a request is for the wall (or the root) without the dark theme."""
    told = dict(parse_qsl(query))
    return path in {"/", "/wall"} and any(
        told.get(key) != value for key, value in WALL_OPTIONS.items()
    )
