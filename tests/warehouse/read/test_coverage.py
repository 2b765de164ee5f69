"""Coverage of the hand city as it stood on a day."""

from datetime import date

import pytest

from warehouse.read import coverage
from warehouse.read.connection import whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT = "990199000000"


def item(code: str, until: date) -> dict[str, object]:
    found = coverage.board(whole_site(), DISTRICT, until)
    return next(row for row in found.to_dicts() if row["indicator_code"] == code)


def test_one_of_three_communities_can_handle_services_at_the_end_of_march():
    row = item("SLF-01", date(2026, 3, 31))

    assert (row["covered"], row["units"], row["short_of_target"]) == (1, 3, 2)
    assert row["period_type"] == "month"


def test_a_day_in_the_past_shows_the_newest_period_that_was_over():
    assert item("SLF-01", date(2026, 2, 15))["period_start"] == date(2026, 1, 1)


def test_the_history_ends_with_the_value_shown():
    row = item("SLF-01", date(2026, 3, 31))

    assert row["history"][-1] == row["value"]


def test_the_totals_count_targets_and_units():
    row = coverage.totals(whole_site(), DISTRICT, date(2026, 3, 31)).row(0, named=True)
    board = coverage.board(whole_site(), DISTRICT, date(2026, 3, 31))

    assert row["met"] + row["unmet"] == row["items"]
    assert row["lacking"] == sum(board["lacking"])


def test_gaps_by_place_add_up_to_those_of_the_board_where_the_units_lie_below():
    gaps = coverage.gaps_by_place(whole_site(), DISTRICT)

    assert gaps.filter(indicator_code="SLF-01")["lacking"].sum() == 2
    assert set(gaps["area_name"]) == {"甲街道", "乙街道"}
