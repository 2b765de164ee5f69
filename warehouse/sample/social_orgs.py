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
    eagerness = mean * (0.75 + 0.5 * logistic(diligence))
    if rates.orgs is None:
        counts = np.maximum(1, random.poisson(eagerness))
    else:
        counts = random.multinomial(rates.orgs, eagerness / eagerness.sum())
    owner = np.repeat(np.arange(len(counts)), counts)
    size = len(owner)
    last = city.until // DAY
    since = FIRST + np.floor(random.random(size) ** 0.7 * (last - FIRST)).astype(np.int64)
    left = since + 300 + np.floor(random.random(size) * 1500).astype(np.int64)
    is_gone = (random.random(size) < rates.org_dissolved) & (left < last)
    is_gone &= rates.orgs is None
    until = pl.Series(moments(left * DAY).astype("datetime64[D]"))
    kind, status = pick(random, rates.org_kinds, size), random.random(size)
    incubated = random.random(size) < rates.org_incubated
    if rates.orgs is not None:
        nursed = np.repeat(np.arange(len(KINDS)), rates.orgs_incubated)
        chosen = random.choice(size, len(nursed), replace=False)
        kind[chosen] = nursed
        incubated = np.isin(np.arange(size), chosen)
    return pl.DataFrame(
        {
            "org_id": [f"SZ{order:06d}" for order in range(1, size + 1)],
            "kind": np.array(KINDS)[kind],
            "area_code": np.array(city.community_codes)[owner],
            "status": np.where(status < rates.org_recorded, "recorded", "registered"),
            "since": moments(since * DAY).astype("datetime64[D]"),
            "is_gone": is_gone,
            "incubated": incubated,
        }
    ).select(
        "org_id", "kind", "area_code", "status", "since",
        pl.when("is_gone").then(until).alias("until"),
        "incubated",
    )  # fmt: skip
