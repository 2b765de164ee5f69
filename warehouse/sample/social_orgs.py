"""Community social organisations: how many each community and village has, and since when."""

from __future__ import annotations

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import logistic, pick
from warehouse.sample.worktime import DAY, moments

KINDS = ("public_welfare", "service", "mutual_aid", "other")
FIRST = 16_436  # 2015-01-01


def social_orgs_frame(city: City) -> pl.DataFrame:
    """The feed `social_orgs`; the diligent streets have more of them."""
    random = city.random("social_orgs")
    rates = city.profile.coverage
    mean = np.where(city.is_village, rates.orgs_per_village, rates.orgs_per_community)
    diligence = city.per_street("diligence")[city.geography.community_street]
    counts = np.maximum(1, random.poisson(mean * (0.75 + 0.5 * logistic(diligence))))
    owner = np.repeat(np.arange(len(counts)), counts)
    size = len(owner)
    last = city.until // DAY
    since = FIRST + np.floor(random.random(size) ** 0.7 * (last - FIRST)).astype(np.int64)
    left = since + 300 + np.floor(random.random(size) * 1500).astype(np.int64)
    is_gone = (random.random(size) < rates.org_dissolved) & (left < last)
    until = pl.Series(moments(left * DAY).astype("datetime64[D]"))
    return pl.DataFrame(
        {
            "org_id": [f"SZ{order:06d}" for order in range(1, size + 1)],
            "kind": np.array(KINDS)[pick(random, rates.org_kinds, size)],
            "area_code": np.array(city.community_codes)[owner],
            "status": np.where(random.random(size) < rates.org_recorded, "recorded", "registered"),
            "since": moments(since * DAY).astype("datetime64[D]"),
            "is_gone": is_gone,
            "incubated": random.random(size) < rates.org_incubated,
        }
    ).select(
        "org_id", "kind", "area_code", "status", "since",
        pl.when("is_gone").then(until).alias("until"),
        "incubated",
    )  # fmt: skip
