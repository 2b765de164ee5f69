"""Sentences of the first sections: what few, none, all and unfinished are called."""

from typing import Any

import pytest

from tests.warehouse.report.sections.hand_facts import hand_facts, line, prose
from warehouse.report.document import Paragraph
from warehouse.report.facts import Facts
from warehouse.report.sections.actions import _by_state
from warehouse.report.sections.classes import leading_classes
from warehouse.report.sections.compliance import _failed
from warehouse.report.sections.fields import count_sentence
from warehouse.report.sections.loop import rate_sentence
from warehouse.report.sections.overall import closing, headline, off_target, standing
from warehouse.report.sections.rectification import rectification

OVERDUE = line("OPS-18", 0.0, unit="件", previous_value=2.0)


def facts_of(*rows: dict[str, Any], classes: tuple[tuple[str, float], ...] = ()) -> Facts:
    lines = {row["indicator_code"]: row for row in rows}
    facts = hand_facts("quarterly", lines=lines or {"OPS-01": line("OPS-01")})
    facts.__dict__["classes"] = [
        line("OPS-01", value, unit="件", class_name=name, class_place=place)
        for place, (name, value) in enumerate(classes, 1)
    ]
    return facts


def text(parts: Any) -> str:
    return Paragraph(list(parts)).text


def rate_of(code: str, hits: float, whole: float, **more: Any) -> dict[str, Any]:
    return line(code, 100 * hits / whole, numerator=hits, denominator=whole, **more)


def test_of_few_cases_the_counts_are_told_and_no_rate():
    few = facts_of(rate_of("OPS-07", 29, 29), rate_of("OPS-08", 28, 29), OVERDUE)

    assert text(closing(few)) == "应结案29件，结案29件；按期结案28件。"
    assert text(headline(few)) == "应结案29件，按期结案28件；期末没有超期未结事项"


def test_a_rate_next_to_its_target_is_printed_so_that_it_misses_it():
    """37998 of 40000 are 94.995 %."""
    on_time = rate_of("OPS-08", 37_998, 40_000, target=95.0, status="watch")
    facts = facts_of(rate_of("OPS-07", 39_999, 40_000), on_time, OVERDUE)

    assert text(closing(facts)) == (
        "应结案40000件，结案39999件，OPS-0799.998%；按期结案37998件，OPS-0894.995%。"
    )
    assert text(headline(facts)).startswith("OPS-0894.995%，未达到目标（不低于95%）")


def test_none_is_said_in_words():
    facts = facts_of(
        OVERDUE,
        line("LAW-18", 0.0, unit="件", previous_value=0.0),
        rate_of("OPS-09", 0, 72),
    )

    assert text(standing(facts)) == "期末没有超期未结事项，环比减少2件。"
    assert text(count_sentence(facts, "LAW-18", "受理矛盾纠纷")) == "没有受理矛盾纠纷。"
    told = rate_sentence(facts, "OPS-09", "应结案件", "其中返工/没有返工")
    assert text(told) == "应结案件72件，没有返工。"


def test_a_period_that_still_runs_has_no_end_yet():
    facts = facts_of(line("OPS-18", 24.0, unit="件", is_complete=False))

    assert text(standing(facts)) == "目前超期未结24件。"


def test_a_target_missed_by_a_small_sample_says_so():
    missed = rate_of("OPS-13", 5, 11, target=70.0, status="watch", is_small_sample=True)

    assert "OPS-1345.45%（目标不低于70%，样本偏少）" in text(off_target(facts_of(missed)))


@pytest.mark.parametrize(
    ("classes", "words"),
    [
        ((("市容环境", 1),), "上报事件均为市容环境类。"),
        ((("市容环境", 1), ("安全隐患", 1)), ""),
        ((("市容环境", 3), ("安全隐患", 1)), "上报较多的类别是市容环境3件。"),
        (
            (("市容环境", 20), ("安全隐患", 10)),
            "上报量居前的类别依次是：市容环境20件（占66.67%）、安全隐患10件（占33.33%）。",
        ),
    ],
)
def test_few_events_have_no_shares(classes: Any, words: str):
    assert text(leading_classes(facts_of(classes=classes))) == words


def test_actions_in_one_state_are_not_counted_twice():
    facts = facts_of()
    late, done = {"state": "超期"}, {"state": "已办结"}

    assert text(_by_state(facts, [late, late], "actions_older")[0]) == "均已超期"
    assert text(_by_state(facts, [done], "actions_last")[0]) == "已办结"
    two = _by_state(facts, [late, done], "actions_last")
    assert [text(parts) for parts in two] == ["已办结1项", "超期1项"]


def finding(state: str) -> dict[str, Any]:
    return {"state": state, "is_new": True, "rectified_on": None, "kind_name": "月调度"}


def owing(name: str, overdue: int) -> dict[str, Any]:
    counts = dict.fromkeys(
        ("found_count", "due_count", "on_time_count", "late_count", "open_count", "late_before"), 1
    )
    return {"unit_name": name, "overdue_count": overdue, "is_repeat": False} | counts


def test_units_that_owe_one_finding_each_are_not_said_to_owe_many():
    lines = {code: line(code) for code in ("OPS-01", "POL-06", "POL-04")}
    lists = {"findings": [finding("逾期未改")] * 2, "tasks": []}
    each = hand_facts(
        "quarterly",
        lines=lines,
        lists=lists | {"units": [owing("云溪街道", 1), owing("区人社局", 1)]},
    )
    many = hand_facts(
        "quarterly",
        lines=lines,
        lists=lists | {"units": [owing("云溪街道", 3), owing("区人社局", 1)]},
    )

    assert "其中逾期未改2个，责任单位是云溪街道、区人社局。" in prose(rectification(each))
    assert "较多的单位是云溪街道（3个）。" in prose(rectification(many))


def test_dimensions_failed_as_often_are_not_ranked():
    facts = hand_facts(
        "half-yearly",
        lists={
            "checks": [
                {"unit_word": "网格", "dimension": word, "failed_count": 1}
                for word in ("划好网格", "配齐人员")
            ]
        },
    )

    assert text(_failed(facts)) == "未通过的维度是网格“划好网格”（1次）、网格“配齐人员”（1次）。"
