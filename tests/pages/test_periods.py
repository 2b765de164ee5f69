"""Periods of the desk, at a data cut on Sunday 22 November 2026, 08:00."""

from datetime import date, datetime

import pytest

from pages.kit.periods import (
    DEFAULT_PERIOD,
    PERIOD_KINDS,
    codes_of,
    default_period,
    kind_of,
    read_period,
)

CUT = datetime(2026, 11, 22, 8)


def days(code: str) -> tuple[date, date, date, date]:
    period = read_period(code, CUT)
    return (
        period.first_day,
        period.last_day,
        period.previous_first_day,
        period.previous_last_day,
    )


def test_the_last_seven_days_end_at_the_cut_and_not_at_midnight():
    period = read_period("last7d", CUT)

    assert (period.start_at, period.end_at) == (datetime(2026, 11, 15, 8), CUT)
    assert period.indicator == ("last7d", date(2026, 11, 22))
    assert period.days == 7


def test_a_province_looks_at_the_month():
    assert default_period("province", CUT) == "2026-11"
    assert default_period("city", CUT) == DEFAULT_PERIOD


def test_a_running_month_is_compared_with_as_many_days_of_the_one_before():
    assert days("2026-11") == (
        date(2026, 11, 1),
        date(2026, 11, 22),
        date(2026, 10, 1),
        date(2026, 10, 22),
    )


def test_a_whole_month_is_compared_with_the_whole_one_before():
    assert days("2026-03") == (
        date(2026, 3, 1),
        date(2026, 3, 31),
        date(2026, 2, 1),
        date(2026, 2, 28),
    )


def test_a_past_period_does_not_reach_the_cut():
    assert not read_period("2026-10", CUT).is_current
    assert read_period("2026-11", CUT).is_current


def test_any_two_days_make_a_period_that_indicators_do_not_have():
    period = read_period("2026-05-14~2026-05-20", CUT)

    assert (period.first_day, period.last_day) == (date(2026, 5, 14), date(2026, 5, 20))
    assert period.indicator is None


def test_what_cannot_be_read_is_the_default():
    for code in (None, "", "yesterday", "2026-13", "2026-05-20~2026-05-14"):
        assert read_period(code, CUT).code == DEFAULT_PERIOD


@pytest.mark.parametrize("code", ["0001-01", "0001", "9999-12", "0001-01-01~9999-12-31"])
def test_the_ends_of_the_calendar_do_no_harm(code: str):
    # The year 9999 can be read, and has no events; before the year 1 there is nothing.
    assert read_period(code, CUT).code in {code, DEFAULT_PERIOD}


def test_at_midnight_the_last_day_is_the_one_that_has_just_ended():
    assert read_period("last24h", datetime(2026, 11, 22)).last_day == date(2026, 11, 21)


@pytest.mark.parametrize("kind", PERIOD_KINDS)
def test_every_period_on_offer_can_be_read_and_is_of_its_kind(kind: str):
    codes = codes_of(kind, CUT)

    assert len(codes) == len(set(codes))
    assert [read_period(code, CUT).code for code in codes] == codes
    assert {kind_of(code) for code in codes} <= {kind}


def test_the_latest_of_each_kind_comes_first():
    assert [codes_of(kind, CUT)[0] for kind in ("week", "month", "quarter", "year")] == [
        *("2026-W47", "2026-11", "2026-Q4", "2026")
    ]


def test_a_single_day_and_a_stretch_of_days_are_free():
    assert kind_of("2026-11-05") == kind_of("2026-11-01~2026-11-05") == "free"
