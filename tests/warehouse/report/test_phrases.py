"""Clauses of official prose; what is compared, what is named as the cause."""

from collections.abc import Iterable
from typing import Any

from tests.warehouse.report.sections.hand_facts import line
from warehouse.report.document import Figure, Part, words_of
from warehouse.report.phrases import (
    biggest_move,
    compared,
    listed,
    paragraph,
    rate,
    sentence,
    told_rate,
    without_stop,
)
from warehouse.report.template import Wording

WORDING = Wording()


def said(clauses: Iterable[Iterable[Part]]) -> str:
    return "，".join("".join(map(words_of, clause)) for clause in clauses)


def place(name: str, value: float | None, then: float | None, **more: Any) -> dict[str, Any]:
    return line("OPS-01", value, unit="件", area=(name, name), previous_value=then, **more)


def cause(*below: dict[str, Any], value: float = 140, then: float = 100) -> list[Part]:
    return biggest_move(below, place("示例区", value, then), "p", "上周")


def test_clauses_are_joined_by_commas_and_empty_ones_are_left_out():
    assert sentence(["上报", "3件"], [], ["办结", "2件"]) == [
        "上报",
        "3件",
        "，",
        "办结",
        "2件",
        "。",
    ]
    assert sentence([], []) == []
    assert listed([["甲"], ["乙"]]) == ["甲", "、", "乙"]


def test_a_sentence_as_a_headline_has_no_stop():
    assert without_stop(["上报", "3件", "。"]) == ["上报", "3件"]
    assert without_stop(["上报", "3件"]) == ["上报", "3件"]
    assert without_stop([]) == []


def test_a_week_is_compared_with_the_week_before_and_with_a_year_ago():
    week = line("OPS-01", 110, unit="件", previous_value=100, last_year_value=200)

    assert said(compared(week, WORDING)) == "环比上升10.00%，同比明显下降45.00%"


def test_a_year_is_compared_with_the_year_before_and_once_only():
    year = line("OPS-01", 110, kind="annual", unit="件", previous_value=100, last_year_value=100)

    assert said(compared(year, WORDING)) == "比上年上升10.00%"


def test_words_turn_at_their_thresholds_and_not_before():
    """To the threshold itself the stronger word holds for 持平 and 略有, the weaker for 明显."""

    def change(value: float) -> str:
        return said(compared(line("OPS-01", value, unit="件", previous_value=1000), WORDING))

    assert change(1004.9) == "环比基本持平"
    assert change(1005) == "环比略有上升0.50%"
    assert change(1049.9) == "环比略有上升4.99%"
    assert change(950) == "环比下降5.00%"
    assert change(1200) == "环比上升20.00%"
    assert change(1200.1) == "环比明显上升20.01%"


def test_measures_that_are_not_counted_move_by_the_difference():
    days = line("OPS-19", 120, unit="天", previous_value=100)

    assert said(compared(days, WORDING)) == "环比增加20.0天"
    assert said(compared(days | {"value": 90}, WORDING)) == "环比减少10.0天"


def test_a_paragraph_of_nothing_is_none():
    assert paragraph([], []) == []
    assert [told.text for told in paragraph(["上报3件。"], [], ["办结2件。"])] == [
        "上报3件。办结2件。"
    ]


def test_a_rate_is_told_from_thirty_items_on():
    def told(value: float | None, denominator: float | None) -> str:
        row = line("EFF-01", value, indicator_name="整改率", denominator=denominator)
        return said(told_rate(row, WORDING))

    assert told(90, 30) == "整改率90.00%"
    assert told(90, 29) == told(90, None) == told(None, 30) == ""


def test_a_rate_names_what_it_divides_and_the_field_once():
    row = line("LAW-01", 80, indicator_name="矛盾纠纷调解成功率", numerator=40.0, denominator=50.0)

    assert (
        said(rate(row, WORDING, "调结", "调解成功")) == "调结50件，调解成功40件，调解成功率80.00%"
    )
    assert rate(line("LAW-01"), WORDING, "调结", "调解成功") == []


def test_the_cause_of_a_rise_is_the_place_that_rose_most():
    told = cause(place("南园街道", 60, 50), place("双桥街道", 72, 40), place("云溪街道", 8, 10))

    assert said([told]) == "其中双桥街道增加最多，较上周增加32件"
    assert isinstance(told[1], Figure)
    assert told[1].source.part == "c"


def test_the_cause_of_a_fall_is_the_place_that_fell_most():
    told = cause(place("南园街道", 60, 20), place("双桥街道", 2, 40), value=62, then=100)

    assert said([told]) == "其中双桥街道减少最多，较上周减少38件"


def test_places_without_a_value_now_or_then_are_no_cause():
    told = cause(
        place("南园街道", None, 50), place("双桥街道", 90, None), place("云溪街道", 11, 10)
    )

    assert said([told]) == "其中云溪街道增加最多，较上周增加1件"


def test_a_place_whose_borders_moved_is_no_cause():
    merged = place("双桥街道", 90, 10, change=None)

    assert said([cause(merged, place("云溪街道", 11, 10))]) == "其中云溪街道增加最多，较上周增加1件"


def test_where_no_place_moved_the_way_of_the_whole_none_is_the_cause():
    assert cause(place("南园街道", 50, 50), place("双桥街道", 40, 41)) == []
    assert cause() == []


def test_of_places_that_moved_equally_none_stands_above_the_others():
    told = cause(place("南园街道", 60, 50), place("双桥街道", 20, 10), place("云溪街道", 8, 10))

    assert said([told]) == "其中南园街道、双桥街道增加最多，较上周各增加10件"


def test_classes_are_told_as_classes():
    rows = [place("", 60, 50, class_name="市容环境")]
    told = biggest_move(rows, place("示例区", 140, 100), "p", "上周", "class_name")

    assert said([told]) == "其中市容环境类增加最多，较上周增加10件"
