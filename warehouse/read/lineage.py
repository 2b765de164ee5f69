"""What a version was made of: models, what each reads, rows and tests, as its build kept them.

From `lineage.json` beside the version, which the build took from dbt's manifest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from warehouse.access.scope import Scope
from warehouse.settings import settings
from warehouse.versions import LINEAGE_FILE

#: From the lake to the screens; what stands later in here is made of what stands before it.
LAYERS = (
    *("raw", "reference", "staging", "intermediate", "core"),
    *("ledger", "indicators", "assessment", "marts"),
)
_LEDGER, _READINGS = "ledger_entries", "indicator_readings"


@dataclass(frozen=True)
class Test:
    """A test of a model in the build: what it demands, and whether that held."""

    name: str
    rule: str | None
    columns: tuple[str, ...]
    says: str
    status: str


@dataclass(frozen=True)
class Model:
    """A table, view, seed or raw feed.

    Attributes:
        name: Of the model; of a feed as `grid/events`.
        layer: One of `LAYERS`.
        description: One row per what.
        upstream: Names of what it reads.
        rows: How many it has; None for views that nobody counted.
        tests: Of the build.
        measures: In the ledger: measures whose entries it writes, and the model of each.
        feeds: The feeds of the raw rows behind each of these measures.
    """

    name: str
    layer: str
    description: str
    upstream: tuple[str, ...]
    rows: int | None
    tests: tuple[Test, ...]
    measures: Mapping[str, str]
    feeds: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Way:
    """The way of a measure's entries from the feeds to the indicators.

    Attributes:
        feeds: Raw feeds that its ledger model is made of, the ones asked for first.
        models: What lies between those asked for and the ledger, by layer; the ledger's own
            model last.
        beside: The other feeds and seeds that take part, such as the register of areas.
        after: From the ledger to the readings, by layer.
        screens: Labels of the screens that read the indicators through a mart, by its name.
    """

    feeds: tuple[Model, ...]
    models: tuple[Model, ...]
    beside: tuple[Model, ...]
    after: tuple[Model, ...]
    screens: Mapping[str, str]

    @property
    def tests(self) -> list[Test]:
        """All tests along the way."""
        return [test for model in (*self.models, *self.after) for test in model.tests]


@dataclass(frozen=True)
class Lineage:
    """All models of a version, and the screens that read them (label by mart)."""

    models: Mapping[str, Model]
    readers: Mapping[str, str]

    def above(self, names: Iterable[str]) -> set[str]:
        """The models and all that they are made of."""
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found and name in self.models:
                found.add(name)
                waiting += self.models[name].upstream
        return found

    def between(self, start: Iterable[str], end: Iterable[str]) -> list[Model]:
        """What lies on any way from some models to others, ends included, by layer."""
        inside = self.above(end)
        reached = set(start) & inside
        for model in self._by_depth(inside):
            if not reached.isdisjoint(model.upstream):
                reached.add(model.name)
        return list(self._by_depth(reached))

    def way(self, measure_code: str, source_feeds: Iterable[str]) -> Way | None:
        """The way of a measure.

        Args:
            measure_code: Of `reference.measures`.
            source_feeds: The feeds that its entries point to, as `source_feed` has them.

        Returns:
            None when the version's ledger does not know the measure.
        """
        writes = next((m for m in self.models.values() if measure_code in m.measures), None)
        if writes is None:
            return None
        taken_from = writes.measures[measure_code]
        inside = [self.models[name] for name in self.above([taken_from])]
        raw = [model for model in inside if model.layer == "raw"]
        # What is counted about loads comes from no feed of its own.
        main = [model for model in raw if model.name in set(source_feeds)] or raw
        between = self.between([model.name for model in main], [taken_from])
        taken = {model.name for model in between}
        beside = [m for m in inside if m.layer in {"raw", "reference"} and m.name not in taken]
        return Way(
            feeds=tuple(main),
            models=(*(model for model in between if model.layer != "raw"), writes),
            beside=tuple(sorted(beside, key=lambda model: model.name)),
            after=tuple(self.between([_LEDGER], [_READINGS])),
            screens=self._screens(),
        )

    def _screens(self) -> dict[str, str]:
        """Marts that read the readings, with the screen that shows them."""
        return {
            name: self.readers[name]
            for name, model in self.models.items()
            if name in self.readers and {_READINGS, "indicator_values"} & set(model.upstream)
        }

    def _by_depth(self, names: Iterable[str]) -> Iterator[Model]:
        """Models in an order in which each comes after what it reads."""
        left = set(names)
        done: set[str] = set()
        while left:
            ready = [n for n in left if left.isdisjoint(self.models[n].upstream)]
            for name in sorted(ready, key=lambda n: (LAYERS.index(self.models[n].layer), n)):
                yield self.models[name]
            done.update(ready)
            left.difference_update(ready)


def lineage(scope: Scope) -> Lineage | None:
    """The lineage of the scope's version; None if its build did not keep one."""
    return _kept(scope.version)


@lru_cache(maxsize=4)
def _kept(version: str) -> Lineage | None:
    path = settings().versions / version / LINEAGE_FILE
    if not path.exists():
        return None
    told = json.loads(path.read_text())
    return Lineage(
        models={row["name"]: _model(row) for row in told["models"]},
        readers={
            mart: exposure["label"]
            for exposure in told["exposures"]
            for mart in exposure["upstream"]
        },
    )


def _model(row: dict[str, Any]) -> Model:
    return Model(
        name=row["name"],
        layer=row["layer"],
        description=row["description"],
        upstream=tuple(row["upstream"]),
        rows=row["rows"],
        tests=tuple(
            Test(test["name"], test["rule"], tuple(test["columns"]), test["says"], test["status"])
            for test in row["tests"]
        ),
        measures={measure: told["from"] for measure, told in row["measures"].items()},
        feeds={measure: tuple(told["feeds"]) for measure, told in row["measures"].items()},
    )
