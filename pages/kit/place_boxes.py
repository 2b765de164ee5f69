"""The boxes that choose a place, each with the places below the choice of the one before."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import polars as pl

from pages.kit.data import cached
from pages.kit.filters import NO_CHOICE, choose_for, tell, told
from warehouse.access.scope import Scope
from warehouse.read import places

_PLACE_BOXES = 3


def place_path(scope: Scope, root: str) -> list[dict[str, str]]:
    """The place of the address and those above it, the root first; an unknown one is the root."""
    path = cached(places.path, scope, told("area") or root)
    if path.is_empty() or root not in path["area_code"]:
        path = cached(places.path, scope, root)
    codes = path["area_code"].to_list()
    return path.rows(named=True)[codes.index(root) :] if root in codes else path.rows(named=True)


def place_name(scope: Scope, area_code: str) -> str:
    """Name of a place; its code when it is unknown."""
    path = cached(places.path, scope, area_code)
    return str(path["area_name"][-1]) if path.height else area_code


def place_boxes(scope: Scope, root: str, *, lowest: str = "grid") -> str:
    """Draw up to three boxes, and give the code of the place chosen; none below a level.

    Deep inside a province the boxes are about the lowest levels; the path above leads back up.
    """
    path = place_path(scope, root)
    steps = [*pairwise(path), (path[-1], None)] if path else []
    steps = steps[max(0, len(steps) - _PLACE_BOXES) :]
    levels = dict(cached(places.levels, scope).iter_rows())
    top = list(levels).index(steps[0][0]["level"]) if steps else 0
    for number in range(_PLACE_BOXES):
        if top + number >= list(levels).index(lowest):
            break
        above, chosen = steps[number] if number < len(steps) else (None, None)
        below = cached(places.children, scope, above["area_code"]) if above else _nowhere()
        names = dict(below.select("area_code", "area_name").iter_rows())
        usual = list(levels.values())[min(top + 1 + number, len(levels) - 1)]
        every = f"全部{below['level_name'][0] if below.height else usual}"
        choose_for(
            "区域" if number == 0 else "\u00a0",
            f"place{number}",
            {NO_CHOICE: every, **names},
            chosen=chosen["area_code"] if chosen else None,
            on_choice=partial(_go, above["area_code"] if above else None, root),
        )
    return str(path[-1]["area_code"]) if path else root


def _go(above: str | None, root: str, code: str) -> None:
    """Write the place into the address: the one chosen, or the one it was chosen in."""
    area_code = code or above
    tell("area", None if area_code == root else area_code)


def _nowhere() -> pl.DataFrame:
    return pl.DataFrame(schema={"area_code": pl.String, "area_name": pl.String, "level": pl.String})
