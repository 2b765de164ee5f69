"""What the site is called: as its settings say, else like its top place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from warehouse.access.scope import Scope
from warehouse.read import overview
from warehouse.read.connection import WarehouseNotBuiltError, current_version
from warehouse.settings import settings

#: Before there is anything to name it after.
UNNAMED = "一屏"


@dataclass(frozen=True)
class SiteNames:
    """Name of the place and what the product is called there."""

    site_name: str
    product_title: str

    @property
    def brand(self) -> str:
        """示范区市域社会治理."""
        return self.site_name + self.product_title


def site_names() -> SiteNames:
    """The names in the version served now."""
    try:
        return names_in(current_version())
    except WarehouseNotBuiltError:
        site = settings()
        return SiteNames(site.site_name or UNNAMED, site.product_title or "")


@lru_cache(maxsize=4)
def names_in(version: str) -> SiteNames:
    """The names in one version."""
    row = overview.site(Scope(version=version)).row(0, named=True)
    return SiteNames(row["site_name"], row["product_title"])
