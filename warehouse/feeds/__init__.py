"""The contracts with upstream systems: one module per feed, found by its place in the tree.

`warehouse/feeds/grid/events.py` is the feed `grid/events`. Nothing else names it: adding a feed
means adding its module, with one class derived from `Feed`.
"""

from __future__ import annotations

import inspect
import pkgutil
from functools import lru_cache
from importlib import import_module

from warehouse.feeds.contract import Contract, Feed

__all__ = ["Contract", "Feed", "contract", "contracts"]


@lru_cache(maxsize=1)
def contracts() -> dict[str, Contract]:
    """Every contract by its full name, registers (base/…) first."""
    found = {}
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        family, _, name = module.name.removeprefix(f"{__name__}.").partition(".")
        if name:
            contract = Contract(family, name, _schema_in(module.name))
            found[contract.feed] = contract
    return dict(sorted(found.items(), key=lambda pair: (pair[1].family != "base", pair[0])))


def contract(feed: str) -> Contract:
    """The contract of `grid/events`, or of `events`.

    Raises:
        LookupError: There is no such feed.
    """
    for known in contracts().values():
        if feed in {known.feed, known.name}:
            return known
    raise LookupError(f"没有名为 {feed} 的报送；已有：{'、'.join(contracts())}")


def _schema_in(module: str) -> type[Feed]:
    schemas = [
        member
        for _, member in inspect.getmembers(import_module(module), inspect.isclass)
        if issubclass(member, Feed) and member.__module__ == module
    ]
    if len(schemas) != 1:
        raise TypeError(f"{module} must hold exactly one class derived from Feed")
    return schemas[0]
