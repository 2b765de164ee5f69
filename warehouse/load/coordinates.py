"""Coordinate systems of Chinese maps to WGS84, vectorised.

GCJ-02 shifts WGS84 by a smooth function of the place; it is undone by repeated approach to within
a centimetre or so. BD-09 is GCJ-02 in disguise. CGCS2000 differs from WGS84 by centimetres.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

SYSTEMS = ("WGS84", "CGCS2000", "GCJ-02", "BD-09")

_Degrees = npt.NDArray[np.float64]

_AXIS = 6_378_245.0  # Krasovsky 1940
_ECCENTRICITY = 0.006_693_421_622_965_943
_BD_TURN = np.pi * 3000.0 / 180.0


def to_wgs84(frame: pl.DataFrame, system: str) -> pl.DataFrame:
    """`lon` and `lat` of a frame from `system` to WGS84; empty cells stay empty."""
    if system in {"WGS84", "CGCS2000"} or not {"lon", "lat"} <= set(frame.columns):
        return frame
    lon = frame["lon"].fill_null(np.nan).to_numpy()
    lat = frame["lat"].fill_null(np.nan).to_numpy()
    if system == "BD-09":
        lon, lat = _bd09_to_gcj02(lon, lat)
    lon, lat = _gcj02_to_wgs84(lon, lat)
    return frame.with_columns(
        pl.Series("lon", lon).fill_nan(None), pl.Series("lat", lat).fill_nan(None)
    )


def _gcj02_to_wgs84(lon: _Degrees, lat: _Degrees) -> tuple[_Degrees, _Degrees]:
    true_lon, true_lat = lon.copy(), lat.copy()
    for _ in range(6):
        shift_lon, shift_lat = gcj02_shift(true_lon, true_lat)
        true_lon, true_lat = lon - shift_lon, lat - shift_lat
    return true_lon, true_lat


def gcj02_shift(lon: _Degrees, lat: _Degrees) -> tuple[_Degrees, _Degrees]:
    """By how many degrees GCJ-02 moves a WGS84 point."""
    x, y = lon - 105.0, lat - 35.0
    waves = 20 * np.sin(6 * np.pi * x) + 20 * np.sin(2 * np.pi * x)
    north = (
        -100 + 2 * x + 3 * y + 0.2 * y**2 + 0.1 * x * y + 0.2 * np.sqrt(np.abs(x))
        + (waves + 20 * np.sin(np.pi * y) + 40 * np.sin(np.pi * y / 3)
           + 160 * np.sin(np.pi * y / 12) + 320 * np.sin(np.pi * y / 30)) * 2 / 3
    )  # fmt: skip
    east = (
        300 + x + 2 * y + 0.1 * x**2 + 0.1 * x * y + 0.1 * np.sqrt(np.abs(x))
        + (waves + 20 * np.sin(np.pi * x) + 40 * np.sin(np.pi * x / 3)
           + 150 * np.sin(np.pi * x / 12) + 300 * np.sin(np.pi * x / 30)) * 2 / 3
    )  # fmt: skip
    angle = np.radians(lat)
    bulge = 1 - _ECCENTRICITY * np.sin(angle) ** 2
    metres_lat = _AXIS * (1 - _ECCENTRICITY) / bulge**1.5
    metres_lon = _AXIS / np.sqrt(bulge) * np.cos(angle)
    return np.degrees(east / metres_lon), np.degrees(north / metres_lat)


def _bd09_to_gcj02(lon: _Degrees, lat: _Degrees) -> tuple[_Degrees, _Degrees]:
    x, y = lon - 0.0065, lat - 0.006
    radius = np.hypot(x, y) - 0.000_02 * np.sin(y * _BD_TURN)
    angle = np.arctan2(y, x) - 0.000_003 * np.cos(x * _BD_TURN)
    return radius * np.cos(angle), radius * np.sin(angle)
