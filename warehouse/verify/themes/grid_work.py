"""网格工作: visits, population records, cameras, the hotline."""

from __future__ import annotations

from datetime import timedelta

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.coverage import at_level, dated
from warehouse.verify.themes.registers import POPULATION, finest

_DAYS = pl.Datetime("us")


def _weeks(city: City) -> pl.DataFrame:
    """Weeks of visits that are over; what was done beyond the duty of a grid does not count."""
    rows = city.rows("grid/visits").with_columns(
        ends_on=pl.col("period_start") + timedelta(days=6),
        counted=pl.min_horizontal("done", "required"),
    )
    is_over = (pl.col("ends_on") + timedelta(days=1)).cast(_DAYS) <= city.cut.as_of
    return rows.filter(is_over)


def _visits_required(city: City) -> pl.DataFrame:
    return entries(city.derived(_weeks), "ends_on", amount="required")


def _visits_done(city: City) -> pl.DataFrame:
    return entries(city.derived(_weeks), "ends_on", amount="counted")


def _snapshots(city: City) -> pl.DataFrame:
    """Snapshots before the cut; where places below are counted too, only those."""
    rows = city.rows("grid/population_records")
    return finest(city, rows.filter(pl.col("as_of").cast(_DAYS) < city.cut.as_of))


def _records(city: City) -> pl.DataFrame:
    """A snapshot holds until the next one of its place, or the end of the place."""
    rows = city.derived(_snapshots).sort("area_code", "as_of")
    ends = city.places.latest.select("area_code", place_ends="valid_to")
    rows = rows.join(ends, on="area_code", maintain_order="left")
    following = pl.col("as_of").shift(-1).over("area_code")
    rows = rows.with_columns(until=pl.min_horizontal(following, "place_ends"))
    rows = rows.filter(pl.col("until").is_null() | (pl.col("as_of") < pl.col("until")))
    coming = entries(rows, "as_of", amount="records_valid")
    going = entries(rows, "until", amount="records_valid")
    return pl.concat([coming, going.with_columns(amount=-pl.col("amount"))])


def _to_record(city: City) -> pl.DataFrame:
    """Residents, since the first snapshot that anybody sent."""
    first = city.derived(_snapshots)["as_of"].min()
    people = city.derived(POPULATION.entries)
    if first is None:
        return people.clear()
    return people.with_columns(at=pl.max_horizontal("at", pl.lit(first).cast(_DAYS)))


def _camera_days(city: City) -> pl.DataFrame:
    """One row per registered camera and day on which its street was sampled.

    `online`: at the last sampling of the day; a camera without one counts as offline.
    """
    cameras = city.rows("base/facilities").filter(pl.col("kind") == "camera")
    cameras = dated(cameras, "opened_on", "closed_on")
    cameras = cameras.select("facility_id", "area_code", "comes", "goes", home="area_code")
    cameras = at_level(city, cameras, "street").rename({"area_code": "street"})
    samples = city.rows("grid/devices").filter(pl.col("sampled_at") < city.cut.as_of)
    samples = samples.with_columns(day=pl.col("sampled_at").dt.date()).sort("sampled_at")
    last = samples.unique(["facility_id", "day"], keep="last")
    last = last.select("facility_id", "day", "online")
    days = last.join(cameras, on="facility_id").select("street", "day").unique()
    due = cameras.join(days, on="street").filter(
        pl.col("comes") <= pl.col("day").cast(_DAYS),
        pl.col("goes").is_null() | (pl.col("goes") > pl.col("day").cast(_DAYS)),
    )
    return due.join(last, on=["facility_id", "day"], how="left")


def _cameras_due(city: City) -> pl.DataFrame:
    return entries(city.derived(_camera_days), "day", place="home")


def _cameras_online(city: City) -> pl.DataFrame:
    return entries(city.derived(_camera_days).filter("online"), "day", place="home")


def _hours(city: City) -> pl.DataFrame:
    """Calls by the hour; a call has no place, so they are the whole site's."""
    at = pl.col("date").cast(_DAYS) + pl.duration(hours=pl.col("hour"))
    return city.rows("grid/hotline_calls").with_columns(at=at, place=pl.lit(city.root))


def _calls(city: City) -> pl.DataFrame:
    return entries(city.derived(_hours), "at", place="place", amount="calls_in")


def _answered(city: City) -> pl.DataFrame:
    return entries(city.derived(_hours), "at", place="place", amount="calls_answered")


FORMULAS = {
    "OPS-17": Formula(Count(_answered), Count(_calls), 100),
    "SMT-02": Formula(Count(_records, "stock"), Count(_to_record, "stock"), 100),
    "SMT-03": Formula(Count(_visits_done), Count(_visits_required), 100),
    "SMT-04": Formula(Count(_cameras_online), Count(_cameras_due), 100),
}
