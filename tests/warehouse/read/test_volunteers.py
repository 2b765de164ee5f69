"""Volunteering on the hand city in March 2026: ten hours, six orders."""

from datetime import date, datetime

import pytest

from warehouse.read import volunteers
from warehouse.read.connection import whole_site
from warehouse.read.record_filters import RecordFilter

pytestmark = pytest.mark.usefixtures("reads_hand_city")

MARCH = (date(2026, 3, 1), date(2026, 3, 31))
FEBRUARY = (date(2026, 2, 1), date(2026, 2, 28))


def march(area_code: str = "990199000000") -> RecordFilter:
    return RecordFilter(
        area_code=area_code,
        start_at=datetime(2026, 3, 1),
        end_at=datetime(2026, 4, 1),
        previous_start_at=datetime(2026, 2, 1),
        previous_end_at=datetime(2026, 3, 1),
        is_current=True,
    )


def test_the_place_comes_first_and_then_those_below_it_by_their_hours():
    """S4 gave 乙街道 six hours, S2 and S3 gave 甲街道 four."""
    found = volunteers.by_place(whole_site(), "990199000000", ("month", MARCH[0]))

    assert found.select("area_name", "hours").rows() == [
        ("手算区", 10),
        ("乙街道", 6),
        ("甲街道", 4),
    ]


def test_hours_a_day_add_up_to_those_of_the_month():
    days = volunteers.hours_trend(whole_site(), march(), days=31)

    assert days["day"].to_list()[0] == MARCH[0]
    assert sum(days["reported"]) == 10


def test_hours_by_kind_are_those_of_the_place():
    found = volunteers.kinds(whole_site(), march(), MARCH, FEBRUARY)
    below = volunteers.kinds(whole_site(), march("990199002000"), MARCH, FEBRUARY)

    assert found.rows() == [("文明劝导", 6, 0), ("邻里互助", 4, 0)]
    assert below.rows() == [("文明劝导", 6, 0)]


def test_of_six_orders_five_were_taken_and_three_done():
    """O4 waits for a team; O3 and O6 are being served, O3 past its deadline."""
    found = volunteers.order_funnel(whole_site(), march())

    assert found.rows() == [("点单", 6, 1, 1), ("接单", 5, 2, 1), ("完成", 3, None, None)]


def test_nobody_is_told_how_few_people_share_their_hours():
    assert volunteers.deciles(whole_site(), "990199000000", ("month", MARCH[0])).is_empty()
