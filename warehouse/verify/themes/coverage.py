"""创建与覆盖: places that have a facility, a person, enough organisations, a title."""

from __future__ import annotations

from functools import partial

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, stock
from warehouse.verify.coverage import at_level, covered, dated, stock_of_units, units
from warehouse.verify.themes.registers import GRIDS, POPULATION, grids

_LEVEL = pl.col("level")
_UNITS = {
    "communities": _LEVEL == "community",
    "urban": (_LEVEL == "community") & ~pl.col("is_village"),
    "villages": pl.col("is_village"),
    "streets": _LEVEL == "street",
    "counties_and_towns": _LEVEL.is_in(["district", "street"]),
    "villages_and_towns": pl.col("is_village") | pl.col("is_town"),
    "streets_and_communities": _LEVEL.is_in(["street", "community"]),
}


def _those(city: City, which: str) -> pl.DataFrame:
    return units(city, _UNITS[which])


def _all(city: City, which: str) -> pl.DataFrame:
    return stock_of_units(_those(city, which))


def _facilities(city: City, kind: str) -> pl.DataFrame:
    rows = city.rows("base/facilities").filter(pl.col("kind") == kind)
    return dated(rows, "opened_on", "closed_on")


def _with_facility(city: City, which: str, kind: str, below: bool) -> pl.DataFrame:
    """`below`: what lies in a grid counts for its community; else only the unit's own."""
    things = _facilities(city, kind)
    things = at_level(city, things, "community") if below else things
    return covered(_those(city, which), things)


def _with_police(city: City) -> pl.DataFrame:
    police = city.rows("base/rosters").filter(pl.col("role") == "police")
    there = at_level(city, dated(police, "since", "until"), "community")
    return covered(_those(city, "communities"), there)


def _with_mediators(city: City) -> pl.DataFrame:
    mediators = city.rows("base/rosters").filter(pl.col("role") == "mediator")
    return covered(_those(city, "streets"), dated(mediators, "since", "until"), least=2)


def _organisations(city: City) -> pl.DataFrame:
    return dated(city.rows("base/social_orgs"), "since", "until")


def _all_organisations(city: City) -> pl.DataFrame:
    return stock(_organisations(city), "comes", "goes")


def _with_organisations(city: City) -> pl.DataFrame:
    """Ten are enough for a community, five for a village."""
    there = at_level(city, _organisations(city), "community")
    least = pl.when("is_village").then(5).otherwise(10)
    return covered(_those(city, "communities"), there, least)


def _with_title(city: City, which: str, kind: str) -> pl.DataFrame:
    titles = city.rows("base/awards").filter(pl.col("kind") == kind)
    return covered(_those(city, which), dated(titles, "awarded_on", "revoked_on"))


def _with_branch(city: City) -> pl.DataFrame:
    branches = dated(city.rows("base/party_branches"), "since", "until")
    return covered(city.derived(grids), branches)


def ratings(city: City) -> pl.DataFrame:
    """One row per rating of a branch, in force until the next one or the end of the branch."""
    branches = city.rows("base/party_branches").select("branch_id", "area_code", "until")
    rated = city.rows("base/party_branches", "rated_on").drop_nulls(["star", "rated_on"])
    rated = rated.select("branch_id", "star", "rated_on").join(branches, on="branch_id")
    rated = rated.sort("branch_id", "rated_on")
    following = pl.col("rated_on").shift(-1).over("branch_id")
    rated = rated.with_columns(ends_on=pl.min_horizontal(following, "until"))
    rated = rated.filter(pl.col("ends_on").is_null() | (pl.col("rated_on") < pl.col("ends_on")))
    return dated(rated, "rated_on", "ends_on")


def _rated(city: City) -> pl.DataFrame:
    return stock(city.derived(ratings), "comes", "goes")


def _four_stars(city: City) -> pl.DataFrame:
    return stock(city.derived(ratings).filter(pl.col("star") >= 4), "comes", "goes")


def _share(which: str, above: Count) -> Formula:
    return Formula(above, Count(partial(_all, which=which), "stock"), 100)


def _facility(which: str, kind: str, below: bool = True) -> Formula:
    made = partial(_with_facility, which=which, kind=kind, below=below)
    return _share(which, Count(made, "stock"))


def _title(which: str, kind: str) -> Formula:
    return _share(which, Count(partial(_with_title, which=which, kind=kind), "stock"))


FORMULAS = {
    "POL-01": Formula(Count(_with_branch, "stock"), GRIDS, 100),
    "POL-02": Formula(Count(_four_stars, "stock"), Count(_rated, "stock"), 100),
    "SLF-01": _facility("communities", "service_hall"),
    "SLF-02": _facility("urban", "community_service"),
    "SLF-03": _facility("villages", "community_service"),
    "SLF-04": _facility("counties_and_towns", "incubator", below=False),
    "SLF-05": _share("communities", Count(_with_organisations, "stock")),
    "SLF-09": Formula(Count(_all_organisations, "stock"), POPULATION, 10_000, is_monthly=True),
    "LAW-15": _share("communities", Count(_with_police, "stock")),
    "LAW-16A": _facility("streets", "psych_room", below=False),
    "LAW-16B": _facility("communities", "psych_room"),
    "LAW-24": _share("streets", Count(_with_mediators, "stock")),
    "LAW-25": _title("streets_and_communities", "safe_unit"),
    "LAW-26": _title("communities", "democratic_rule_village"),
    "MOR-01": _title("villages_and_towns", "civilised_village"),
}
