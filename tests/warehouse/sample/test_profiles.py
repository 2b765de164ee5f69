"""The four sample places: the promised counts, maps without gaps, and feeds that can be loaded."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import polars as pl
import pytest
import shapely

from warehouse.load import load
from warehouse.sample import generate, registers, social_orgs, tasks, volunteers
from warehouse.sample.city import City, found_city
from warehouse.sample.dirt import refused
from warehouse.sample.profiles import PROFILES
from warehouse.settings import Settings

UNTIL = datetime(2026, 11, 18, 14, 32, 8)
NEW = ("city", "county", "province")


@lru_cache
def whole(profile: str) -> City:
    """A place at full scale; no event is drawn."""
    return found_city(PROFILES[profile], 1, 7, UNTIL)


@lru_cache
def areas(profile: str) -> pl.DataFrame:
    return registers.areas_frame(whole(profile))


def levels(profile: str) -> dict[str, int]:
    return dict(Counter(areas(profile)["level"].to_list()))


def test_the_city_has_the_shape_of_the_seed_documents():
    assert levels("city") == {
        "city": 1, "district": 4, "street": 79, "community": 1017, "grid": 1900,
    }  # fmt: skip
    grids = areas("city").filter(pl.col("level") == "grid")
    assert Counter(grids["kind"].to_list()) == {"综合": 1750, "专属": 150}
    assert whole("city").residents.sum() == 1_500_000
    streets = areas("city").filter(pl.col("level") == "street")
    assert set(streets["kind"]) == {"街道", "镇", "乡"}
    places = areas("city").filter(pl.col("level") == "community")
    assert set(places["kind"]) == {"社区", "村"}


def test_the_city_has_355_pilots_150_projects_and_2463_teams():
    kinds = Counter(tasks.tasks_frame(whole("city"))["kind"].to_list())
    assert (kinds["pilot"], kinds["project"]) == (355, 150)
    teams, _ = volunteers.teams_frame(whole("city"))
    assert teams.height == 2463


def test_the_city_has_372_organisations_of_which_41_were_incubated():
    orgs = social_orgs.social_orgs_frame(whole("city"))
    assert (orgs.height, orgs["until"].count()) == (372, 0)
    incubated = Counter(orgs.filter("incubated")["kind"].to_list())
    assert incubated == {"public_welfare": 6, "service": 9, "mutual_aid": 10, "other": 16}


def test_the_county_has_two_systems_of_grids():
    county = areas("county")
    (street,) = county.filter(pl.col("kind") == "街道")["area_code"]
    grids = county.filter(pl.col("level") == "grid")["area_code"]
    fine = grids.str.starts_with(street[:9])
    assert (fine.sum(), (~fine).sum()) == (421, 376)
    places = Counter(county.filter(pl.col("level") == "community")["kind"].to_list())
    assert places["村"] > 5 * places["社区"]


def test_the_province_has_eleven_cities_and_a_new_area_and_says_that_it_is_a_sample():
    province = areas("province")
    cities = province.filter(pl.col("level") == "city")
    assert Counter(cities["kind"].to_list()) == {"市": 11, "新区": 1}
    (name,) = province.filter(pl.col("level") == "province")["area_name"]
    assert "抽样" in name


@pytest.mark.parametrize("profile", PROFILES)
def test_every_place_but_the_root_lies_in_one_of_the_level_above(profile: str):
    frame = areas(profile)
    parents = frame.select(parent_code="area_code", parent_level="level", above="geometry")
    joined = frame.join(parents, on="parent_code", how="left")
    roots = joined.filter(pl.col("parent_level").is_null())
    assert roots["area_code"].to_list() == [PROFILES[profile].code]
    order = ["province", "city", "district", "street", "community", "grid"]
    below = joined.filter(pl.col("parent_level").is_not_null())
    for level, parent in below.select("level", "parent_level").unique().iter_rows():
        assert order.index(level) == order.index(parent) + 1
    assert frame["area_code"].is_unique().all()
    assert frame["area_code"].str.starts_with("99").all()


@pytest.mark.parametrize("profile", PROFILES)
def test_the_map_has_no_gap_and_no_overlap(profile: str):
    grids = whole(profile).geography.grids
    assert all(shapely.is_valid(grids))
    assert shapely.coverage_is_valid(grids)
    assert shapely.area(grids).sum() == pytest.approx(whole(profile).geography.whole.area)


@pytest.mark.parametrize("profile", PROFILES)
def test_names_of_streets_are_told_apart(profile: str):
    names = [street.name for street in PROFILES[profile].streets]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("profile", PROFILES)
def test_what_the_wall_finds_today_lies_in_places_that_there_are(profile: str):
    city, today = whole(profile), PROFILES[profile].today
    for street, community, *_ in (*today.clusters, *today.stuck, *today.nearly_due):
        assert city.community(street, community) is not None
    for street, community, *_ in today.returning:
        assert city.community(street, community) is not None


@pytest.mark.parametrize("profile", NEW)
def test_a_tiny_one_loads_with_nothing_refused_but_the_dirt(profile: str, tmp_path: Path):
    site = Settings(var=tmp_path)
    generate(profile=profile, months=2, seed=5, until=UNTIL, out=site.landing, scale=0.03)
    report = load(site)
    assert report.refused_files.is_empty()
    quarantined = dict(report.per_feed.select("feed", "quarantined").iter_rows())
    assert {feed: rows for feed, rows in quarantined.items() if rows} == refused()
