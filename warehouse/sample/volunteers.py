"""Volunteers, their teams and their service: many registered, few active, fewer very active."""

from __future__ import annotations

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Random, Whole, lognormal, pick
from warehouse.sample.rhythm import month_of
from warehouse.sample.texts import choose, numbered
from warehouse.sample.worktime import DAY, HOUR, NEVER, Seconds, moments

TEAM_KINDS = ("社区服务", "文明建设", "环境保护", "扶老助残", "应急救援", "法律服务", "文化体育")
SERVICE_KINDS = TEAM_KINDS
#: January first: the month of Lei Feng stands out, the last quarter dips.
MONTHS = np.array([0.9, 0.85, 2.2, 1.1, 1.1, 1.05, 1.05, 1.0, 1.0, 0.8, 0.75, 0.8])
#: Spread of the hours among the active: the top tenth gives a good half of them.
SKEW = 1.6
#: Records per year of the least and of the most active.
SELDOM = 0.55
MOST = 120.0
YEARS_OF_REGISTER = 8


def registered(city: City, random: Random) -> tuple[Whole, Whole]:
    """Day of registration (since 1970) and home community of each volunteer."""
    count = round(city.profile.cases.volunteer_share * city.residents.sum())
    last = city.founded // DAY
    days = np.arange(last - YEARS_OF_REGISTER * 365, last + 1)
    growth = np.exp(-((days[-1] - days) / 365.0) / 6)
    day = np.sort(days[pick(random, MONTHS[month_of(days)] * growth, count)])
    warmth = random.lognormal(0, 0.3, len(city.community_codes))
    return day, pick(random, city.community_residents * warmth, count)


def volunteers_frame(city: City, day: Whole, community: Whole) -> pl.DataFrame:
    """The feed `volunteers`, by day of registration."""
    random = city.random("withdrawals")
    left = day + (random.random(len(day)) ** 0.7 * 2500).astype(np.int64) + 30
    left = np.where((random.random(len(day)) < 0.03) & (left <= city.founded // DAY), left, NEVER)
    return pl.DataFrame(
        {
            "volunteer_key": volunteer_keys(len(day)),
            "area_code": choose(city.community_codes, community),
            "registered_on": day.astype("datetime64[D]"),
            "withdrawn_on": left.astype("datetime64[D]"),
        }
    )


def volunteer_keys(count: int) -> pl.Series:
    """Keys in the order of registration."""
    return numbered("ZY", np.arange(1, count + 1), 7)


def teams_frame(city: City) -> tuple[pl.DataFrame, Whole]:
    """The feed `teams`, and the community of each."""
    random = city.random("teams")
    count = max(
        len(city.community_codes),
        round(city.profile.cases.teams_per_1000 * city.residents.sum() / 1000),
    )
    community = np.sort(
        np.concatenate(
            [
                np.arange(len(city.community_codes)),
                pick(random, city.community_residents, count - len(city.community_codes)),
            ]
        )
    )
    last = city.founded // DAY
    founded = last - 40 - (random.random(count) * 3200).astype(np.int64)
    ended = founded + 400 + (random.random(count) * 3000).astype(np.int64)
    ended = np.where((random.random(count) < 0.04) & (ended <= last), ended, NEVER)
    frame = pl.DataFrame(
        {
            "team_id": [f"TD{number:05d}" for number in range(1, count + 1)],
            "area_code": choose(city.community_codes, community),
            "kind": choose(TEAM_KINDS, pick(random, (30, 18, 14, 14, 8, 7, 9), count)),
            "founded_on": founded.astype("datetime64[D]"),
            "dissolved_on": ended.astype("datetime64[D]"),
        }
    )
    return frame, community


def records_frame(city: City, day: Whole, community: Whole, team_community: Whole) -> pl.DataFrame:
    """The feed `service_records`, by time."""
    random = city.random("service")
    who = _servings(city, random, len(day))
    at = _moments(city, random, len(who))
    kept = (at // DAY >= day[who]) & (at <= city.horizon)
    who, at = who[kept], at[kept]
    order = np.argsort(at, kind="stable")
    who, at = who[order], at[order]
    hours = np.clip(np.round(lognormal(random, 2.6, 0.5, len(who)) * 2) / 2, 0.5, 12)
    at_home = random.random(len(who)) < 0.85
    place = np.where(at_home, community[who], pick(random, city.community_residents, len(who)))
    team = _teams_of(random, community[who], team_community)
    activity = at // DAY * 1000 + place
    return pl.DataFrame(
        {
            "record_id": numbered("FW", np.arange(1, len(who) + 1), 8),
            "volunteer_key": volunteer_keys(len(day)).gather(who),
            "team_id": choose(
                [f"TD{number:05d}" for number in range(1, len(team_community) + 1)], team
            ),
            "activity_id": pl.Series(activity).cast(pl.String),
            "area_code": choose(city.community_codes, place),
            "kind": choose(SERVICE_KINDS, pick(random, (34, 20, 15, 14, 3, 5, 9), len(who))),
            "started_at": moments(at),
            "hours": hours,
        }
    ).filter(pl.Series(at <= city.until))


def _servings(city: City, random: Random, count: int) -> Whole:
    """Who served, once per record: a third of the register, most of them seldom."""
    cases = city.profile.cases
    active = random.random(count) < cases.volunteer_active * 1.4
    zeal = np.where(active, lognormal(random, 1.0, SKEW, count), 0.0)
    usual = zeal / zeal[active].mean() * (cases.records_per_active_year - SELDOM)
    wanted = np.where(active, np.minimum(SELDOM + usual, MOST) * city.years, 0.0)
    return np.repeat(np.arange(count), random.poisson(wanted))


def _moments(city: City, random: Random, count: int) -> Seconds:
    days = city.days
    weekend = (days + 3) % 7 >= 5
    weight = MONTHS[month_of(days)] * np.where(weekend, 1.7, 1.0)
    day = days[pick(random, weight, count)]
    hour = np.array([8, 8.5, 9, 9.5, 10, 14, 14.5, 15, 16, 18.5])
    start = hour[pick(random, (5, 8, 18, 10, 8, 16, 12, 10, 6, 7), count)]
    return np.asarray(day * DAY + (start * HOUR).astype(np.int64))


def _teams_of(random: Random, community: Whole, team_community: Whole) -> Whole:
    """A team of the volunteer's community; some teams only exist on paper."""
    first = np.searchsorted(team_community, community, "left")
    count = np.searchsorted(team_community, community, "right") - first
    # The later teams of a community hardly ever meet.
    order = np.floor(count * random.random(len(community)) ** 2.2).astype(np.int64)
    team = first + np.minimum(order, np.maximum(np.ceil(count * 0.78).astype(np.int64) - 1, 0))
    return np.where(random.random(len(community)) < 0.08, -1, team)
