"""总体情况: volume, closing and targets in sentences, and when a cause must be told."""

from datetime import date, datetime
from typing import Any

import pytest

from tests.warehouse.report.sections.hand_facts import hand_facts, line
from warehouse.report.document import Figure, Part, Source, words_of
from warehouse.report.facts import Facts
from warehouse.report.sections.overall import (
    _volume,
    cause,
    closing,
    headline,
    off_target,
    standing,
)
from warehouse.report.sections.trend import _takeaway
from warehouse.trace_code import Number


def said(parts: list[Part]) -> str:
    return "".join(map(words_of, parts))


def events(value: float | None, **more: Any) -> dict[str, Any]:
    return line("OPS-01", value, kind="weekly", unit="件", indicator_name="事件上报量", **more)


def rate(code: str, value: float | None, **more: Any) -> dict[str, Any]:
    return line(code, value, kind="weekly", indicator_name=f"{code}率", **more)


def facts(*lines: dict[str, Any], **more: Any) -> Facts:
    plain = {"OPS-01": events(0), "OPS-18": rate("OPS-18", None)}
    told = plain | {row["indicator_code"]: row for row in lines}
    return hand_facts("weekly", lines=told, **more)


def test_the_daily_mean_is_of_the_days_that_have_passed():
    """13 events: a week has seven days; on 25 March, a Wednesday, two of them are over."""
    whole = facts(events(13))
    begun = facts(events(13), known={"cut": datetime(2026, 3, 25)})

    assert said(_volume(whole)) == "本周全区共上报网格事件13件，日均1.9件。"
    assert said(_volume(begun)) == "本周全区共上报网格事件13件，日均6.5件。"


def test_from_ten_a_day_on_the_mean_has_no_decimals_and_below_one_it_is_left_out():
    assert "，日均10件。" in said(_volume(facts(events(70))))
    assert "，日均9.9件。" in said(_volume(facts(events(69))))
    assert "，日均1.0件。" in said(_volume(facts(events(7))))
    assert "日均" not in said(_volume(facts(events(6))))


def test_no_data_are_no_zero():
    assert said(_volume(facts(events(None)))) == "本周全区网格事件无数据，或数据尚未接入。"
    assert said(_volume(facts(events(0)))) == "本周全区共上报网格事件0件。"


def test_a_cause_is_told_of_what_moved_by_more_than_a_fifth():
    below = {"南园街道": {"OPS-01": events(60, area=("1", "南园街道"), previous_value=30)}}

    def told(value: float, before: float) -> str:
        moved = facts(events(value, previous_value=before), below=below, known={"classes": []})
        return said(cause(moved, "OPS-01"))

    assert told(121, 100) == "其中南园街道增加最多，较上周增加30件。"
    assert told(79, 100) == "变动原因待主管单位核实。"
    assert told(120, 100) == told(29, 10) == ""


def test_a_cause_may_lie_in_the_year():
    below = {"南园街道": {"OPS-01": events(60, area=("1", "南园街道"), last_year_value=30)}}
    told = facts(events(130, last_year_value=100), below=below)

    assert said(cause(told, "OPS-01")) == "其中南园街道增加最多，较去年同期增加30件。"


def test_closing_is_told_with_its_counts():
    closed = rate("OPS-07", 90, numerator=90.0, denominator=100.0)
    on_time = rate("OPS-08", 80, numerator=80.0, denominator=100.0)

    assert said(closing(facts(closed, on_time))) == (
        "应结案100件，结案90件，OPS-07率90.00%；按期结案80件，OPS-08率80.00%。"
    )
    assert said(closing(facts(rate("OPS-07", None), on_time))) == "本周无应结案件。"
    assert standing(facts()) == []


def test_only_what_has_a_target_and_a_value_is_judged():
    told = facts(
        rate("OPS-08", 90, target=95.0, status="watch"),
        rate("OPS-09", 9, target=5.0, better="lower", status="severe"),
        rate("OPS-13", 99, target=95.0, status="normal"),
        rate("OPS-14", None, target=95.0),
        rate("OPS-15", 1),
    )

    assert said(off_target(told)) == (
        "设有目标值且本期有数据的3项指标中，2项未达到目标："
        "OPS-08率90.00%（目标不低于95%）；OPS-09率9.00%（目标不超过5%）。"
    )
    assert off_target(facts()) == []


def test_where_every_target_is_met_that_is_said():
    told = facts(rate("OPS-08", 95, target=95.0, status="normal"))

    assert said(off_target(told)) == "设有目标值且本期有数据的1项指标均达到目标。"


@pytest.mark.parametrize(
    ("status", "overdue", "words"),
    [
        ("normal", 3, "OPS-08率96.00%，达到目标（不低于95%）；期末超期未结3件"),
        ("watch", None, "OPS-08率96.00%，未达到目标（不低于95%）"),
    ],
)
def test_the_first_slide_says_whether_closing_met_its_target(
    status: str, overdue: float | None, words: str
):
    on_time = rate("OPS-08", 96, target=95.0, status=status)
    stock = line("OPS-18", overdue, kind="weekly", unit="件")

    assert said(headline(facts(on_time, stock))) == words
    assert said(headline(facts(rate("OPS-08", None)))) == "本周无应结案件"


def point(value: float) -> Figure:
    number = Number("OPS-01", "990199000000", "week", date(2026, 3, 23))
    return Figure(f"{value:g}", value, Source(number))


def test_a_chart_says_when_it_was_highest_and_lowest():
    labels = ["第1周", "第2周", "第3周", "第4周"]

    assert _takeaway("上报量", labels, [point(3), point(9), None, point(1)]) == (
        "上报量第2周最高，第4周最低。"
    )
    assert _takeaway("上报量", labels, [point(9), point(9), None, point(1)]) == (
        "上报量第1周、第2周最高，第4周最低。"
    )
    assert _takeaway("上报量", labels, [point(9), point(9), None, point(9)]) == "上报量各期相同。"
