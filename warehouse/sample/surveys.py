"""Surveys: a superior's twice a year, a third party's per street once, a place's own monthly."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Random
from warehouse.sample.worktime import DAY

#: Month and day, who measures, per street or for each district.
WAVES = (
    (6, 10, "superior", "district"),
    (9, 15, "third_party", "street"),
    (11, 5, "superior", "district"),
    *((month, 25, "self", "district") for month in range(1, 13)),
)
SCHEMA = {
    "survey_id": pl.String,
    "area_code": pl.String,
    "kind": pl.String,
    "wave_on": pl.Date,
    "respondents": pl.Int64,
    "positive": pl.Int64,
    "measured_by": pl.String,
}
Row = tuple[str, str, str, date, int, int, str]


def surveys_frame(city: City) -> pl.DataFrame:
    """The feed `surveys`: 安全感 and 满意度 of every wave; a place's own results flatter it."""
    random = city.random("surveys")
    first, last = (
        date(1970, 1, 1) + timedelta(days=int(moment // DAY)) for moment in (city.start, city.until)
    )
    rows: list[Row] = []
    for year in range(first.year, last.year + 1):
        for month, day, by, where in WAVES:
            wave = date(year, month, day)
            for kind in ("safety", "satisfaction"):
                drawn = _wave(city, random, wave, (kind, by, where))
                rows += drawn if first <= wave <= last else []
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def _wave(city: City, random: Random, wave: date, what: tuple[str, str, str]) -> list[Row]:
    kind, by, where = what
    rates = city.profile.coverage
    usual = rates.feels_safe if kind == "safety" else rates.is_satisfied
    number = f"DC{wave:%Y%m}{'AQ' if kind == 'safety' else 'MY'}"
    if where == "district":
        places = [(code, rates.survey_sample, 0.0) for code in city.district_codes]
    else:
        share = max(60, rates.survey_sample // len(city.street_codes))
        streets = zip(city.street_codes, city.profile.streets, strict=True)
        places = [(code, share, 0.012 * street.diligence) for code, street in streets]
    rows: list[Row] = []
    for code, asked, shift in places:
        size = int(asked * random.uniform(0.9, 1.1))
        chance = usual + shift + (rates.self_measured_gain if by == "self" else 0.0)
        positive = int(random.binomial(size, min(chance, 0.998)))
        rows.append((number, code, kind, wave, size, positive, by))
    return rows
