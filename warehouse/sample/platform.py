"""Checks of grids and departments, and the register of systems and scenarios."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import polars as pl

from warehouse.feeds.program.compliance_checks import DIMENSIONS
from warehouse.sample.city import City
from warehouse.sample.draws import Numbers, Random, Whole, logistic
from warehouse.sample.months import month_starts, months_later
from warehouse.sample.texts import choose, numbered
from warehouse.sample.worktime import DAY

LIST = Path(__file__).with_name("scenarios.csv")
#: Staffing is what fails most; the borders of the grids hardly ever.
HARDNESS = np.array([0.9, -0.7, 0.2, -0.2])


@dataclass(frozen=True)
class Checked:
    """Units checked in one quarter; arrays of one length.

    Attributes:
        department: Index of the department, below zero for a place.
        on: Day of the check since 1970.
        odds: Shift of the log odds of passing.
    """

    area: pl.Series
    department: Whole
    on: Whole
    odds: Numbers


def compliance_checks_frame(city: City) -> pl.DataFrame:
    """The feed `compliance_checks`: every quarter a sample of the grids, and all departments."""
    random = city.random("compliance checks")
    frames = [_checks(city, random, _nothing())]
    for start in month_starts(city):
        if start.month % 3 == 1:
            day = (start - date(1970, 1, 1)).days
            length = (months_later(start, 3) - start).days
            frames.append(_checks(city, random, _grids(city, random, day, length)))
            frames.append(_checks(city, random, _departments(city, random, day, length)))
    frame = pl.concat(frames)
    last = date(1970, 1, 1) + timedelta(days=city.until // DAY)
    frame = frame.filter(pl.col("checked_on") <= last).sort(
        "checked_on", "area_code", "department_code", "dimension"
    )
    return frame.select(
        numbered("JC", np.arange(1, frame.height + 1), 7).alias("check_id"), pl.all()
    )


def _grids(city: City, random: Random, day: int, length: int) -> Checked:
    """A fresh sample of the grids; diligent streets pass more."""
    count = len(city.grid_codes)
    wanted = max(1, round(count * city.profile.program.grids_checked))
    grids = np.sort(random.choice(count, wanted, replace=False))
    odds = 0.7 * city.per_street("diligence")[city.grid_street][grids]
    on = day + 10 + (random.random(wanted) * (length - 15)).astype(np.int64)
    none = np.full(wanted, -1, dtype=np.int64)
    return Checked(choose(city.grid_codes, grids), none, on, odds)


def _departments(city: City, random: Random, day: int, length: int) -> Checked:
    """Every department in the last month of the quarter."""
    count = len(city.profile.departments)
    odds = 0.8 * np.array([department.diligence for department in city.profile.departments])
    on = day + length - 25 + (random.random(count) * 20).astype(np.int64)
    whole = pl.Series([city.profile.code] * count)
    return Checked(whole, np.arange(count), on, odds)


def _nothing() -> Checked:
    none = np.empty(0, dtype=np.int64)
    return Checked(pl.Series([], dtype=pl.String), none, none, np.empty(0))


def _checks(city: City, random: Random, units: Checked) -> pl.DataFrame:
    """Four rows, one per dimension, for each unit."""
    dimensions = list(DIMENSIONS)
    count = len(units.odds)
    hardness = np.repeat(units.odds, 4) + np.tile(HARDNESS, count)
    chance = logistic(city.profile.program.check_logit + hardness)
    unit = np.repeat(np.arange(count), 4)
    codes = [department.code for department in city.profile.departments]
    return pl.DataFrame(
        {
            "area_code": units.area.gather(unit),
            "department_code": choose(codes, units.department[unit]),
            "checked_on": units.on[unit].astype("datetime64[D]"),
            "dimension": dimensions * count,
            "passed": random.random(len(unit)) < chance,
        },
        schema_overrides={"dimension": pl.String},
    )


def scenarios_frame(city: City) -> pl.DataFrame:
    """The feed `scenarios`: the register as handed over at the end of every month, and today."""
    random = city.random("scenarios")
    register = pl.read_csv(LIST)
    codes = {department.code for department in city.profile.departments}
    months = month_starts(city)
    now = datetime(1970, 1, 1) + timedelta(seconds=city.until)
    handed = [datetime.combine(month, datetime.min.time()) for month in months[1:]] + [now]
    rows = []
    for number, (kind, name, department) in enumerate(register.iter_rows(), start=1):
        online = months[0] - timedelta(days=30 + int(random.random() * 1200))
        if random.random() < 0.2:
            online = months[0] + timedelta(days=int(random.random() * 30 * len(months) * 0.8))
        sleeps = kind == "scenario" and random.random() < city.profile.program.scenarios_asleep
        # The last moment at which it had data, if it fell asleep.
        last = handed[int(random.random() * len(handed))] if sleeps else now
        for at in handed:
            if online > at.date():
                continue
            seen = min(at - timedelta(hours=float(random.exponential(20))), last)
            has_data = seen.date() > online
            rows.append(
                (
                    f"{'XT' if kind == 'system' else 'CJ'}{number:02d}",
                    name,
                    kind,
                    department if department in codes else sorted(codes)[0],
                    online,
                    seen.replace(microsecond=0) if has_data else None,
                )
            )
    names = ("scenario_id", "name", "kind", "department_code", "online_since", "last_data_at")
    frame = pl.DataFrame(rows, schema=names, orient="row", infer_schema_length=None)
    return frame.with_columns(pl.col("last_data_at").cast(pl.Datetime("us"))).unique(
        maintain_order=True
    )
