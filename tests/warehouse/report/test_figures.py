"""Values, changes and targets of a row, with the thresholds at which their wording turns."""

from datetime import date
from typing import Any

import pytest

from warehouse.report.document import Figure, words_of
from warehouse.report.figures import Before, arrow, difference, figure, goal, moved, target
from warehouse.report.phrases import compared, is_marked
from warehouse.report.template import Wording

WORDING = Wording()


def row(value: float | None, before: float | None = None, unit: str = "件", **more: Any) -> dict:
    told = {
        "indicator_code": "OPS-08",
        "indicator_name": "按期结案率",
        "area_code": "990100000000",
        "period_type": "week",
        "period_start": date(2026, 11, 9),
        "unit": unit,
        "better": "higher",
        "value": value,
        "previous_value": before,
        "last_year_value": None,
        "numerator": None,
        "denominator": None,
        "previous_denominator": None,
        "last_year_denominator": None,
        "target": None,
    }
    return told | more


def said(told: dict, wording: Wording = WORDING) -> str:
    return "，".join("".join(map(words_of, clause)) for clause in compared(told, wording))


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
    assert said(row(value, before)) == words


def test_from_a_base_under_thirty_counts_change_by_the_difference():
    assert said(row(60, 29)) == "环比增加31件"
    assert said(row(5, 5)) == "环比持平"
    assert said(row(12, 30)) == "环比明显下降60.00%"


def test_a_site_moves_the_thresholds():
    wording = Wording(small_base=10, marked_above=50)

    assert said(row(14, 10), wording) == "环比上升40.00%"


def test_rates_change_in_percentage_points():
    assert said(row(98.6, 98.2, "%", denominator=500.0)) == "环比提高0.40个百分点"
    assert said(row(100, 100, "%")) == "环比持平"
    year = row(95, None, "%", last_year_value=97.5)
    assert said(year) == "同比下降2.50个百分点"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (94.994, "94.99%"),
        (94.995, "94.995%"),
        (94.996, "94.996%"),
        (94.9999, "94.9999%"),
        (95.0, "95.00%"),
        (95.004, "95.004%"),
        (95.005, "95.01%"),
        (95.01, "95.01%"),
    ],
)
def test_a_printed_rate_never_contradicts_its_target(value: float, words: str):
    """94.996 % misses 95 %, and must not be printed as 95.00 % beside 未达到."""
    told = figure(row(value, unit="%", target=95.0, denominator=1000.0))

    assert isinstance(told, Figure)
    assert told.words == words
    assert told.form == f'0.{"0" * len(words.partition(".")[2][:-1])}"%"'


def test_counts_beside_a_rate_are_not_held_against_its_target():
    told = figure(row(94.996, unit="%", target=95.0, denominator=94.7), "d", "件")

    assert words_of(told) == "95件"


def test_what_moved_by_less_than_is_printed_is_nearly_steady():
    assert said(row(95, 95, "%", denominator=500.0)) == "环比持平"
    assert said(row(95.004, 95, "%", denominator=500.0)) == "环比基本持平"
    assert said(row(95.006, 95, "%", denominator=500.0)) == "环比提高0.01个百分点"
    assert said(row(4.04, 4.0, "小时", previous_denominator=None)) == "环比基本持平"
    assert said(row(75, 75)) == "环比持平"
    nearly = arrow(row(95.004, 95, "%", denominator=500.0), "p", WORDING)
    assert isinstance(nearly, Figure)
    assert (nearly.words, nearly.form) == ("→", '"→";"→";"→"')


def test_a_change_does_not_seem_to_reach_a_threshold_that_it_does_not():
    """From 20000 to 20999 is 4.995 %: still 略有, so not printed as 5.00 %."""
    told = row(20_999, 20_000)

    assert said(told) == "环比略有上升4.995%"
    assert words_of(arrow(told, "p", WORDING)) == "↑4.995%"
    assert said(row(21_000, 20_000)) == "环比上升5.00%"


def test_what_adds_up_is_not_compared_while_its_period_runs():
    """One event on Monday morning against last week's 2875 says nothing."""
    running = {"indicator_code": "OPS-01", "is_complete": False}

    assert said(row(1, 2875, **running)) == ""
    assert arrow(row(1, 2875, **running), "p", WORDING) == "—"
    assert said(row(24, 16, indicator_code="OPS-18", is_complete=False)) == "环比增加8件"


def test_a_place_that_changed_is_not_compared_with_what_it_was():
    assert said(row(120, 80, change=None)) == ""


def test_rates_of_few_items_are_not_compared():
    few = row(50, 100, "%", denominator=29.0, previous_denominator=400.0)
    few_then = row(50, 100, "%", denominator=400.0, previous_denominator=29.0)

    assert said(few) == said(few_then) == ""
    assert arrow(few, "p", WORDING) == "—"


def test_what_cannot_be_compared_is_left_out():
    assert said(row(98.6, None, "%")) == ""
    assert said(row(None, 98.6, "%")) == ""
    assert arrow(row(None, 3), "p", WORDING) == "—"


def test_arrows_tell_points_percent_or_counts_and_keep_the_sign_in_the_value():
    told = [
        arrow(row(*values), "p", WORDING)
        for values in ((98.6, 98.2, "%"), (80, 100, "件"), (12, 5, "件"), (5, 5, "件"))
    ]

    assert [words_of(part) for part in told] == ["↑0.40", "↓20.00%", "↑7件", "→"]
    assert isinstance(told[1], Figure)
    assert told[1].value == -20
    assert told[1].source.part == "cr"


def test_a_figure_says_where_it_comes_from():
    told = figure(row(1204.0, 1100.0), "p")

    assert isinstance(told, Figure)
    assert (told.words, told.value, told.form) == ("1100件", 1100.0, '0"件"')
    assert told.source.mark("20261116T000500-a1b2").startswith("OPS-08.9901.2026W46.")
    assert told.source.part == "p"


def test_a_part_of_an_indicator_keeps_its_prefix():
    told = figure(row(957.0, source_prefix="class-1-"))

    assert isinstance(told, Figure)
    assert told.source.part == "class-1-v"


def test_only_counts_that_move_by_more_than_a_fifth_are_marked():
    assert is_marked(row(121, 100), WORDING)
    assert not is_marked(row(120, 100), WORDING)
    assert not is_marked(row(20, 10), WORDING)
    assert not is_marked(row(50, None), WORDING)
    assert not is_marked(row(99, 50, "%"), WORDING)


def test_a_change_from_nothing_is_a_difference():
    always_percent = Wording(small_base=0)

    assert said(row(40, 0)) == said(row(40, 0), always_percent) == "环比增加40件"
    assert said(row(0, 0), always_percent) == "环比持平"
    assert said(row(3, 1), always_percent) == "环比明显上升200.00%"


def test_targets_are_written_with_their_direction():
    assert words_of(target(row(1, target=95.0, unit="%"))) == "≥95%"
    assert words_of(target(row(1, target=15.0, better="lower"))) == "≤15件"
    assert target(row(1)) == "—"
    assert "".join(map(words_of, goal(row(1, target=15.0, better="lower")))) == "不超过15件"
    assert "".join(map(words_of, goal(row(1, target=100.0, unit="%")))) == "为100%"
    assert words_of(target(row(1, target=100.0, unit="%"))) == "100%"


def test_the_size_of_a_change_is_not_rounded():
    change = moved(row(3.0, 40.0), "p", WORDING)

    assert change is not None
    assert (change.size, change.figure.value, change.figure.words) == (-92.5, 92.5, "92.50%")


def test_rates_are_compared_from_thirty_items_on():
    enough = row(50, 90, "%", denominator=30.0, previous_denominator=30.0)

    assert said(enough) == "环比下降40.00个百分点"


def test_a_year_ago_is_compared_by_its_own_counts():
    few_then = row(50, None, "%", last_year_value=90, last_year_denominator=29.0)

    assert said(few_then) == ""
    assert said(row(130, None, last_year_value=100)) == "同比明显上升30.00%"


def test_each_change_says_of_which_number_it_is():
    def part(told: dict, before: Before) -> str:
        change = moved(told, before, WORDING)
        assert change is not None
        return change.figure.source.part

    both = {"previous_value": 100.0, "last_year_value": 100.0}
    assert [part(row(130.0, **both), span) for span in ("p", "y")] == ["cr", "kr"]
    assert [part(row(98.0, unit="%", **both), span) for span in ("p", "y")] == ["c", "k"]


def test_a_plain_difference_is_of_the_value_then():
    told = difference(row(40.0, 100.0, last_year_value=35.0), "p")
    year = difference(row(40.0, 100.0, last_year_value=35.0), "y")

    assert (told.size, told.figure.words, told.figure.source.part) == (-60, "60件", "c")
    assert (year.size, year.figure.words, year.figure.source.part) == (5, "5件", "k")


def test_the_counts_of_a_rate_can_be_told():
    told = row(80.0, unit="%", numerator=40.0, denominator=50.0)

    assert [words_of(figure(told, part, "件")) for part in ("n", "d")] == ["40件", "50件"]


def test_arrows_of_a_sheet_turn_with_the_sign():
    points, percent, days = (
        arrow(row(*values), "p", WORDING)
        for values in ((98.6, 98.2, "%"), (80, 100, "件"), (6.25, 3, "天"))
    )

    assert isinstance(points, Figure)
    assert points.form == '"↑"0.00"";"↓"0.00"";"→"'
    assert isinstance(percent, Figure)
    assert percent.form == '"↑"0.00"%";"↓"0.00"%";"→"'
    assert isinstance(days, Figure)
    assert (days.words, days.form) == ("↑3.3天", '"↑"0.0"天";"↓"0.0"天";"→"')


def test_a_change_that_would_be_printed_as_nothing_is_no_change():
    assert said(row(98.604, 98.6, "%")) == "环比基本持平"
    assert said(row(98.606, 98.6, "%")) == "环比提高0.01个百分点"
    assert words_of(arrow(row(1000.04, 1000), "p", WORDING)) == "→"
    assert words_of(arrow(row(3.04, 3, "天"), "p", WORDING)) == "→"


def test_other_targets_are_not_to_be_fallen_short_of():
    told = goal(row(1, target=95.0, unit="%"))

    assert "".join(map(words_of, told)) == "不低于95%"


def test_a_place_is_not_compared_with_what_it_was_before_its_borders_moved():
    """The mart has no change then; the values themselves it has."""
    told = row(60, 40, last_year_value=50.0, change=None, change_on_year=10.0)

    assert said(told) == "同比上升20.00%"
    assert arrow(told, "p", WORDING) == "—"
    assert words_of(figure(told, "p")) == "40件"
