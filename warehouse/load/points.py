"""Whether points lie in the grid or community that their row declares.

Points that do not are never refused: they are how a wrong coordinate system or place shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
import shapely

from warehouse.load.coordinates import SYSTEMS, to_wgs84

#: About 200 m: what a telephone may be wrong by between houses.
TOLERANCE_DEGREES = 0.002
#: A coordinate system is doubted when this share of the points lies outside, and another one named
#: when under it hardly any does.
_DOUBTED, _FITTING = 0.2, 0.05
_ROWS_NAMED = 100

POINTS: dict[str, pl.DataType] = {
    "load_id": pl.String(),
    "loaded_at": pl.Datetime("us"),
    "feed": pl.String(),
    "source": pl.String(),
    "file": pl.String(),
    "coordinates": pl.String(),
    "fitting_coordinates": pl.String(),
    "checked": pl.Int64(),
    "outside": pl.Int64(),
    "rows_outside": pl.List(pl.Int64()),
}


@dataclass(frozen=True)
class PointCheck:
    """What the points of one file showed.

    Attributes:
        coordinates: The system that the source declares.
        fitting: The system under which nearly all would lie inside; empty if there is none or
            nothing is doubted.
        checked: Rows with a point and a declared place whose outline is known.
        rows_outside: Their row numbers, where the point lies outside.
    """

    coordinates: str
    fitting: str
    checked: int
    rows_outside: list[int]

    @property
    def note(self) -> str:
        """The sentence of the load log; empty if all points lie inside."""
        if not self.rows_outside:
            return ""
        outside = len(self.rows_outside)
        said = (
            f"{self.checked:,} 个点位中 {outside:,} 个（{outside / self.checked:.1%}）"
            "不在所属网格、社区 200 米内"
        )
        if self.fitting:
            said += f"；若按 {self.fitting} 解释则几乎都在内，请核对坐标系"
        return said

    def as_row(self) -> dict[str, Any]:
        """Its columns of `POINTS`; of the rows outside the first hundred."""
        return {
            "coordinates": self.coordinates,
            "fitting_coordinates": self.fitting or None,
            "checked": self.checked,
            "outside": len(self.rows_outside),
            "rows_outside": self.rows_outside[:_ROWS_NAMED],
        }


def check_points(read: pl.DataFrame, coordinates: str, shapes: pl.DataFrame) -> PointCheck | None:
    """Compare points with the outlines of their declared places.

    Args:
        read: `_row`, `area_code`, `lon`, `lat` as the file has them, not converted yet.
        coordinates: The system that the source declares.
        shapes: `area_code`, `shape_code` (the place whose outline stands for it) and `geometry`,
            GeoJSON text, WGS84.

    Returns:
        None where no row has both a point and a known outline.
    """
    placed = read.drop_nulls(["lon", "lat", "area_code"]).join(
        shapes, on="area_code", how="inner", maintain_order="left"
    )
    if placed.is_empty():
        return None
    outlines = _outlines(placed)
    outside = _outside(placed, coordinates, outlines)
    fitting = ""
    if outside.mean() > _DOUBTED:
        others = [name for name in SYSTEMS if name not in {coordinates, "CGCS2000"}]
        shares = {name: float(_outside(placed, name, outlines).mean()) for name in others}
        best = min(shares, key=shares.__getitem__)
        fitting = best if shares[best] < _FITTING else ""
    rows = placed["_row"].filter(pl.Series(outside))
    return PointCheck(coordinates, fitting, placed.height, rows.to_list())


def _outlines(placed: pl.DataFrame) -> np.ndarray[Any, np.dtype[np.object_]]:
    """One prepared shape per row; equal places share theirs."""
    codes = placed.select("shape_code", "geometry").unique("shape_code", maintain_order=True)
    shapes = shapely.from_geojson(codes["geometry"].to_list(), on_invalid="ignore")
    shapely.prepare(shapes)
    numbers = codes.select("shape_code").with_row_index("number")
    found = placed.join(numbers, on="shape_code", how="left", maintain_order="left")["number"]
    chosen: np.ndarray[Any, np.dtype[np.object_]] = np.asarray(shapes, dtype=object)[
        found.to_numpy()
    ]
    return chosen


def _outside(
    placed: pl.DataFrame, system: str, outlines: np.ndarray[Any, np.dtype[np.object_]]
) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Per row whether its point, read in this system, is beyond the tolerance."""
    points = to_wgs84(placed.select("lon", "lat"), system)
    made = shapely.points(points["lon"].to_numpy(), points["lat"].to_numpy())
    near = shapely.dwithin(outlines, made, TOLERANCE_DEGREES)
    known = ~shapely.is_missing(outlines)
    return np.asarray(known & ~near, dtype=np.bool_)


def outlines_of(places: pl.DataFrame) -> pl.DataFrame:
    """The outline that stands for each grid and community: its own, else that of its parent.

    Args:
        places: `area_code`, `parent_code`, `level`, `geometry`; the newest row of a code last.

    Returns:
        `area_code`, `shape_code`, `geometry`; places without any outline are left out.
    """
    newest = places.unique("area_code", keep="last", maintain_order=True)
    drawn = newest.filter(
        pl.col("geometry").is_not_null() & pl.col("level").is_in(["community", "grid"])
    ).select(shape_code="area_code", geometry="geometry")
    low = newest.filter(pl.col("level").is_in(["community", "grid"]))
    own = low.join(drawn, left_on="area_code", right_on="shape_code", suffix="_own")
    above = low.join(drawn, left_on="parent_code", right_on="shape_code", suffix="_own")
    return pl.concat(
        [
            own.select("area_code", shape_code="area_code", geometry="geometry_own"),
            above.select("area_code", shape_code="parent_code", geometry="geometry_own"),
        ]
    ).unique("area_code", keep="first", maintain_order=True)
