"""What only disputes have, read for March of the hand city."""

from datetime import date, datetime

import pytest

from warehouse.access.scope import Scope
from warehouse.read import disputes, records
from warehouse.read.connection import current_version, whole_site
from warehouse.read.record_filters import RecordFilter

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT, VILLAGE_TOWN = "990199000000", "990199002000"


def march(**narrowing: object) -> RecordFilter:
    told = {
        "area_code": DISTRICT,
        "start_at": datetime(2026, 3, 1),
        "end_at": datetime(2026, 4, 1),
        "previous_start_at": datetime(2026, 2, 1),
        "previous_end_at": datetime(2026, 3, 1),
        "is_current": True,
    }
    return RecordFilter(**{**told, **narrowing})


def test_the_ways_add_up_to_all_disputes():
    *ways, total = disputes.ways(whole_site(), march()).rows(named=True)

    # J5 J6 J7 by people's mediation; of J2 J3 J6 J7, concluded in March, two succeeded.
    assert total["accepted"] == sum(way["accepted"] for way in ways) == 3
    assert total["concluded"] == sum(way["concluded"] for way in ways) == 4
    assert total["success_rate"] == 50
    assert total["share"] == 100


def test_each_way_has_its_own_success():
    found = {row["way"]: row for row in disputes.ways(whole_site(), march()).rows(named=True)}

    assert (found["人民调解"]["succeeded"], found["人民调解"]["concluded"]) == (2, 3)
    assert (found["三调联动"]["succeeded"], found["三调联动"]["concluded"]) == (0, 1)


def test_the_way_chosen_narrows_the_table_and_not_the_comparison_of_ways():
    chosen = march(channel="三调联动")

    assert disputes.ways(whole_site(), chosen).equals(disputes.ways(whole_site(), march()))
    assert records.count(whole_site(), "disputes", chosen, shown="closed") == 1


def test_what_came_to_a_level_was_settled_there_is_open_or_went_up():
    asked = march(start_at=datetime(2026, 2, 1))
    for row in disputes.levels(whole_site(), asked).rows(named=True):
        came = row["accepted"] + row["from_below"]
        assert came == row["settled"] + row["open"] + row["passed_up"]


def test_the_one_that_was_passed_up_waits_in_the_town():
    asked = march(start_at=datetime(2026, 2, 1), end_at=datetime(2026, 3, 1))
    town, village = disputes.levels(whole_site(), asked).rows(named=True)

    # J1 J2 J3 stayed, J4 went up and is open: LAW-04 of February is 1 of 4.
    assert (town["from_below"], town["open"], town["settled"]) == (1, 1, 0)
    assert (village["accepted"], village["passed_up"], village["passed_up_share"]) == (4, 1, 25)


def test_lawsuits_are_those_of_the_latest_month_the_place_itself_first():
    found = disputes.lawsuits(whole_site(), DISTRICT, date(2026, 3, 31))

    assert found["is_whole"].to_list()[0]
    assert set(found["label"]) == {"2026-03"}
    assert found["filings"].to_list() == [3, 3, 0]


def test_a_month_before_the_courts_reported_has_no_lawsuits():
    assert disputes.lawsuits(whole_site(), DISTRICT, date(2020, 1, 1)).is_empty()


def test_a_reader_of_one_town_sees_nothing_of_the_other():
    reader = Scope(version=current_version(), area_code="990199001000")

    assert disputes.lawsuits(reader, VILLAGE_TOWN, date(2026, 3, 31)).is_empty()
    assert disputes.levels(reader, march(area_code=VILLAGE_TOWN)).is_empty()
