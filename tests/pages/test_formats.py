"""Values are written the way they are read aloud."""

from datetime import date, datetime

import pytest

from pages.kit import formats


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [(4286, 0, "4,286"), (94.06, 1, "94.1"), (-2.24, 1, "−2.2"), (-0.04, 1, "0.0"), (None, 1, "—")],
)
def test_numbers(value: float | None, decimals: int, written: str):
    assert formats.number(value, decimals) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(94.9, "94.9"), (94.96, "94.96"), (94.996, "94.996"), (95.0, "95.0"), (95.04, "95.04")],
)
def test_a_value_beside_its_target_is_not_rounded_onto_it(value: float, written: str):
    """94.96 % misses 95 %, and must not stand there as 95.0 % under the sign of 未达标."""
    assert formats.number(value, 1, 95.0) == formats.short(value, 1, 95.0) == written
    assert formats.value_with_unit(value, "%", 1, 95.0) == f"{written}%"
    assert formats.number(value, 1) in {"94.9", "95.0"}


def test_large_counts_are_shortened_to_ten_thousands():
    assert formats.short(99_999) == "99,999"
    assert formats.short(107_312) == "10.7万"


def test_a_missing_value_has_no_unit():
    assert formats.value_with_unit(None, "%", 1) == "—"
    assert formats.value_with_unit(94.1, "%", 1) == "94.1%"
    assert formats.value_with_unit(23, "件") == "23 件"


def test_a_share_changes_in_points_and_a_count_in_percent_of_what_was():
    assert formats.change(-0.9, unit="%", decimals=1, previous=95.0) == "0.9"
    assert formats.change(250, unit="件", previous=4036) == "6.2%"
    assert formats.change(7, unit="件", previous=16) == "7"
    assert formats.change_words(-0.9, unit="%", decimals=1) == "下降 0.9 个百分点"


def test_whether_a_change_is_good_depends_on_what_is_better():
    assert formats.tone(7, "lower") == "bad"
    assert formats.tone(1.2, "higher") == "good"
    assert formats.tone(7, "none") == formats.tone(0, "lower") == "neu"


def test_durations_take_the_unit_of_their_size():
    assert [formats.duration(hours) for hours in (0.6, 46, 72, 431, None)] == [
        "36分钟",
        "46小时",
        "3天",
        "18天",
        "—",
    ]


def test_days_and_targets():
    assert formats.day_range(date(2026, 4, 28), date(2026, 5, 4)) == "4月28日—5月4日"
    assert formats.day_range(date(2026, 5, 14), date(2026, 5, 20)) == "5月14日—20日"
    assert formats.weekday(date(2026, 5, 20)) == "星期三"
    assert formats.target(95.0, "higher") == "≥95"
    assert formats.target(15.0, "lower") == "≤15"
    assert formats.target(None, "lower") == ""


def test_how_long_ago():
    now = datetime(2026, 5, 20, 14, 30)

    assert formats.ago(now, datetime(2026, 5, 20, 8, 30)) == "6小时前"
    assert formats.ago(now, now) == "刚刚"
