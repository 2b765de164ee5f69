"""民意调查: what people answered, as others than the site itself asked them."""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries


def _safety(city: City) -> pl.DataFrame:
    """Answers about safety; a survey told for streets and their district counts by streets."""
    rows = city.rows("base/surveys").filter(
        pl.col("kind") == "safety", pl.col("measured_by") != "self"
    )
    above = city.places.ancestors.filter(pl.col("place") != pl.col("ancestor"))
    told_below = rows.select("survey_id", place="area_code").join(above, on="place")
    told_below = told_below.select("survey_id", area_code="ancestor").unique()
    return rows.join(told_below, on=["survey_id", "area_code"], how="anti")


def _answers(city: City) -> pl.DataFrame:
    return entries(city.derived(_safety), "wave_on", amount="respondents")


def _safe(city: City) -> pl.DataFrame:
    return entries(city.derived(_safety), "wave_on", amount="positive")


FORMULAS = {
    "LAW-17": Formula(Count(_safe), Count(_answers), 100),
}
