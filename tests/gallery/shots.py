"""Which pictures there are: of which address, at which size, after which clicks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

from pages.kit.addresses import pages
from tests.browser.watching import click

WALL, ULTRA_WIDE = (1920, 1080), (3840, 1080)
DESK, PHONE = (1440, 900), (390, 844)
#: Pages that are also taken as they look on a phone, and in the dark.
ON_A_PHONE, IN_THE_DARK = ("", "events", "ranking"), ("events", "ranking")
#: Where a page shows more than by its bare address.
VIEWS = {"trace": None, "search": "search?q=噪声"}


@dataclass(frozen=True)
class Shot:
    """One picture.

    Attributes:
        name: Of its file, without the ending.
        title: Below it in the index.
        address: Without the server.
        size: Of the window.
        is_dark: Whether the reader's system asks for dark.
        first: What is done before the picture is taken.
    """

    name: str
    title: str
    address: str
    size: tuple[int, int] = DESK
    is_dark: bool = False
    first: Callable[[Page], None] = field(default=lambda page: None)


def _trace(page: Page) -> None:
    click(page.locator('[class*="st-key-rk_item_"] button:enabled').first)


def shots() -> list[Shot]:
    """The pictures of the pages that this installation has, in the order of the index."""
    listed = [
        Shot("wall", "一屏统管，16:9", "wall", WALL),
        Shot("wall-ultrawide", "一屏统管，32:9", "wall", ULTRA_WIDE),
    ]
    titles = {page.path: page.title for page in pages() if page.path != "wall"}
    for path, title in titles.items():
        if address := VIEWS.get(path, path):
            listed.append(Shot(path, title, address))
        elif path == "":
            listed.append(Shot("home", title, ""))
    dark = [path for path in IN_THE_DARK if path in titles]
    listed += [Shot(f"{path}-dark", f"{titles[path]}，深色", path, is_dark=True) for path in dark]
    phone = [path for path in ON_A_PHONE if path in titles]
    listed += [
        Shot(f"{path or 'home'}-phone", f"{titles[path]}，手机", path, PHONE) for path in phone
    ]
    return [
        *listed,
        Shot("reports-month", "报告，月报告单页", "reports?kind=monthly&layout=one", WALL),
        Shot("ranking-whatif", "考核排名，权重试算", "ranking?view=whatif"),
        Shot("data-quarantine", "数据健康，隔离区", "data?view=refused"),
        Shot("trace-dialog", "数字溯源：从得分到文件和行", "ranking", first=_trace),
    ]
