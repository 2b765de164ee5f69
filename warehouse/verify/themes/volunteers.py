"""志愿服务: who is registered, who serves, how long, which teams live."""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries, stock
from warehouse.verify.themes.registers import POPULATION


def served(city: City) -> pl.DataFrame:
    """One row per record of service before the cut, with the volunteer's own place and dates."""
    records = city.rows("volunteer/service_records").filter(
        pl.col("started_at") < city.cut.as_of, pl.col("hours") > 0
    )
    homes = city.rows("volunteer/volunteers").select("volunteer_key", home="area_code")
    return records.join(homes, on="volunteer_key", how="left")


def _registered(city: City) -> pl.DataFrame:
    return stock(city.rows("volunteer/volunteers"), "registered_on", "withdrawn_on")


def _active(city: City) -> pl.DataFrame:
    at_home = city.derived(served).drop_nulls("home")
    return entries(at_home, "started_at", place="home", key="volunteer_key")


def _serving(city: City) -> pl.DataFrame:
    return entries(city.derived(served), "started_at", amount="hours", key="volunteer_key")


def _teams(city: City) -> pl.DataFrame:
    return stock(city.rows("volunteer/teams"), "founded_on", "dissolved_on")


def _active_teams(city: City) -> pl.DataFrame:
    teams = city.rows("volunteer/teams").select("team_id", home="area_code")
    of_teams = city.derived(served).drop("home").join(teams, on="team_id")
    return entries(of_teams, "started_at", place="home", key="team_id")


_VOLUNTEERS = Count(_registered, "stock")
_HOURS = Count(_serving)

FORMULAS = {
    "MOR-02": Formula(_VOLUNTEERS, POPULATION, 100),
    "MOR-03": Formula(Count(_active, "keys", days=365), _VOLUNTEERS, 100),
    "MOR-04A": Formula(_HOURS, Count(_serving, "keys")),
    "MOR-04B": Formula(Count(_serving, "top_tenth"), _HOURS, 100),
    "MOR-06": Formula(Count(_active_teams, "keys", days=90), Count(_teams, "stock"), 100),
    "MOR-09": Formula(_HOURS),
}
