"""数据质量: batches that came in time, checks that files passed."""

from __future__ import annotations

import csv
from datetime import datetime, timedelta
from itertools import pairwise

import polars as pl

from warehouse.settings import TRANSFORM_DIR
from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries

_SEEDS = TRANSFORM_DIR / "seeds"
_STEPS = {"day": "1d", "week": "1w", "month": "1mo", "quarter": "1q"}


def batches(city: City) -> pl.DataFrame:
    """One row per batch that is settled: `settled`, `in_time`.

    A batch is due some hours (grace) after every day, week, month or quarter of its feed's
    rhythm. It is there in time if, since the deadline before, a file came with good rows whose
    newest entry was no older than agreed. The feed owes nothing before its first file.
    """
    loads = city.loads().filter(pl.col("status") == "loaded", pl.col("accepted") > 0)
    agreed = {row["feed_code"]: row["expected_hours"] for row in _seed("feeds")}
    found: list[tuple[datetime, bool]] = []
    for row in _seed("feed_rhythms"):
        code, grace = row["feed_code"], timedelta(hours=float(row["grace_hours"]))
        came = loads.filter(pl.col("feed") == code).sort("loaded_at")
        if came.height and code in agreed:
            deadlines = _deadlines(came["loaded_at"][0], city.cut.as_of, row["rhythm"], grace)
            fresh = _fresh(came, agreed[code])
            found += _settled(deadlines, fresh, city.cut.as_of)
    schema: dict[str, pl.DataType] = {"settled": pl.Datetime("us"), "in_time": pl.Boolean()}
    return pl.DataFrame(found, schema=schema, orient="row").with_columns(place=pl.lit(city.root))


def _seed(name: str) -> list[dict[str, str]]:
    with (_SEEDS / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _deadlines(first: datetime, as_of: datetime, rhythm: str, grace: timedelta) -> list[datetime]:
    """From the last deadline before the first file to the first one after the cut."""
    ends = pl.datetime_range(
        first - timedelta(days=400), as_of + timedelta(days=200), "1d", eager=True
    )
    ends = ends.dt.truncate(_STEPS[rhythm]).unique().sort()
    known = [end + grace for end in ends]
    before = max(deadline for deadline in known if deadline <= first)
    after = min(deadline for deadline in known if deadline > as_of)
    return [deadline for deadline in known if before <= deadline <= after]


def _fresh(came: pl.DataFrame, hours: str) -> list[datetime]:
    """When files came whose newest entry was fresh enough."""
    if hours:
        age = pl.col("loaded_at") - pl.col("latest")
        came = came.filter(age <= timedelta(hours=float(hours)))
    times: list[datetime] = came["loaded_at"].to_list()
    return times


def _settled(
    deadlines: list[datetime], fresh: list[datetime], as_of: datetime
) -> list[tuple[datetime, bool]]:
    found = []
    for opens, closes in pairwise(deadlines):
        arrived = [moment for moment in fresh if opens <= moment < closes]
        if arrived:
            found.append((arrived[0], True))
        elif closes < as_of:
            found.append((closes, False))
    return found


def _due(city: City) -> pl.DataFrame:
    return entries(city.derived(batches), "settled", place="place")


def _in_time(city: City) -> pl.DataFrame:
    return entries(city.derived(batches).filter("in_time"), "settled", place="place")


def _checked(city: City) -> pl.DataFrame:
    """The files that went through the checks of their contract."""
    loads = city.loads().with_columns(place=pl.lit(city.root))
    passed = pl.col("checks_run") - pl.col("checks_broken")
    return loads.filter(pl.col("checks_run") > 0).with_columns(passed=passed)


def _checks(city: City) -> pl.DataFrame:
    return entries(city.derived(_checked), "loaded_at", place="place", amount="checks_run")


def _passed(city: City) -> pl.DataFrame:
    return entries(city.derived(_checked), "loaded_at", place="place", amount="passed")


FORMULAS = {
    "SMT-06A": Formula(Count(_in_time), Count(_due), 100),
    "SMT-06B": Formula(Count(_passed), Count(_checks), 100),
}
