"""The codes and places that registers know: those of the lake, and what this load adds."""

from __future__ import annotations

from datetime import datetime

import polars as pl

from warehouse.feeds import contract
from warehouse.load.mapping.places import PLACES
from warehouse.load.points import outlines_of
from warehouse.settings import Settings

#: Register -> its code column.
_CODES = {
    "base/areas": "area_code",
    "base/departments": "department_code",
    "base/matters": "matter_code",
}


class Registers:
    """What is known so far.

    Attributes:
        codes: Register -> its codes, each once.
        places: Code, name, parent, outline and other codes of every place (`PLACES`); the newest
            row of a code comes last.
    """

    def __init__(self, site: Settings) -> None:
        self.codes = {
            feed: _in_lake(site, feed, [column])[column].unique() for feed, column in _CODES.items()
        }
        self.places = _in_lake(site, "base/areas", list(PLACES))
        self._outlines: pl.DataFrame | None = None
        loads = [_in_lake(site, feed, ["_loaded_at"])["_loaded_at"].max() for feed in _CODES]
        self._grown_at = [at for at in loads if isinstance(at, datetime)]

    def grew_after(self, moment: object) -> bool:
        """Whether a register has got rows since then."""
        return any(isinstance(moment, datetime) and at > moment for at in self._grown_at)

    def remember(self, feed: str, accepted: pl.DataFrame) -> None:
        """Add rows that have just been accepted."""
        if feed not in _CODES:
            return
        column = _CODES[feed]
        if accepted.height and "_loaded_at" in accepted.columns:
            self._grown_at.append(accepted["_loaded_at"][0])
        self.codes[feed] = pl.concat([self.codes[feed], accepted[column]]).unique()
        if feed == "base/areas":
            self.places = pl.concat([self.places, accepted.select(list(PLACES))])
            self._outlines = None

    @property
    def outlines(self) -> pl.DataFrame:
        """The outline that stands for each grid and community, see `outlines_of`."""
        if self._outlines is None:
            self._outlines = outlines_of(self.places)
        return self._outlines


def _in_lake(site: Settings, feed: str, columns: list[str]) -> pl.DataFrame:
    """Every version of the register's rows, oldest load first."""
    register = contract(feed)
    files = site.raw / register.family / register.name / "**" / "*.parquet"
    return pl.scan_parquet(str(files)).sort("_loaded_at").select(columns).collect()
