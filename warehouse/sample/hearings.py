"""What follows a petition: hearings, consultations, receptions, and the petitioner's verdict."""

from __future__ import annotations

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import lognormal, pick
from warehouse.sample.worktime import DAY, moments


def ratings_frame(city: City, petitions: pl.DataFrame) -> pl.DataFrame:
    """The feed `ratings`: petitioners judge the reply, not all of them.

    Args:
        city: The place.
        petitions: The feed `petitions` up to the horizon.
    """
    random = city.random("ratings")
    replied = petitions.filter(pl.col("replied_at").is_not_null())
    count = replied.height
    after = pl.Series((lognormal(random, 3.0, 0.7, count) * DAY * 1e6).astype(np.int64))
    frame = replied.select(
        "petition_id",
        rated_at=pl.col("replied_at") + after.cast(pl.Duration("us")),
        satisfied=pl.Series(random.random(count) < 0.915),
        is_rated=pl.Series(random.random(count) < 0.63),
    )
    last = pl.lit(int(city.until) * 1_000_000).cast(pl.Datetime("us"))
    return frame.filter("is_rated", pl.col("rated_at") <= last).drop("is_rated").sort("rated_at")


def hearings_frame(city: City, petitions: pl.DataFrame) -> pl.DataFrame:
    """The feed `hearings`: each street owes one a month; the careless ones miss some."""
    random = city.random("hearings")
    days = moments(city.past_days * DAY)
    month = days.astype("datetime64[M]")
    places = [*city.street_codes, city.profile.code]
    attends = [0.97 + 0.06 * min(street.diligence, 0.4) for street in city.profile.streets] + [1.0]
    attends = [min(0.995, chance) if chance > 0.95 else chance - 0.06 for chance in attends]
    ids = petitions["petition_id"].to_list()
    rows = []
    for first in np.unique(month):
        own = days[month == first]
        for place, chance in zip(places, attends, strict=True):
            if random.random() < chance:
                count = 1 + random.poisson(0.6 if place != city.profile.code else 2.0)
                for _ in range(count):
                    day = own[min(int(random.random() * 26), len(own) - 1)]
                    kind = ("consultation", "hearing", "leader_reception")[
                        int(pick(random, (45, 25, 30), 1)[0])
                    ]
                    rows.append((place, day, kind, ids[int(random.random() * len(ids))]))
    return (
        pl.DataFrame(
            {
                "petition_id": [row[3] for row in rows],
                "area_code": [row[0] for row in rows],
                "held_on": np.array([row[1] for row in rows], dtype="datetime64[D]"),
                "kind": [row[2] for row in rows],
            }
        )
        .sort("held_on", "area_code", "petition_id", "kind")
        .with_row_index("number", 1)
        .select(
            pl.format("TZ{}", pl.col("number").cast(pl.String).str.zfill(5)).alias("hearing_id"),
            pl.exclude("number"),
        )
    )
