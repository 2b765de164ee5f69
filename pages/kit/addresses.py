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

from warehouse.settings import settings

WALL_OPTIONS = {"embed": "true", "embed_options": "dark_theme"}


@dataclass(frozen=True)
class Address:
    """A page.

    Attributes:
        path: Without the slash; also the name of its module, unless that is told. The empty one
            is the bare address, where the app begins.
        title: In Chinese.
        in_navigation: Whether the navigation of the desk offers it; else other pages lead there.
        module: Name of the module of `pages`, where it is not the path.
        is_whole: It is about the whole site, and stays closed where only one place may be seen.
    """

    path: str
    title: str
    in_navigation: bool = True
    module: str = ""
    is_whole: bool = False

    @property
    def href(self) -> str:
        """The way there from any other page; relative, as a proxy may put a path before it."""
        return self.path or "./"

    @property
    def exists(self) -> bool:
        """Whether its module is there."""
        return find_spec(f"pages.{self.module or self.path}") is not None

    def renderer(self) -> Callable[[], None]:
        """The page's `render` function, imported when the page is opened."""
        render: Callable[[], None] = import_module(f"pages.{self.module or self.path}").render
        return render


ADDRESSES = (
    Address("wall", "一屏统管", is_whole=True),
    Address("", "工作台", module="home"),
    Address("events", "网格事件"),
    Address("disputes", "矛盾纠纷"),
    Address("petitions", "信访"),
    Address("volunteers", "志愿服务"),
    Address("tasks", "作战图"),
    Address("coverage", "创建覆盖"),
    Address("ranking", "考核排名", is_whole=True),
    Address("indicators", "指标体系"),
    Address("place", "单位画像"),
    Address("reports", "报告"),
    Address("alerts", "预警"),
    Address("data", "数据健康", is_whole=True),
    Address("search", "搜索", in_navigation=False),
    Address("trace", "数字溯源", in_navigation=False),
)


def pages() -> list[Address]:
    """The pages that this installation has, in the order of the navigation."""
    return [address for address in ADDRESSES if address.exists]


def navigation() -> list[Address]:
    """Those that the navigation of the desk offers."""
    is_narrowed = settings().reader_area is not None
    return [
        address
        for address in pages()
        if address.in_navigation and not (is_narrowed and address.is_whole)
    ]


def wall_address(query: str = "") -> str:
    """The wall's full address, keeping a query that is already there."""
    return "wall?" + urlencode({**dict(parse_qsl(query)), **WALL_OPTIONS})


def needs_redirect(path: str, query: str) -> bool:
    """Whether a request is for the wall without the dark theme."""
    told = dict(parse_qsl(query))
    return path == "/wall" and any(told.get(key) != value for key, value in WALL_OPTIONS.items())
