"""When printed words are a value, and when not."""

from datetime import date, datetime

import pytest

from warehouse.report.check.judge import equals, says


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("93.72%", 93.7243),
        ("93.73%", 93.725),
        ("1204件", 1204.0),
        ("≥95%", 95.0),
        ("↑0.42", 0.4199),
        ("↓22.21%", -22.2134),
        ("→", 0.001),
        ("0.42个百分点", -0.42),
        ("2026-11-09", date(2026, 11, 9)),
        ("2026-11-09 09:30", datetime(2026, 11, 9, 9, 30)),
        ("WG2026110400189", "WG2026110400189"),
    ],
)
def test_right_to_the_last_printed_digit(words: str, value: object):
    assert says(words, value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("93.72%", 93.7251),
        ("1204件", 1205.0),
        ("↑0.42", -0.42),
        ("↓22.21%", 22.21),
        ("→", 3.0),
        ("—", 0.0),
        ("2026-11-09", date(2026, 11, 10)),
        ("WG2026110400189", "WG2026110400188"),
    ],
)
def test_a_wrong_digit_or_direction_is_seen(words: str, value: object):
    assert not says(words, value)  # type: ignore[arg-type]


def test_a_value_of_a_spreadsheet_may_not_be_rounded():
    assert equals(93.7243, 93.7243)
    assert not equals(93.72, 93.7243)
    assert equals(datetime(2026, 11, 9), datetime(2026, 11, 9))
    assert equals(date(2026, 11, 9), date(2026, 11, 9))
    assert not equals(None, 3.0)
