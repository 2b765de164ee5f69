"""Which version a wall draws: the served one, the last that could be read, or none yet."""

from typing import Any

import polars as pl
import pytest

from pages.kit import wall_site
from warehouse.access.scope import Scope
from warehouse.read.connection import WarehouseNotBuiltError


class Served:
    """A served version that tests change, and versions that cannot be read."""

    def __init__(self) -> None:
        self.version: str | None = "v1"
        self.broken: set[str] = set()

    def scope(self) -> Scope:
        if self.version is None:
            raise WarehouseNotBuiltError("nothing")
        return Scope(version=self.version)

    def cached(self, _read: Any, scope: Scope) -> pl.DataFrame:
        if scope.version in self.broken:
            raise OSError("gone")
        return pl.DataFrame({"build_id": [scope.version]})


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Served:
    told = Served()
    monkeypatch.setattr(wall_site, "page_scope", told.scope)
    monkeypatch.setattr(wall_site, "cached", told.cached)
    monkeypatch.setattr(wall_site, "_readable", {})
    return told


def test_a_version_that_cannot_be_read_leaves_the_one_before_on_the_wall(served: Served):
    assert wall_site.newest_readable().scope.version == "v1"  # type: ignore[union-attr]

    served.version, served.broken = "v2", {"v2"}
    found = wall_site.newest_readable()

    assert found is not None
    assert found.site["build_id"] == "v1"
    # The watch waits for what comes after v2, and does not draw the wall again and again.
    assert found.served == "v2"


def test_the_first_version_that_cannot_be_read_is_no_secret(served: Served):
    served.broken = {"v1"}

    with pytest.raises(OSError, match="gone"):
        wall_site.newest_readable()


def test_before_the_first_version_the_wall_waits(served: Served):
    served.version = None

    assert wall_site.newest_readable() is None
