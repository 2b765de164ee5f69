"""Service orders of residents, and tips to the police with their rewards."""

from __future__ import annotations

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Random, Whole, logistic, lognormal, pick
from warehouse.sample.rhythm import day_weights, moments_between, month_of
from warehouse.sample.texts import choose, numbered
from warehouse.sample.volunteers import MONTHS
from warehouse.sample.worktime import DAY, HOUR, NEVER, moments

#: What is ordered, and how often.
KINDS = (
    ("家电维修", 18),
    ("代办代购", 16),
    ("陪诊就医", 13),
    ("助浴助洁", 12),
    ("课后看护", 11),
    ("义诊理发", 10),
    ("心理疏导", 6),
    ("法律咨询", 6),
    ("宠物与绿植照看", 4),
    ("其他", 4),
)
DAYS_GIVEN = (1, 2, 3, 5, 7)
STARS = (0.004, 0.008, 0.03, 0.178, 0.78)


def service_orders_frame(city: City) -> pl.DataFrame:
    """The feed `service_orders`, by the moment of ordering."""
    random = city.random("service orders")
    rates = city.profile.program
    count = round(rates.orders * city.residents.sum() / 1000 * city.years * 52)
    weights = day_weights(city.days, city.calendar) * MONTHS[month_of(city.days)] ** 0.4
    ordered = moments_between(random, city.days, weights, count, "citizen")
    community = _communities(city, random, count)
    diligence = city.per_street("diligence")[city.geography.community_street][community]
    taken = ordered + (lognormal(random, 2.5, 1.1, count) * HOUR).astype(np.int64)
    taken = np.where(random.random(count) < rates.order_taken, taken, NEVER)
    given = np.array(DAYS_GIVEN)[pick(random, (18, 28, 26, 14, 14), count)] * DAY
    due = (ordered + given) // DAY * DAY + 18 * HOUR
    odds = np.log(rates.order_done / (1 - rates.order_done)) + 0.5 * diligence
    done = taken + (given * np.minimum(random.beta(2.0, 3.0, count), 0.97)).astype(np.int64)
    done = np.where(random.random(count) < 0.06, due + _late(random, count), done)
    done = np.where((taken == NEVER) | (random.random(count) >= logistic(odds)), NEVER, done)
    taken, done = (np.where(at > city.until, NEVER, at) for at in (taken, done))
    rated = (done != NEVER) & (random.random(count) < rates.order_rated)
    # A few systems of streets ask for no deadline.
    has_deadline = random.random(count) < 0.985
    frame = pl.DataFrame(
        {
            "order_id": numbered("DD", np.arange(1, count + 1), 7),
            "area_code": choose(city.community_codes, community),
            "kind": choose(
                [kind for kind, _ in KINDS], pick(random, [share for _, share in KINDS], count)
            ),
            "ordered_at": moments(ordered),
            "accepted_at": moments(taken),
            "due_at": moments(np.where(has_deadline, due, NEVER)),
            "done_at": moments(done),
            "rating": pl.Series(1 + pick(random, STARS, count)).set(pl.Series(~rated), None),
            "provider": choose(
                [f"{name}志愿服务队" for name in city.community_names],
                np.where(taken == NEVER, -1, community),
            ),
        }
    )
    return frame.filter(pl.Series(ordered <= city.until))


def reward_tips_frame(city: City) -> pl.DataFrame:
    """The feed `reward_tips`, by the day of receipt."""
    random = city.random("reward tips")
    rates = city.profile.program
    count = max(1, round(rates.tips * city.residents.sum() / 10_000 * city.years))
    day = np.sort(city.days[pick(random, day_weights(city.days, city.calendar), count)])
    valid = random.random(count) < rates.tip_valid
    owed = valid & (random.random(count) < rates.tip_rewarded)
    paid = day + 8 + lognormal(random, 20.0, 0.7, count).astype(np.int64)
    paid = np.where(owed & (random.random(count) < rates.reward_paid), paid, NEVER)
    paid = np.where(paid > city.until // DAY, NEVER, paid)
    return pl.DataFrame(
        {
            "tip_id": numbered("JB", np.arange(1, count + 1), 6),
            "area_code": choose(city.community_codes, _communities(city, random, count)),
            "received_on": day.astype("datetime64[D]"),
            "valid": valid,
            "reward_due": owed,
            "reward_paid_on": paid.astype("datetime64[D]"),
        }
    ).filter(pl.Series(day <= city.until // DAY))


def _communities(city: City, random: Random, count: int) -> Whole:
    warmth = random.lognormal(0, 0.35, len(city.community_codes))
    return pick(random, city.community_residents * warmth, count)


def _late(random: Random, count: int) -> Whole:
    return (lognormal(random, 1.5, 0.8, count) * DAY).astype(np.int64)
