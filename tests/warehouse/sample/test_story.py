"""The place told up to one moment and the place told further are one story."""

from __future__ import annotations

from datetime import datetime, timedelta

import polars as pl
import pytest

from warehouse.build.roads import ROADS
from warehouse.sample.generate import found
from warehouse.sample.story import APPENDED, FEEDS, Sequel, Story
from warehouse.sample.worktime import seconds

FOUNDED = datetime(2026, 11, 18, 14, 32, 8)
LATER = FOUNDED + timedelta(days=9, hours=5)
#: They say how far something has come, so a later moment says something else.
MOVING = {"updated_at", "done", "extended"}


def draw() -> Story:
    horizon = FOUNDED + timedelta(days=20)
    shape = {"months": 3, "seed": 7, "scale": 0.1}
    return Story.of(found("district", until=FOUNDED, horizon=horizon, **shape))


@pytest.fixture(scope="module")
def story() -> Story:
    return draw()


def keys(feed: str) -> list[str]:
    return next(list(road.keys) for road in ROADS if road.feed == feed)


def told(story: Story, feed: str, moment: datetime) -> pl.DataFrame:
    return FEEDS[feed](story, story.city.told_until(seconds(moment)))


@pytest.mark.parametrize("feed", FEEDS)
def test_what_was_known_stays_as_it_was(story: Story, feed: str):
    first, later = told(story, feed, FOUNDED), told(story, feed, LATER)
    both = first.join(later, on=keys(feed), how="left", suffix="_later", nulls_equal=True)

    assert both.height == first.height
    for column in set(first.columns) - set(keys(feed)) - MOVING:
        known = both.filter(pl.col(column).is_not_null())
        assert (known[column] == known[f"{column}_later"]).all(), column


@pytest.mark.parametrize("feed", FEEDS)
def test_nothing_is_told_before_it_happens(story: Story, feed: str):
    for frame in (told(story, feed, FOUNDED), told(story, feed, LATER)):
        end = FOUNDED if frame.height == told(story, feed, FOUNDED).height else LATER
        for column, kind in frame.schema.items():
            if kind == pl.Datetime and column != "due_at":
                assert frame[column].max() is None or frame[column].max() <= end, column


def test_the_sequel_brings_every_feed_to_where_it_is_told_at_once(story: Story):
    sequel = Sequel(story, seconds(FOUNDED))
    state = {feed: told(story, feed, FOUNDED) for feed in FEEDS}
    for hours in (1, 2, 20, 101, 221):
        moment = FOUNDED + timedelta(hours=hours)
        for feed, fresh in sequel.until(seconds(moment)).items():
            newest = pl.concat([state[feed], fresh], how="vertical_relaxed")
            state[feed] = newest.unique(keys(feed), keep="last", maintain_order=True)

    for feed, frame in state.items():
        expected = told(story, feed, LATER)
        assert frame.sort(keys(feed)).equals(expected.sort(keys(feed))), feed


def test_a_sequel_begun_later_says_the_same(story: Story):
    first = Sequel(story, seconds(FOUNDED))
    first.until(seconds(FOUNDED + timedelta(days=3)))
    second = Sequel(draw(), seconds(FOUNDED + timedelta(days=3)))

    ahead, caught_up = first.until(seconds(LATER)), second.until(seconds(LATER))

    assert set(ahead) == set(caught_up) >= {"grid/events", *APPENDED}
    assert all(ahead[feed].equals(caught_up[feed]) for feed in ahead)


def test_every_few_days_there_is_something_for_the_wall(story: Story):
    events = told(story, "grid/events", LATER)
    days = events.filter(pl.col("reported_at") > FOUNDED).group_by_dynamic(
        "reported_at", every="1d"
    )

    assert days.agg(pl.len())["len"].min() > 10
