"""Cameras that answer and cameras that do not, sampled on a fixed day."""

from __future__ import annotations

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import logistic
from warehouse.sample.worktime import DAY, HOUR, moments

#: Share of the cameras that are broken more often than not, and by how much.
BROKEN = 0.02
BROKEN_ODDS = -4.5
#: Answers of the poll that never arrive.
LOST = 0.003


def devices_frame(city: City, cameras: pl.DataFrame) -> pl.DataFrame:
    """The feed `devices`.

    Args:
        city: The place.
        cameras: Its cameras as in the feed `facilities`, in their grids.
    """
    random = city.random("devices")
    rates = city.profile.grid
    last = city.until // DAY
    days = np.arange(last % 7, 7 * rates.camera_sampled_weeks, rates.camera_sampled_every_days)
    days = np.sort(last - days)
    days = days[(days >= city.days[0]) & (days * DAY + 10 * HOUR < city.until)]
    grid = np.searchsorted(city.grid_codes, cameras["area_code"].to_numpy())
    odds = rates.camera_online_logit + 0.5 * city.per_street("diligence")[city.grid_street][grid]
    odds += np.where(random.random(cameras.height) < BROKEN, BROKEN_ODDS, 0)
    camera = np.tile(np.arange(cameras.height), len(days))
    day = np.repeat(days, cameras.height)
    # A poll goes through the list in the order of the numbers, thirty a second.
    at = day * DAY + 10 * HOUR + camera // 30
    frame = cameras.select("facility_id", "opened_on", "closed_on").select(pl.all().gather(camera))
    sampled = frame.with_columns(
        sampled_at=moments(at),
        online=random.random(len(camera)) < logistic(odds)[camera],
        arrives=random.random(len(camera)) >= LOST,
    )
    stands = pl.col("closed_on").is_null() | (pl.col("closed_on") > pl.col("sampled_at").dt.date())
    return sampled.filter(
        "arrives", pl.col("opened_on") <= pl.col("sampled_at").dt.date(), stands
    ).select("facility_id", "sampled_at", "online")
