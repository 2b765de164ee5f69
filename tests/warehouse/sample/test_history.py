"""The register of the sample has a past: a move, a split and a merger."""

from __future__ import annotations

from datetime import date, datetime

import numpy as np
import polars as pl
import pytest

from warehouse.sample.city import City, found_city
from warehouse.sample.history import codes_then, former_grids, months_ago, with_history
from warehouse.sample.profiles import PROFILES
from warehouse.sample.registers import areas_frame
from warehouse.sample.worktime import seconds


@pytest.fixture(scope="module")
def city() -> City:
    return found_city(PROFILES["district"].scaled(0.2), 24, 7, datetime(2026, 11, 18, 14, 32, 8))


@pytest.fixture(scope="module")
def areas(city: City) -> pl.DataFrame:
    return with_history(city, areas_frame(city))


def test_months_are_counted_back_to_their_first_day(city: City):
    assert months_ago(city, 5) == date(2026, 6, 1)
    assert months_ago(city, 14) == date(2025, 9, 1)


def test_one_community_moved_and_has_two_rows(areas: pl.DataFrame):
    moved = areas.filter(pl.len().over("area_code") == 2).sort("valid_from")

    assert moved["level"].to_list() == ["community", "community"]
    assert moved["valid_to"].to_list() == [date(2026, 6, 1), None]
    assert moved["valid_from"].to_list() == [date(2020, 1, 1), date(2026, 6, 1)]
    assert moved["parent_code"].n_unique() == 2


def test_the_places_of_today_are_as_many_as_ever(city: City, areas: pl.DataFrame):
    today = areas.filter(pl.col("valid_to").is_null())

    assert today["area_code"].to_list() == areas_frame(city)["area_code"].to_list()


def test_a_split_grid_had_the_people_of_both(city: City, areas: pl.DataFrame):
    split, merged = former_grids(city)
    people = dict(areas.select("area_code", "resident_population").rows())

    assert people[split.code] == sum(people[city.grid_codes[index]] for index in split.grids)
    assert people[merged.code] == 0


def test_events_lie_in_the_grid_of_their_day(city: City):
    split, _ = former_grids(city)
    before = seconds(datetime.combine(split.ended, datetime.min.time())) - 1
    grid = np.array([split.grids[0], split.grids[0], split.grids[1]])

    codes = codes_then(city, grid, np.array([before, before + 1, before]))

    assert codes.to_list() == [split.code, city.grid_codes[split.grids[0]], split.code]
