"""The hotline by the hour: how much it rings, what is answered, what becomes a ticket."""

from __future__ import annotations

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import logistic
from warehouse.sample.rhythm import day_weights, hour_shares
from warehouse.sample.worktime import DAY

HOURS = 24
#: An overload: so many times the usual calls, and so much lower log odds of being answered.
OVERLOAD_VOLUME = 2.6
OVERLOAD_ODDS = -3.2
#: Fewer agents sit there at night.
NIGHT_ODDS = -0.7


def hotline_frame(city: City) -> pl.DataFrame:
    """The feed `hotline_calls`: every hour that is over."""
    random = city.random("hotline")
    rates = city.profile.grid
    day = np.repeat(city.days, HOURS)
    hour = np.tile(np.arange(HOURS), len(city.days))
    weight = day_weights(city.days, city.calendar)
    usual = rates.calls_per_1000 * city.residents.sum() / 1000 / 365
    expected = usual * np.repeat(weight, HOURS) * np.tile(hour_shares("citizen"), len(city.days))
    busy = (hour >= 8) & (hour < 22)
    overloaded = busy & (
        random.random(len(day)) < rates.overloads_per_year / 365 / busy[:HOURS].sum()
    )
    calls = random.poisson(np.where(overloaded, expected * OVERLOAD_VOLUME, expected))
    odds = rates.calls_answered_logit + random.normal(0, 0.35, len(day))
    odds += np.where(overloaded, OVERLOAD_ODDS, 0) + np.where(busy, 0, NIGHT_ODDS)
    answered = random.binomial(calls, logistic(odds))
    direct = random.binomial(answered, rates.direct_answers)
    frame = pl.DataFrame(
        {
            "date": day.astype("datetime64[D]"),
            "hour": hour,
            "calls_in": calls,
            "calls_answered": answered,
            # Some callers hang up before there is anything to write down.
            "tickets": random.binomial(answered - direct, 0.97),
            "direct_answers": direct,
        }
    )
    return frame.filter(pl.Series(day * DAY + (hour + 1) * 3600 <= city.until))
