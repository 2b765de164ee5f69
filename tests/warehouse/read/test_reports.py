"""What reports are written from, on the hand city at the begin of 1 April 2026."""

from datetime import date, datetime

import pytest

from warehouse.access.scope import Scope
from warehouse.read import reports
from warehouse.read.connection import whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT, STREET_1, STREET_2 = "990199000000", "990199001000", "990199002000"
COMMUNITY = "990199001001"
WEEK_13 = date(2026, 3, 23)


@pytest.fixture
def scope() -> Scope:
    return whole_site()


def line(scope: Scope, report: str, place: str, start: date, code: str) -> dict[str, object]:
    found = reports.lines(scope, report, place, start)
    return next(row for row in found.iter_rows(named=True) if row["indicator_code"] == code)


@pytest.mark.parametrize(
    ("report", "start", "label", "events"),
    [
        ("weekly", date(2026, 3, 16), "2026-W12", 5),
        ("monthly", date(2026, 3, 1), "2026-03", 13),
        ("quarterly", date(2026, 1, 1), "2026-Q1", 14),
        ("half-yearly", date(2026, 1, 1), "2026-H1", 14),
        ("annual", date(2026, 1, 1), "2026", 14),
    ],
)
def test_every_kind_of_report_has_the_events_of_its_period(scope, report, start, label, events):
    """Week 12 has E07 to E11; March all but E12; E12 of February goes into the longer ones."""
    row = line(scope, report, DISTRICT, start, "OPS-01")

    assert (row["period_label"], row["numerator"]) == (label, events)


def test_a_line_tells_the_numerators_of_the_period_before(scope):
    """E14 alone in week 13, five events in week 12."""
    row = line(scope, "weekly", DISTRICT, WEEK_13, "OPS-01")

    assert (row["numerator"], row["previous_numerator"], row["change"]) == (1, 5, -4)


def test_a_line_without_a_value_says_whether_it_could_have_one(scope):
    """Nobody was called back in week 13; call-backs are kept from the street up."""
    of_district = line(scope, "weekly", DISTRICT, WEEK_13, "OPS-14")
    of_community = line(scope, "weekly", COMMUNITY, WEEK_13, "OPS-14")

    assert (of_district["value"], of_district["is_kept"]) == (None, True)
    assert (of_community["value"], of_community["is_kept"]) == (None, False)


def test_the_places_below_come_one_after_another(scope):
    below = reports.below(scope, "weekly", DISTRICT, WEEK_13)

    assert below["area_code"].unique(maintain_order=True).to_list() == [STREET_1, STREET_2]
    assert below.filter(indicator_code="OPS-01")["value"].to_list() == [1, 0]


def test_a_line_says_which_feed_stopped_before_the_end(scope):
    """The last petition came on 25 March, more than the 120 hours that are agreed before April."""
    march = line(scope, "monthly", DISTRICT, date(2026, 3, 1), "LAW-09")
    february = line(scope, "monthly", DISTRICT, date(2026, 2, 1), "LAW-09")

    assert (march["is_late"], march["late_note"]) == (True, "信访事项只到 2026-03-25")
    assert (february["is_late"], february["late_note"]) == (False, None)


def test_registers_are_never_late(scope):
    assert not line(scope, "monthly", DISTRICT, date(2026, 3, 1), "POL-01")["is_late"]


def test_classes_add_up_to_the_events_reported(scope):
    found = reports.classes(scope, DISTRICT, "month", date(2026, 3, 1))

    assert found["reported"].sum() == 13
    assert found["share"].sum() == pytest.approx(100)
    assert found["class_place"].to_list() == list(range(1, found.height + 1))
    assert found["previous_reported"].sum() == 1  # E12


def test_what_is_overdue_at_a_moment_is_as_long_as_the_indicator_says(scope):
    row = line(scope, "weekly", DISTRICT, WEEK_13, "OPS-18")
    found = reports.overdue(scope, DISTRICT, datetime(2026, 3, 30))

    assert found.height == row["value"]
    assert (found["overdue_days"] > 0).all()


def states(scope: Scope, moment: datetime, since: date) -> list[tuple[object, ...]]:
    found = reports.actions(scope, DISTRICT, moment, since)
    return found.select("action_id", "state", "is_done_on_time", "overdue_days").rows()


def test_resolutions_stand_as_they_stood_at_the_moment(scope):
    """A2 was due on 12 March and done on the 13th; A4 was resolved on the 31st only."""
    assert states(scope, datetime(2026, 3, 13), date(2026, 3, 2)) == [
        ("A2", "超期", False, 1),
        ("A3", "推进中", None, None),
        ("A1", "已办结", True, None),
    ]
    assert states(scope, datetime(2026, 3, 14), date(2026, 3, 2)) == [
        ("A3", "推进中", None, None),
        ("A1", "已办结", True, None),
        ("A2", "已办结", False, 1),
    ]


def test_what_was_done_before_is_left_out_and_what_is_open_stays(scope):
    assert states(scope, datetime(2026, 4, 1), date(2026, 3, 23)) == [
        ("A3", "超期", False, 1),
        ("A4", "推进中", None, None),
    ]


def test_where_no_department_is_named_the_place_must_act(scope):
    found = reports.actions(scope, STREET_2, datetime(2026, 3, 13), date(2026, 3, 2))
    named = {row["action_id"]: row["department_name"] for row in found.iter_rows(named=True)}

    assert named["A2"] is None
    assert named["A3"] is not None


def test_a_reader_of_one_street_sees_only_that_street(scope):
    narrow = Scope(scope.version, STREET_1)

    assert reports.lines(narrow, "weekly", STREET_1, WEEK_13).height > 20
    assert reports.lines(narrow, "weekly", STREET_2, WEEK_13).is_empty()
    assert reports.classes(narrow, STREET_2, "month", date(2026, 3, 1)).is_empty()
    assert (
        reports.overdue(narrow, DISTRICT, datetime(2026, 3, 30))
        .filter(area_code=STREET_2)
        .is_empty()
    )
    assert reports.actions(narrow, DISTRICT, datetime(2026, 4, 1), date(2026, 3, 1))[
        "action_id"
    ].to_list() == ["A1"]
