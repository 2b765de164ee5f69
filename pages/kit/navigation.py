"""The top of a desk page: brand, pages, search, and what the reader must know about the data."""

from __future__ import annotations

from datetime import datetime

import polars as pl

from pages.kit.addresses import Address, navigation, pages, wall_address
from pages.kit.formats import duration, moment
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from warehouse.read.site import site_names
from warehouse.settings import settings

# On a screen of ordinary width these stand under 更多; the page that is open never does.
_UNDER_MORE = {"coverage", "indicators", "place", "data"}


def nav_bar(active: str, data_cut: datetime | None, warning: str) -> Markup:
    """The bar.

    Args:
        active: Path of the page shown.
        data_cut: The moment up to which data count; None shows a dash.
        warning: What is wrong with the data, details after a line break; empty when nothing is.
    """
    listed = navigation()
    rest = [page for page in listed if page.path in _UNDER_MORE and page.path != active]
    more = (
        tag(
            "details",
            tag("summary", "更多"),
            tag("div", *(_link(page, active) for page in rest), class_="drop"),
            class_="more",
        )
        if rest
        else ""
    )
    return tag(
        "nav",
        tag("div", _logo(), site_names().brand, class_="brand"),
        tag(
            "details",
            tag("summary", "菜单"),
            tag("div", *(_link(page, active) for page in listed), class_="drop"),
            class_="whole",
        ),
        tag(
            "div",
            *(_link(page, active, is_late=page in rest) for page in listed),
            more,
            class_="items",
        ),
        _search() if any(page.path == "search" for page in pages()) else "",
        _facts(data_cut, warning),
        aria_label="主导航",
    )


def late_feeds(freshness: pl.DataFrame) -> str:
    """The core feeds that are later than agreed.

    Args:
        freshness: Rows of `mart_data_freshness`.

    Returns:
        `信访事项滞后 4天`; of several, how many, and after a line break all of them; empty when
        none is late.
    """
    late = freshness.filter(pl.col("is_core") & pl.col("freshness").is_in(["late", "too_late"]))
    told = [
        f"{row['feed_name']}滞后 {duration(row['delay_hours'])}"
        for row in late.sort("delay_hours", descending=True).iter_rows(named=True)
    ]
    if len(told) <= 1:
        return "".join(told)
    return f"{len(told)} 个数据源滞后\n{'；'.join(told)}"


def _facts(data_cut: datetime | None, warning: str) -> Markup:
    short, _, long = warning.partition("\n")
    return tag(
        "div",
        tag("span", "演示数据", class_="demo") if settings().demo else "",
        tag("span", tag("span", "数据", class_="wide"), "截至 ", tag("b", moment(data_cut))),
        tag(
            "a",
            Markup(mark("stale", "12px")),
            " ",
            short,
            href="data",
            target="_self",
            title=long or short,
            class_="c-watch",
        )
        if short
        else "",
        # The document's own script hears the click, and knows which theme it is.
        tag(
            "button",
            type="button",
            title="换成深色或浅色",
            aria_label="换成深色或浅色",
            data_theme_switch="",
            class_="theme",
        ),
        class_="facts",
    )


def _search() -> Markup:
    """A form of the browser's own: it leads to the page of results."""
    words = "搜索地方、指标、编号"
    field = Markup(
        f'<input type="search" name="q" maxlength="60" placeholder="{words}" aria-label="{words}">'
    )
    return tag("form", field, action="search", method="get", role="search", class_="search")


def _link(address: Address, active: str, *, is_late: bool = False) -> Markup:
    is_active = address.path == active
    looks = [name for name, holds in (("on", is_active), ("late", is_late)) if holds]
    return tag(
        "a",
        address.title,
        href=wall_address() if address.path == "wall" else address.href,
        target="_self",
        class_=" ".join(looks) or None,
        aria_current="page" if is_active else None,
    )


def _logo() -> Markup:
    cells = [tag("i", class_="on" if place == 4 else None) for place in range(9)]
    return tag("span", *cells, class_="logo", aria_hidden="true")
