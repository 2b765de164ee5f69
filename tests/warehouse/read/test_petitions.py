"""What only petitions have, read for March of the hand city."""

from datetime import date, datetime

import pytest

from warehouse.access.scope import Scope
from warehouse.read import petitions
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


def test_clocks_stand_in_the_order_in_which_they_begin():
    found = petitions.clocks(whole_site(), march())

    assert found["clock"].to_list() == ["answer", "inform", "reply", "review"]


def test_duties_have_a_share_in_time_and_rights_have_none():
    found = {row["clock"]: row for row in petitions.clocks(whole_site(), march()).to_dicts()}

    assert (found["answer"]["on_time"], found["answer"]["due"]) == (1, 2)
    assert found["reply"]["on_time_rate"] == pytest.approx(100 * 2 / 3)
    # P4 waits for its reply, P8 for the word that it was received.
    assert (found["reply"]["overdue"], found["inform"]["overdue"]) == (1, 1)
    assert found["review"]["on_time_rate"] is None
    assert found["review"]["running"] == 2


def test_clocks_are_narrowed_like_the_table():
    web = {
        row["clock"]: row for row in petitions.clocks(whole_site(), march(channel="网")).to_dicts()
    }

    # P2 was answered on day 16.
    assert (web["answer"]["on_time"], web["answer"]["due"]) == (0, 1)


def test_months_end_with_the_one_asked_for():
    found = petitions.months(whole_site(), DISTRICT, date(2026, 2, 15), count=2)

    assert found["label"].to_list() == ["2026-01", "2026-02"]
    assert found["open_end"][0] == found["open_start"][1]


def test_matters_that_came_again_in_march_are_both_open():
    found = petitions.matters(whole_site(), march(), limit=1)

    assert found["in_all"].to_list() == [2]
    assert found["latest_record_id"].to_list() == ["P5"]


def test_a_reader_of_one_town_sees_no_matter_of_the_other():
    reader = Scope(version=current_version(), area_code=VILLAGE_TOWN)

    assert petitions.matters(reader, march(), limit=9).is_empty()
    assert petitions.months(reader, DISTRICT, date(2026, 3, 1), count=2).is_empty()
