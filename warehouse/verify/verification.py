"""Weeks of the served version, computed a second time from the raw rows."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import polars as pl

from warehouse.access.scope import Scope
from warehouse.periods import Period, week_of
from warehouse.read import verification as read
from warehouse.settings import Settings
from warehouse.verify.city import City
from warehouse.verify.compare import Recount, differences
from warehouse.verify.cut import Cut
from warehouse.verify.formulas import formulas
from warehouse.verify.spans import Span, spans_of
from warehouse.versions import read_record


class NothingToVerifyError(Exception):
    """The served version has no week that is over, or none of those asked for."""


@dataclass(frozen=True)
class Difference:
    """A value that the two calculations do not agree on.

    Numbers are None where one of them has no value.
    """

    indicator_code: str
    area_code: str
    period_type: str
    period_start: date
    served: dict[str, float | None]
    recounted: dict[str, float | None]


@dataclass
class Verification:
    """What a comparison found.

    Attributes:
        version: The version that was compared.
        weeks: The weeks, `2026-W46`.
        values: How many values were compared.
        indicators: How many indicators they belong to; one without a value is not counted.
        places: How many places they belong to.
        differing: Indicator -> how many of its values differ.
        differences: The first ones of each indicator.
        without_formula: Indicators that have values and no second formula.
        seconds: How long it took.
    """

    version: str
    weeks: list[str]
    values: int = 0
    indicators: int = 0
    places: int = 0
    differing: dict[str, int] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)
    without_formula: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def agrees(self) -> bool:
        """Every value was compared and none differs."""
        return not self.differing and not self.without_formula


def random_week(scope: Scope, seed: int | None = None) -> Period:
    """A week that is over, by chance.

    Raises:
        NothingToVerifyError: There is none.
    """
    weeks = read.weeks(scope)
    if not weeks:
        raise NothingToVerifyError("The served version has no week that is over.")
    return week_of(random.Random(seed).choice(weeks))  # noqa: S311 - a sample, no secret


def verify(site: Settings, scope: Scope, weeks: Sequence[Period], *, most: int = 5) -> Verification:
    """Compare every value of some weeks, and of the periods that hold them.

    Args:
        site: Whose lake; its settings must be those of the build.
        scope: The version.
        weeks: The weeks.
        most: How many differences per indicator are told.

    Raises:
        NothingToVerifyError: The version has no values in those weeks.
    """
    began = time.monotonic()
    cut = _cut_of(site, scope)
    reach = read.first_day(scope)
    # The history begins in the middle of a week: its days before that have no values.
    spans = [span for span in spans_of(weeks, cut) if span.kind != "day" or span.name >= reach]
    city = City(site, cut)
    recount, known = Recount(city, spans), formulas()
    served = _served(scope, spans)
    if served.is_empty():
        asked = ", ".join(week.label for week in weeks)
        raise NothingToVerifyError(f"The served version has no values in {asked}.")
    labels = [week.label for week in weeks]
    found = Verification(scope.version, labels, places=served["place"].n_unique())
    for code, levels, periods in (
        read.computed_indicators(scope).select("indicator_code", "levels", "periods").iter_rows()
    ):
        if code not in known:
            found.without_formula.append(code)
            continue
        compared, differing = differences(
            served.filter(pl.col("indicator_code") == code).drop("indicator_code"),
            recount.values(known[code]),
            is_count=known[code].below is None and known[code].above.way in ("sum", "stock"),
            kept=_kept(city, spans, levels.split(), periods.split()),
        )
        found.values += compared
        found.indicators += compared > 0
        if differing.height:
            found.differing[code] = differing.height
            found.differences += [
                _told(code, row, spans) for row in differing.head(most).iter_rows(named=True)
            ]
    found.seconds = time.monotonic() - began
    return found


def _cut_of(site: Settings, scope: Scope) -> Cut:
    record = read_record(site.versions / scope.version)
    return Cut(
        as_of=datetime.fromisoformat(record["as_of"]),
        known_then=bool(record.get("known_then")),
        loads=frozenset(read.loads(scope)),
    )


def _served(scope: Scope, spans: list[Span]) -> pl.DataFrame:
    parts = [
        read.values(scope, span.kind, span.name).with_columns(span=pl.lit(number, pl.Int64))
        for number, span in enumerate(spans)
    ]
    return pl.concat(parts).rename({"area_code": "place"})


def _kept(city: City, spans: list[Span], levels: list[str], periods: list[str]) -> pl.DataFrame:
    places = city.places.levels.filter(pl.col("letter").is_in(levels))
    parts = [
        places.filter(pl.col("rank") <= span.finest).select(
            place="area_code", span=pl.lit(number, pl.Int64)
        )
        for number, span in enumerate(spans)
        if span.letter in periods
    ]
    return pl.concat(parts) if parts else pl.DataFrame(schema={"place": str, "span": pl.Int64})


def _told(code: str, row: dict[str, Any], spans: list[Span]) -> Difference:
    span = spans[row["span"]]
    names = ("numerator", "denominator", "value")
    return Difference(
        indicator_code=code,
        area_code=row["place"],
        period_type=span.kind,
        period_start=span.name,
        served={name: row[f"served_{name}"] for name in names},
        recounted={name: row[f"recounted_{name}"] for name in names},
    )
