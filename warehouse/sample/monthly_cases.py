"""Sums per community and month that courts and police hand over."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Numbers, Random
from warehouse.sample.months import last_day, months_later, whole_months

#: January first: courts rest around the Spring Festival and clear their desks before the summer.
COURT_MONTHS = np.array([0.9, 0.6, 1.15, 1.1, 1.1, 1.15, 1.0, 1.0, 1.05, 0.95, 1.05, 0.95])
#: Summer nights and the weeks before the Spring Festival keep the police busy.
POLICE_MONTHS = np.array([1.05, 0.8, 0.95, 0.95, 1.0, 1.1, 1.15, 1.15, 1.0, 0.95, 0.95, 0.95])
#: How unequal communities are: shape of the gamma distribution.
COURT_SHAPE = 2.2
POLICE_SHAPE = 5.0


def court_filings_frame(city: City) -> pl.DataFrame:
    """The feed `court_filings`: one row per community and reported month."""
    random = city.random("court filings")
    rates = city.profile.program
    count = len(city.community_codes)
    temper = random.gamma(COURT_SHAPE, 1 / COURT_SHAPE, count)
    temper = np.where(random.random(count) < rates.lawsuit_free, 0.0, temper)
    months = _reported_months(city)
    ago = np.array([(last_day(city) - month).days / 365 for month in months])
    trend = (1 + rates.lawsuits_trend) ** -ago
    expected = _expected(city, months, rates.lawsuits, COURT_MONTHS) * trend[:, None] * temper
    # The quiet communities must not lower the whole place.
    expected /= max(1 - rates.lawsuit_free, 0.1)
    cases = random.poisson(expected)
    administrative = random.binomial(cases, rates.administrative_share)
    return _frame(city, random, months, civil=cases - administrative, administrative=administrative)


def security_incidents_frame(city: City) -> pl.DataFrame:
    """The feed `security_incidents`: one row per community and reported month."""
    random = city.random("security incidents")
    rates = city.profile.program
    temper = random.gamma(POLICE_SHAPE, 1 / POLICE_SHAPE, len(city.community_codes))
    months = _reported_months(city)
    criminal, public_order = (
        random.poisson(_expected(city, months, rate, POLICE_MONTHS) * temper)
        for rate in (rates.criminal, rates.public_order)
    )
    return _frame(city, random, months, criminal=criminal, public_order=public_order)


def _reported_months(city: City) -> list[date]:
    """The months that have been handed over by now."""
    today = last_day(city)
    wait = city.profile.program.reported_by_day
    return [
        month for month in whole_months(city) if (today - months_later(month, 1)).days >= wait - 1
    ]


def _expected(city: City, months: list[date], rate: float, season: Numbers) -> Numbers:
    """Cases expected per month (rows) and community (columns)."""
    people = city.community_residents * (1 + city.profile.floating_share)
    weight = season[[month.month - 1 for month in months]]
    return np.outer(weight, people / 10_000 * rate / 12)


def _frame(city: City, random: Random, months: list[date], **counts: np.ndarray) -> pl.DataFrame:
    """One row per month and community, without those that nobody handed in."""
    size = len(months), len(city.community_codes)
    kept = random.random(size) >= city.profile.program.month_missing
    return pl.DataFrame(
        {
            "area_code": city.community_codes * size[0],
            "month": np.repeat(np.array([f"{month:%Y-%m}" for month in months]), size[1]),
            **{name: values.ravel() for name, values in counts.items()},
        }
    ).filter(pl.Series(kept.ravel()))
