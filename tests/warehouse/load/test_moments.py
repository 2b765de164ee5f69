"""Every way of writing a time that feeds.md promises."""

from datetime import date, datetime

import polars as pl
import pytest

from warehouse.load.moments import as_days, as_moments, as_months, from_typed

SHANGHAI = "Asia/Shanghai"


def read(text: str, **more: object) -> datetime | None:
    moment: datetime | None = as_moments(pl.Series([text]), zone=SHANGHAI, **more)[0]  # type: ignore[arg-type]
    return moment


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-16 09:30:00",
        "2026-11-16T09:30:00",
        "2026-11-16 9:30",
        "2026/11/16 9:30",
        "2026.11.16 09:30:00.000",
        "2026年11月16日 9时30分",
        "2026年11月16日9时30分00秒",
        "２０２６－１１－１６　０９：３０",
        "2026-11-16T01:30:00Z",
        "2026-11-16 01:30:00+00",
        "2026-11-16T01:30:00.000+00:00",
        "2026-11-16T09:30:00+0800",
        "2026-11-15T20:30:00-05:00",
    ],
)
def test_half_past_nine_in_many_hands(text: str):
    assert read(text) == datetime(2026, 11, 16, 9, 30)


@pytest.mark.parametrize("text", ["2026-11-16", "2026/11/16", "2026年11月16日"])
def test_a_date_alone_is_its_midnight(text: str):
    assert read(text) == datetime(2026, 11, 16)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "2026-13-01 00:00:00",
        "2026-11-16 25:00",
        "昨天",
        "45612.5",
        "1899-12-31",
        "16/11/2026",
        "-",
    ],
)
def test_what_is_no_time_is_not_guessed(text: str):
    assert read(text) is None


def test_fractions_of_a_second_count():
    assert read("2026-11-16 09:30:00.1234567") == datetime(2026, 11, 16, 9, 30, 0, 123456)


def test_times_without_an_offset_are_of_the_source():
    assert read("2026-11-16 01:30:00", source_zone="UTC") == datetime(2026, 11, 16, 9, 30)


def test_an_offset_wins_over_the_zone_of_the_source():
    assert read("2026-11-16 09:30:00+08", source_zone="UTC") == datetime(2026, 11, 16, 9, 30)


def test_formats_are_tried_in_order_before_the_usual_forms():
    formats = ["%d/%m/%Y %H:%M", "%m-%d-%Y"]
    cells = pl.Series(["16/11/2026 09:30", "11-16-2026", "2026-11-16 09:30:00", "x", None])
    assert as_moments(cells, zone=SHANGHAI, formats=formats).to_list() == [
        datetime(2026, 11, 16, 9, 30),
        datetime(2026, 11, 16),
        datetime(2026, 11, 16, 9, 30),
        None,
        None,
    ]


def test_a_format_with_an_offset():
    assert read("16.11.2026 01:30 +0000", formats=["%d.%m.%Y %H:%M %z"]) == datetime(
        2026, 11, 16, 9, 30
    )


def test_mixed_widths_in_one_column():
    cells = pl.Series(["2025-10-19 15:17:24+00", "2025-08-03 06:53:32.5+00", "2025-08-03"])
    assert as_moments(cells, zone="America/New_York").to_list() == [
        datetime(2025, 10, 19, 11, 17, 24),
        datetime(2025, 8, 3, 2, 53, 32, 500000),
        datetime(2025, 8, 3),
    ]


def test_the_hour_that_summer_time_skips_does_not_exist():
    cells = pl.Series(["2026-03-08 02:30:00"])
    assert as_moments(cells, zone="UTC", source_zone="America/New_York").to_list() == [None]


def test_days_drop_the_time_and_may_be_far_off():
    cells = pl.Series(["2026-11-16 09:30:00", "9999-12-31"])
    assert as_days(cells, zone=SHANGHAI).to_list() == [date(2026, 11, 16), date(9999, 12, 31)]


def test_typed_times_with_a_zone_become_wall_clock():
    aware = pl.Series([datetime(2026, 11, 16, 1, 30)]).dt.replace_time_zone("UTC")
    assert from_typed(aware, SHANGHAI).to_list() == [datetime(2026, 11, 16, 9, 30)]
    assert from_typed(pl.Series([date(2026, 11, 16)]), SHANGHAI).to_list() == [
        datetime(2026, 11, 16)
    ]


@pytest.mark.parametrize(
    "text",
    ["2026-03", "2026年3月", "２０２６年３月份", "202603", "2026/3/17", "2026-03-01 00:00:00"],
)
def test_a_month_is_kept_as_its_first_day(text: str):
    assert as_months(pl.Series([text]), zone=SHANGHAI).to_list() == [date(2026, 3, 1)]


@pytest.mark.parametrize("text", ["2026-13", "三月", "2026"])
def test_what_is_no_month_is_not_guessed(text: str):
    assert as_months(pl.Series([text]), zone=SHANGHAI).to_list() == [None]
