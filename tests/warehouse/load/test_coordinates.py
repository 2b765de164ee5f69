"""Coordinates of Chinese maps come back to WGS84."""

import numpy as np
import polars as pl
import pytest

from warehouse.load.coordinates import gcj02_shift, to_wgs84

LON, LAT = np.array([116.397, 118.78, 121.47]), np.array([39.909, 32.04, 31.23])


def test_gcj02_is_undone_to_within_a_centimetre():
    shift_lon, shift_lat = gcj02_shift(LON, LAT)
    moved = pl.DataFrame({"lon": LON + shift_lon, "lat": LAT + shift_lat})
    back = to_wgs84(moved, "GCJ-02")
    assert np.allclose(back["lon"], LON, atol=1e-7)
    assert np.allclose(back["lat"], LAT, atol=1e-7)


def test_gcj02_lies_some_hundred_metres_off():
    shift_lon, shift_lat = gcj02_shift(LON, LAT)
    metres = np.hypot(shift_lon * 111_320 * np.cos(np.radians(LAT)), shift_lat * 111_320)
    assert ((metres > 100) & (metres < 800)).all()


def test_bd09_lies_beyond_gcj02():
    # Tian'anmen gate in both systems, good to some twenty metres.
    frame = pl.DataFrame({"lon": [116.403875], "lat": [39.915168]})
    back = to_wgs84(frame, "BD-09")
    assert back["lon"][0] == pytest.approx(116.39123, abs=2e-4)
    assert back["lat"][0] == pytest.approx(39.90741, abs=2e-4)


@pytest.mark.parametrize("system", ["WGS84", "CGCS2000"])
def test_these_stay(system: str):
    frame = pl.DataFrame({"lon": LON, "lat": LAT})
    assert to_wgs84(frame, system).equals(frame)


def test_empty_cells_stay_empty():
    frame = pl.DataFrame({"lon": [None, 118.0], "lat": [None, 32.0]})
    assert to_wgs84(frame, "GCJ-02")["lon"].null_count() == 1
