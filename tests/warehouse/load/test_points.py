"""Points that lie outside the place of their row are reported, with the reason where it shows."""

from __future__ import annotations

import json

import polars as pl
import pytest

from tests.warehouse.load.conftest import SmallSite
from warehouse.load import check_sources
from warehouse.load.points import outlines_of

#: One square kilometre or so around 118.70 E, 32.00 N.
SQUARE = json.dumps(
    {
        "type": "Polygon",
        "coordinates": [
            [[118.695, 31.995], [118.705, 31.995], [118.705, 32.005], [118.695, 32.005],
             [118.695, 31.995]]
        ],
    }
).replace('"', '""')  # fmt: skip
AREAS = (
    "area_code,area_name,level,parent_code,geometry\n"
    "990105000000,示范区,district,,\n"
    "990105001000,甲街道,street,990105000000,\n"
    f'990105001001,甲社区,community,990105001000,"{SQUARE}"\n'
    "990105001001001,01网格,grid,990105001001,\n"
    "990105001002,乙社区,community,990105001000,\n"
)
HEAD = "event_id,area_code,matter_code,source,reported_at,urgency,lon,lat\n"
MAPPING = """
[[source]]
name = "dots"
feed = "grid/events"
files = "export/*.csv"
coordinates = "WGS84"
[source.columns]
event_id = "event_id"
area_code = "area_code"
matter_code = "matter_code"
source = "source"
reported_at = "reported_at"
urgency = "urgency"
lon = "lon"
lat = "lat"
"""


def event(name: str, area: str, lon: float | str, lat: float | str) -> str:
    return f"{name},{area},M1,worker,2026-03-02 09:00:00,normal,{lon},{lat}\n"


@pytest.fixture
def drawn(site: SmallSite) -> SmallSite:
    site.put("base/areas/a.csv", AREAS)
    site.put(
        "base/matters/m.csv",
        "matter_code,matter_name,line,class_name,kind\nM1,占道经营,城管,市容环境,event\n",
    )
    return site


def points(site: SmallSite) -> list[dict[str, object]]:
    return pl.read_parquet(site.settings.raw / "meta" / "points" / "*.parquet").to_dicts()


def test_a_point_outside_its_place_is_reported_and_kept(drawn: SmallSite):
    drawn.put(
        "grid/events/e.csv",
        HEAD
        + "".join(event(f"E{number}", "990105001001", 118.70, 32.00) for number in range(8))
        + event("inside a grid without outline", "990105001001001", 118.70, 32.00)
        + event("at the fence", "990105001001", 118.7065, 32.00)  # 140 m beyond the border
        + event("far away", "990105001001", 118.75, 32.00)
        + event("nobody knows", "990105001002", 118.75, 32.00)
        + event("no point", "990105001001", "", ""),
    )

    report = drawn.load()

    (found,) = points(drawn)
    assert (found["checked"], found["outside"], found["rows_outside"]) == (11, 1, [12])
    assert found["fitting_coordinates"] is None
    assert report.quarantined == 0
    (message,) = report.files.filter(feed="grid/events")["message"]
    assert "11 个点位中 1 个（9.1%）不在所属网格、社区 200 米内" in message


def test_a_wrong_coordinate_system_is_named(drawn: SmallSite):
    # 118.7040, 31.9960 in GCJ-02: 0.0052 degrees further east, 0.0021 further south.
    drawn.put("export/e.csv", HEAD + event("E1", "990105001001", 118.7092, 31.9939))
    drawn.load("areas", "matters")
    (drawn.settings.var / "sources.toml").write_text(MAPPING, encoding="utf-8")

    faults = [finding.message for finding in check_sources(drawn.settings) if finding.is_fault]
    drawn.load()

    (found,) = points(drawn)
    assert found["fitting_coordinates"] == "GCJ-02"
    assert any("若按 GCJ-02 解释则几乎都在内" in message for message in faults)


def test_the_right_coordinate_system_has_nothing_to_say(drawn: SmallSite):
    drawn.put("export/e.csv", HEAD + event("E1", "990105001001", 118.7051, 31.9979))
    right = MAPPING.replace('"WGS84"', '"GCJ-02"')
    (drawn.settings.var / "sources.toml").write_text(right, encoding="utf-8")

    drawn.load()

    (found,) = points(drawn)
    assert (found["coordinates"], found["outside"]) == ("GCJ-02", 0)


def test_a_grid_without_an_outline_stands_in_its_community():
    places = pl.DataFrame(
        {
            "area_code": ["c", "g", "h", "x"],
            "parent_code": ["s", "c", "c", "s"],
            "level": ["community", "grid", "grid", "community"],
            "geometry": ["C", None, "H", None],
        }
    )

    found = {row[0]: row[1:] for row in outlines_of(places).iter_rows()}

    assert found == {"c": ("c", "C"), "g": ("c", "C"), "h": ("h", "H")}
