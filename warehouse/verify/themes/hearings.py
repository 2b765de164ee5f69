"""听证会商: the months in which there was one, of the months in which one was owed."""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries


def _held(city: City) -> pl.DataFrame:
    """A reception by a leader is neither a hearing nor a consultation."""
    held = city.rows("petition/hearings").filter(pl.col("kind").is_in(["hearing", "consultation"]))
    return entries(
        held.with_columns(month=pl.col("held_on").dt.strftime("%Y-%m")), "held_on", key="month"
    )


def _owed(city: City) -> pl.DataFrame:
    """Every month since the first petition work is known, at every place down to the street."""
    first = city.rows("petition/hearings")["held_on"].min()
    if first is None:
        return entries(pl.DataFrame(schema={"area_code": pl.String, "at": pl.Date}), "at")
    months = pl.date_range(
        pl.lit(first).dt.truncate("1mo"), city.cut.last_day, "1mo", eager=True
    ).alias("month")
    places = city.places.levels.filter(pl.col("rank") <= 3).select("area_code")
    return entries(
        places.join(months.to_frame(), how="cross").with_columns(
            key=pl.col("month").dt.strftime("%Y-%m")
        ),
        "month",
        key="key",
    )


FORMULAS = {
    "LAW-14": Formula(Count(_held, "keys"), Count(_owed, "keys"), 100),
}
