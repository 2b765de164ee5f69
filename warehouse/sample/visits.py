"""What grid workers keep up: visits that were owed and made, and the register of persons."""

from __future__ import annotations

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Numbers, logistic
from warehouse.sample.texts import choose
from warehouse.sample.worktime import DAY

#: One grid in so many has a worker who is behind with everything.
BEHIND = 0.05
BEHIND_ODDS = -2.2


def visits_frame(city: City) -> pl.DataFrame:
    """The feed `visits`: one row per grid and week, the running week as far as it has come."""
    random = city.random("visits")
    monday = city.days[0] - (city.days[0] + 3) % 7
    weeks = np.arange(monday, city.horizon // DAY + 1, 7)
    grids = len(city.grid_codes)
    week = np.repeat(weeks, grids)
    grid = np.tile(np.arange(grids), len(weeks))
    size = city.residents / city.residents.mean()
    required = random.poisson(city.profile.grid.visits_per_week * size[grid])
    odds = city.profile.grid.visits_done_logit + _diligence(city, random.random(grids))[grid]
    done = random.binomial(required, logistic(odds))
    passed = np.clip((city.until - week * DAY) / (7 * DAY), 0, 1)
    has_begun = pl.Series(week <= city.until // DAY)
    return pl.DataFrame(
        {
            "area_code": choose(city.grid_codes, grid),
            "period_start": week.astype("datetime64[D]"),
            "required": required,
            # A visit once made stays made, so the running week is a part of what it will be.
            "done": np.floor(done * passed).astype(np.int64),
        }
    ).filter(has_begun, pl.col("required") > 0)


def population_records_frame(city: City) -> pl.DataFrame:
    """The feed `population_records`: a count per grid on the first of every month."""
    random = city.random("population records")
    months = np.unique(city.past_days.astype("datetime64[D]").astype("datetime64[M]"))
    days = np.append(months, months[-1:] + 1).astype("datetime64[D]").astype(np.int64)
    days = days[(days >= city.days[0]) & (days <= city.until // DAY)]
    grids = len(city.grid_codes)
    first, last = city.profile.grid.records_share
    grown = np.linspace(first, last, len(days))
    odds = 0.25 * _diligence(city, random.random(grids))
    # Where many lodgers live, more are on record than are resident.
    crowded = np.where(random.random(grids) < 0.06, random.uniform(1.3, 1.65, grids), 1.0)
    share = np.clip(random.normal(1, 0.1, grids) * (1 + 0.2 * odds) * crowded, 0.3, 1.7)
    shaken = np.outer(grown, share) * random.normal(1, 0.006, (len(days), grids))
    records = np.round(shaken * city.residents).astype(np.int64)
    return pl.DataFrame(
        {
            "area_code": choose(city.grid_codes, np.tile(np.arange(grids), len(days))),
            "as_of": np.repeat(days, grids).astype("datetime64[D]"),
            "records_valid": records.ravel(),
        }
    )


def _diligence(city: City, drawn: Numbers) -> Numbers:
    """Shift of the odds of each grid: its street's, and for a few a worker who is behind."""
    street = city.per_street("diligence")[city.grid_street]
    return np.asarray(street + np.where(drawn < BEHIND, BEHIND_ODDS, 0.0))
