"""Which addresses of each page are measured: plain, filtered, deep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pages.kit.addresses import pages
from warehouse.read.connection import fetch, whole_site


@dataclass(frozen=True)
class Visit:
    """One address.

    Attributes:
        page: Path of the page; empty for the desk's first.
        what: In a word, how far it goes.
        query: What stands after the question mark.
    """

    page: str
    what: str
    query: str


def visits(only: list[str]) -> list[Visit]:
    """What to measure, for the pages there are or only some of them."""
    place = _busiest_place()
    found = []
    for address in pages():
        if only and (address.path or "home") not in only:
            continue
        known = _OWN.get(address.path or "home", _USUAL)
        found += [
            Visit(address.path, what, query.format_map(place)) for what, query in known.items()
        ]
    return found


_USUAL = {
    "plain": "",
    "filtered": "area={street}&show=overdue",
    "deep": "area={community}&period={month}&show=all&page=2",
}
_OWN = {
    "wall": {"plain": "embed=true&embed_options=dark_theme&scale=1"},
    "events": {
        "plain": "",
        "filtered": "area={street}&show=overdue",
        "deep": "area={community}&period={month}&show=all&page=2",
        "page 4000": "period={year}&show=all&page=4000",
        "text": "q=井盖&period={year}&show=all",
        "one event": "area={street}&event={event}",
    },
    "ranking": {"plain": "", "unit": "unit={street}", "method": "unit={street}&view=method"},
    "data": {"plain": ""},
    "indicators": {
        "plain": "",
        "one": "code=OPS-08",
        "deep": "code=OPS-08&area={street}&period={month}",
    },
    "home": {"plain": "", "street": "area={street}", "community": "area={community}"},
    "place": {
        "plain": "",
        "street": "area={street}",
        "community": "area={community}",
        "grid": "area={grid}",
    },
    "reports": {
        "plain": "",
        "month": "kind=monthly",
        "street": "area={street}",
        "last pages": "page=9",
    },
    "volunteers": {
        "plain": "",
        "orders": "set=service_orders&show=overdue",
        "deep": "area={community}&period={month}&page=2",
    },
    "tasks": {
        "plain": "",
        "findings": "set=supervision_findings&area={street}",
    },
    "coverage": {
        "plain": "",
        "item": "area={street}&kind=网格党组织",
        "facilities": "set=facilities&page=100",
    },
    "search": {"plain": "", "place": "q={street_name}", "event": "q={event}"},
    "trace": {"plain": ""},
}


def _busiest_place() -> dict[str, Any]:
    """The street, community and grid where most happened, an event there, and stretches of time."""
    (found,) = fetch(
        whole_site(),
        """
        select
            mode(street_code) as street,
            mode(street_name) as street_name,
            mode(community_code) as community,
            mode(area_code) filter (where area_code <> community_code) as grid,
            arg_max(event_id, reported_at) as event,
            strftime(max(reported_at), '%Y-%m') as month,
            strftime(max(reported_at), '%Y') as year
        from marts.mart_event_list
        """,
    ).to_dicts()
    return found
