"""What goes on happening in a sample place, and how far it has come at a moment.

Everything is drawn to the horizon; a feed at a moment is what its system would export then. So
the place told up to one moment and the place told further agree on everything before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl

from warehouse.sample import self_government, volunteers
from warehouse.sample.city import City
from warehouse.sample.course import Course
from warehouse.sample.disputes import disputes_frame
from warehouse.sample.draws import Whole
from warehouse.sample.event_frames import (
    callbacks_frame,
    event_ids,
    events_frame,
    last_steps,
    log_frame,
)
from warehouse.sample.events import draw_events
from warehouse.sample.handling import run_through
from warehouse.sample.hearings import ratings_frame
from warehouse.sample.hotline import hotline_frame
from warehouse.sample.mediated import mediated, pairs
from warehouse.sample.orders import reward_tips_frame, service_orders_frame
from warehouse.sample.petitions import petitions_frame
from warehouse.sample.reports import Events
from warehouse.sample.visits import visits_frame
from warehouse.sample.worktime import moments


@dataclass(frozen=True)
class Story:
    """What is drawn once, to the horizon.

    Attributes:
        petitions: The feed `petitions` up to the horizon.
        mediated: Which disputes are those of a petition.
        registered: Day of registration and community of each volunteer.
        team_community: Community of each team.
    """

    city: City
    events: Events
    course: Course
    ids: pl.Series
    petitions: pl.DataFrame
    mediated: pl.DataFrame
    registered: tuple[Whole, Whole]
    team_community: Whole

    @classmethod
    def of(cls, city: City) -> Story:
        """Draw everything that happens in a city."""
        events = draw_events(city)
        course = run_through(city, events)
        ids = event_ids(events)
        whole = city.told_until(city.horizon)
        petitions = petitions_frame(whole)
        return cls(
            city,
            events,
            course,
            ids,
            petitions,
            pairs(city, disputes_frame(whole, events, ids), petitions),
            volunteers.registered(city, city.random("volunteers")),
            volunteers.teams_frame(city)[1],
        )


#: The feeds that go on, each as its system would export it at the `until` of the city.
FEEDS: Mapping[str, Callable[[Story, City], pl.DataFrame]] = {
    "grid/events": lambda story, city: events_frame(city, story.events, story.course, story.ids),
    "grid/event_log": lambda story, city: log_frame(city, story.course, story.ids),
    "grid/callbacks": lambda story, city: callbacks_frame(city, story.course, story.ids),
    "case/disputes": lambda story, city: mediated(
        disputes_frame(city, story.events, story.ids), story.mediated
    ),
    "petition/petitions": lambda _, city: petitions_frame(city),
    "petition/ratings": lambda story, city: ratings_frame(city, story.petitions),
    "grid/hotline_calls": lambda _, city: hotline_frame(city),
    "grid/visits": lambda _, city: visits_frame(city),
    "grid/say_matters": lambda _, city: self_government.say_matters_frame(city),
    "grid/admissions": lambda _, city: self_government.admissions_frame(city),
    "grid/deliberations": lambda _, city: self_government.deliberations_frame(city),
    "volunteer/service_records": lambda story, city: volunteers.records_frame(
        city, *story.registered, story.team_community
    ),
    "volunteer/service_orders": lambda _, city: service_orders_frame(city),
    "case/reward_tips": lambda _, city: reward_tips_frame(city),
}
#: Large feeds of which a row, once written, never changes; and its time.
APPENDED = {
    "grid/event_log": "at",
    "grid/callbacks": "called_at",
    "volunteer/service_records": "started_at",
}


class Sequel:
    """What follows in a story after a moment.

    The large feeds are kept from there on only, so that a further moment costs next to nothing.

    Attributes:
        told: Up to where the rows have been handed out, in seconds since 1970.
    """

    def __init__(self, story: Story, told: int) -> None:
        self.story = story
        self.told = told
        whole = story.city.told_until(story.city.horizon)
        since = moments(np.array([told]))[0].item()
        self._appended = {
            feed: FEEDS[feed](story, whole).filter(pl.col(time) > since)
            for feed, time in APPENDED.items()
        }
        moving = last_steps(story.course, story.city.horizon) > told
        self._moving = np.flatnonzero(moving)
        self._events = FEEDS["grid/events"](story, whole).filter(pl.Series(moving))
        self._before = self._at(told)

    def until(self, moment: int) -> dict[str, pl.DataFrame]:
        """New and changed rows per feed, in the order of the feed; feeds without any are left out.

        Args:
            moment: Seconds since 1970, not before the last one.
        """
        now = self._at(moment)
        fresh = {
            feed: frame.join(
                self._before[feed], on=frame.columns, how="anti", nulls_equal=True,
                maintain_order="left",
            )
            for feed, frame in now.items()
        }  # fmt: skip
        self._before, self.told = now, moment
        return {feed: frame for feed, frame in fresh.items() if frame.height}

    def _at(self, moment: int) -> dict[str, pl.DataFrame]:
        city = self.story.city.told_until(moment)
        at = moments(np.array([moment]))[0].item()
        frames = {}
        for feed, draw in FEEDS.items():
            if feed in APPENDED:
                frames[feed] = self._appended[feed].filter(pl.col(APPENDED[feed]) <= at)
            elif feed == "grid/events":
                last = last_steps(self.story.course, moment)[self._moving]
                stamped = self._events.with_columns(updated_at=pl.Series(moments(last)))
                frames[feed] = stamped.filter(pl.col("reported_at") <= at)
            else:
                frames[feed] = draw(self.story, city)
        return frames
