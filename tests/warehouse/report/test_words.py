"""The wording of changes, with the thresholds at which it turns."""

import pytest

from warehouse.report.words import arrow, compared, is_marked, number, target, with_unit


@pytest.mark.parametrize(
    ("value", "before", "words"),
    [
        (1000, 1004, "环比基本持平"),
        (1020, 1000, "环比略有上升2.00%"),
        (960, 1000, "环比略有下降4.00%"),
        (1100, 1000, "环比上升10.00%"),
        (800, 1000, "环比下降20.00%"),
        (700, 1000, "环比明显下降30.00%"),
    ],
)
def test_counts_change_in_percent(value: float, before: float, words: str):
    assert compared(value, before, "件") == words


def test_small_counts_change_by_the_difference():
    assert compared(12, 5, "件") == "环比增加7件"
    assert compared(29, 40, "件") == "环比减少11件"
    assert compared(5, 5, "件") == "环比持平"


def test_rates_change_in_percentage_points():
    assert compared(98.6, 98.2, "%") == "环比提高0.40个百分点"
    assert compared(95, 97.5, "%", named="同比") == "同比下降2.50个百分点"
    assert compared(100, 100, "%") == "环比持平"


def test_what_cannot_be_compared_is_said():
    assert compared(98.6, None, "%") == "环比无可比数据"
    assert compared(None, 98.6, "%") == "环比无可比数据"
    assert arrow(None, 3, "件") == "—"


def test_a_missing_value_is_a_dash_and_never_zero():
    assert number(None) == "—"
    assert with_unit(None, "%") == "—"
    assert with_unit(0, "件") == "0件"


def test_arrows_name_percent_points_percent_or_counts():
    assert arrow(98.6, 98.2, "%") == "↑0.40"
    assert arrow(80, 100, "件") == "↓20.00%"
    assert arrow(12, 5, "件") == "↑7件"
    assert arrow(5, 5, "件") == "→"


def test_only_large_counts_that_move_by_more_than_a_fifth_are_marked():
    assert is_marked(121, 100)
    assert not is_marked(120, 100)
    assert not is_marked(20, 10)
    assert not is_marked(50, None)


def test_targets_are_written_with_their_direction():
    assert target(95, "higher", "%") == "≥95%"
    assert target(15, "lower", "件") == "≤15件"
    assert target(None, "higher", "%") == "—"
