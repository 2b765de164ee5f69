"""Places as they are named on the command line: by their codes."""

from __future__ import annotations

import polars as pl

from warehouse.access.scope import Scope


class NoSuchPlaceError(Exception):
    """The register has no such place."""


def root_area() -> str:
    """Code of the place that stands for the whole site."""
    from warehouse.read import places  # noqa: PLC0415
    from warehouse.read.connection import whole_site  # noqa: PLC0415

    root = places.register(whole_site()).filter("is_root")
    if root.is_empty():
        raise NoSuchPlaceError("The areas register has no top place; name one with --area.")
    return str(root["area_code"][0])


def place_name(scope: Scope, area_code: str) -> str:
    """Name of a place that has reports; who wrote a name is told its code."""
    from warehouse.read import places  # noqa: PLC0415

    register = places.register(scope)
    found = register.filter(area_code=area_code)
    if not found.is_empty():
        return str(found["area_name"][0])
    named = register.filter(pl.col("area_name").str.contains(area_code, literal=True))
    codes = (f"{name} is {code}" for name, code in named["area_name", "area_code"].rows()[:5])
    meant = f" {'; '.join(codes)}." if area_code and not named.is_empty() else ""
    raise NoSuchPlaceError(f"There is no place {area_code} that reports are about.{meant}")
