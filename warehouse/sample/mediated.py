"""One quarrel, several doors: petitions whose matter is also a dispute under mediation."""

from __future__ import annotations

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Random

#: Field of a petition -> the kind of dispute it is when mediated.
KINDS = {
    "劳动和社会保障": "劳动",
    "城乡建设": "物业",
    "自然资源": "征地拆迁",
    "农业农村": "山林土地",
    "卫生健康": "医疗",
    "市场监管": "消费",
}
#: The mediation begins at most so many days before or after the petition comes in.
BEFORE, AFTER = 45, 20
#: How the office that mediates notes it: the petition's number (only where that came first), the
#: applicant's identity, or nothing at all.
NOTED = (0.45, 0.30, 0.25)


def pairs(city: City, disputes: pl.DataFrame, petitions: pl.DataFrame) -> pl.DataFrame:
    """Which disputes are those of a petition of the same community.

    Args:
        city: Where the share and the randomness come from.
        disputes: The feed `disputes` up to the horizon.
        petitions: The feed `petitions` up to the horizon.
    """
    return _pairs(city, city.random("mediated petitions"), disputes, petitions)


def mediated(disputes: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The feed `disputes` with `petition_id` and `applicant_key`.

    In the rows that belong to a petition, the kind of quarrel is the petition's.
    """
    joined = disputes.join(pairs, on="dispute_id", how="left", maintain_order="left")
    return joined.with_columns(kind=pl.coalesce("mediated_kind", "kind")).drop("mediated_kind")


def _pairs(
    city: City, random: Random, disputes: pl.DataFrame, petitions: pl.DataFrame
) -> pl.DataFrame:
    """At most one petition per dispute and one dispute per petition."""
    suitable = petitions.filter(pl.col("field").is_in(list(KINDS)) & ~pl.col("backlog"))
    wanted = round(city.profile.cases.petition_mediated * petitions.height)
    chosen = suitable.select(pl.all().gather(np.sort(_some(random, suitable.height, wanted))))
    near = chosen.select("petition_id", "area_code", "field", "petitioner_key", "received_at").join(
        disputes.select("dispute_id", "area_code", "accepted_at"), on="area_code"
    )
    lag = pl.col("accepted_at") - pl.col("received_at")
    near = near.filter(lag.is_between(pl.duration(days=-BEFORE), pl.duration(days=AFTER)))
    once = (
        near.sort("petition_id", lag.abs())
        .unique("petition_id", keep="first", maintain_order=True)
        .unique("dispute_id", keep="first", maintain_order=True)
    )
    noted = pl.Series("noted", random.choice(3, once.height, p=NOTED), dtype=pl.Int64)
    came_first = pl.col("received_at") < pl.col("accepted_at")
    return once.with_columns(noted).select(
        "dispute_id",
        mediated_kind=pl.col("field").replace_strict(KINDS),
        petition_id=pl.when((pl.col("noted") == 0) & came_first).then("petition_id"),
        applicant_key=pl.when(pl.col("noted") == 1).then("petitioner_key"),
    )


def _some(random: Random, count: int, wanted: int) -> np.ndarray:
    return random.choice(count, min(wanted, count), replace=False)
