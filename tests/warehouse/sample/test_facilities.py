"""The register of facilities: full counts, places that exist, positions inside the grid."""

from __future__ import annotations

import shapely


def test_cameras_and_firms_are_as_many_as_the_profile_says(count):
    assert count("select count(*) from facilities where kind = 'camera'") == round(2729 * 0.2)
    assert count("select count(*) from facilities where kind = 'enterprise'") == 1400


def test_every_camera_stands_in_its_grid(frame):
    cameras = frame(
        "select facilities.lon, facilities.lat, geometry from facilities "
        "inner join areas using (area_code) where facilities.kind = 'camera'"
    )
    for lon, lat, outline in cameras.iter_rows():
        assert shapely.from_geojson(outline).buffer(1e-6).contains(shapely.Point(lon, lat))


def test_a_closed_site_has_a_successor_under_a_new_number(frame):
    closed = frame(
        "select facility_id from facilities "
        "where closed_on is not null and kind not in ('camera', 'enterprise') "
        "and closed_on < date '2026-10-01'"
    )
    again = frame("select facility_id from facilities where facility_id like '%B'")
    assert {f"{number}B" for number in closed["facility_id"]} <= set(again["facility_id"])


def test_most_communities_have_a_service_station_but_few_a_psychological_room(count):
    have = (
        "select count(distinct area_code) from facilities "
        "where kind = '{}' and right(area_code, 3) != '000'"
    )
    communities = count("select count(*) from areas where level = 'community'")
    assert count(have.format("service_hall")) >= 0.8 * communities
    assert count(have.format("psych_room")) <= 0.6 * communities


def test_villages_are_told_from_communities(frame):
    kinds = frame("select area_name, kind from areas where level = 'community'")
    assert {kind for name, kind in kinds.iter_rows() if name.endswith("村")} <= {"村"}
    assert {kind for name, kind in kinds.iter_rows() if name.endswith("社区")} == {"社区"}
