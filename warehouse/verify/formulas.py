"""Indicator -> its independent formula, gathered from the themes."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from warehouse.verify import themes
from warehouse.verify.counting import Formula


def formulas() -> Mapping[str, Formula]:
    """Every formula by the code of its indicator.

    Raises:
        ValueError: Two themes claim the same indicator.
    """
    found: dict[str, Formula] = {}
    for module in iter_modules(themes.__path__):
        theme: dict[str, Formula] = import_module(f"{themes.__name__}.{module.name}").FORMULAS
        if twice := found.keys() & theme.keys():
            raise ValueError(f"{module.name} repeats the formula of {', '.join(sorted(twice))}")
        found |= theme
    return found
