"""The raw lake as one version saw it: the latest row of every key, the clock, the places."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import polars as pl

from warehouse.feeds import contract
from warehouse.load import load_log, raw_rows
from warehouse.settings import Settings
from warehouse.verify.clock import Clock, read_exceptions
from warehouse.verify.cut import Cut
from warehouse.verify.places import Places

#: Something that a theme works out of the rows, such as the events with their deadlines.
Derivation = Callable[["City"], pl.DataFrame]
_LOADED = ["_loaded_at", "_file", "_row"]


class City:
    """What every formula is given.

    Rows are read once per feed and kept; so is whatever a theme derives from them.
    """

    def __init__(self, site: Settings, cut: Cut) -> None:
        self.site = site
        self.cut = cut
        self._rows: dict[tuple[str, ...], pl.DataFrame] = {}
        self._derived: dict[object, pl.DataFrame] = {}

    def rows(self, feed: str, *also: str) -> pl.DataFrame:
        """The latest version of every row of a feed, in the contract's columns.

        The later one by `updated_at`, where the feed has it, then by order of loading, then by
        place in the file. `also`: columns that make a row another one, beside the key.
        """
        asked = (feed, *also)
        if asked not in self._rows:
            self._rows[asked] = self._latest(feed, also)
        return self._rows[asked]

    def loads(self) -> pl.DataFrame:
        """The load log before the cut: one row per file that was taken in or refused."""
        return (
            load_log(self.site)
            .filter(
                pl.col("load_id").is_in(list(self.cut.loads)),
                pl.col("status") != "skipped",
                pl.col("loaded_at") < self.cut.as_of,
            )
            .collect()
        )

    def derived(self, make: Derivation) -> pl.DataFrame:
        """What a function makes of this city, made once."""
        if make not in self._derived:
            self._derived[make] = make(self)
        return self._derived[make]

    @cached_property
    def clock(self) -> Clock:
        """The working clock of the site."""
        is_chinese = self.site.calendar == "cn"
        return Clock(self.site.office_hours, read_exceptions() if is_chinese else {})

    @cached_property
    def places(self) -> Places:
        """The register of places; one that moves has a row per stretch of time."""
        return Places(self.rows("base/areas", "valid_from"), self.cut.as_of)

    @cached_property
    def root(self) -> str:
        """The place that stands for the whole site: as the settings say, else the topmost."""
        topmost = self.places.levels.sort("rank", "area_code")["area_code"]
        return self.site.root_area_code or str(topmost[0])

    def _latest(self, feed: str, also: tuple[str, ...]) -> pl.DataFrame:
        known = contract(feed)
        rows = raw_rows(self.site, feed).filter(pl.col("_load_id").is_in(list(self.cut.loads)))
        if self.cut.known_then:
            rows = rows.filter(pl.col("_loaded_at") < self.cut.as_of)
        keys = [name for name, meaning in known.meanings.items() if meaning.key]
        order = ["updated_at", *_LOADED] if "updated_at" in known.types else _LOADED
        newest_last = rows.select(*known.types, *_LOADED).sort(order, nulls_last=False)
        return (
            newest_last.unique([*keys, *also], keep="last", maintain_order=True)
            .select(*known.types)
            .collect()
        )
