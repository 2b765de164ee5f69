"""Where a part of the wall leads: the desk page that answers further, filtered to what it shows."""

from __future__ import annotations

from urllib.parse import urlencode

from pages.kit.addresses import pages
from pages.kit.html import Markup, tag

#: The desk page that each part leads to, and what its address says already.
PAGE_OF = {
    "verdict": ("alerts", {}),
    "kpi": ("indicators", {}),
    "map": ("events", {"period": "last7d"}),
    "alerts": ("alerts", {}),
    "owners": ("events", {"show": "overdue"}),
    "units": ("events", {"period": "last7d"}),
    "ranks": ("ranking", {}),
    "trends": ("indicators", {}),
    "loop": ("events", {"period": "last7d"}),
    "tasks": ("tasks", {}),
    "events": ("events", {"period": "last24h"}),
    "ticker": ("events", {"period": "last24h"}),
}
#: The page behind a theme of 四类态势, by the family of its feeds.
PAGE_OF_FAMILY = {
    "grid": "events",
    "case": "disputes",
    "petition": "petitions",
    "volunteer": "volunteers",
}
# Where a page leads that this installation does not have.
_INSTEAD = "events"


def link(path: str, **asked: str | None) -> str:
    """Relative address of a desk page: `events?area=110101000000&period=last7d`."""
    there = {address.path for address in pages()}
    query = urlencode({key: value for key, value in asked.items() if value is not None})
    known = path if path in there else _INSTEAD
    return (known or "./") + (f"?{query}" if query else "")


def page_of(part: str) -> str:
    """The page of a part, filtered."""
    path, asked = PAGE_OF[part]
    return link(path, **asked)


def anchor(
    *children: object, href: str | None, class_: str | None = None, **attributes: str | None
) -> Markup:
    """A link out of the wall, also out of the frame of a playlist; without address no link."""
    target = "_top" if href else None
    name = "a" if href else "div"
    return tag(name, *children, class_=class_, href=href, target=target, **attributes)


def head(part: str, title: str | Markup, *more: str | Markup, caption: object = "") -> Markup:
    """The line above a panel; its title leads to the panel's page."""
    name = tag("h2", title, *(tag("span", " ", words) for words in more))
    return tag(
        "div",
        anchor(name, href=page_of(part), class_="go"),
        tag("span", caption, class_="cap"),
        class_="ph",
    )
