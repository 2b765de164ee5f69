"""重点工作: three things at most, by rule, and who is named has really most."""

from typing import Any

import polars as pl

from tests.warehouse.report.sections.hand_facts import hand_facts, line, prose
from warehouse.report.sections.priorities import priorities
from warehouse.report.template import Template


def overdue(*owners: str) -> pl.DataFrame:
    columns = {"department_name": pl.String(), "area_path": pl.String()}
    return pl.DataFrame([(owner, None) for owner in owners], schema=columns, orient="row")


def action(unit: str, state: str = "超期") -> dict[str, Any]:
    return {"department_name": unit, "area_name": None, "state": state}


def told(
    *lines: dict[str, Any],
    owners: tuple[str, ...] = (),
    actions: tuple[dict[str, Any], ...] = (),
    below: dict[str, dict[str, Any]] | None = None,
    classes: tuple[dict[str, Any], ...] = (),
    template: Template | None = None,
) -> str | None:
    plain = {"OPS-01": line("OPS-01", kind="weekly", unit="件"), "OPS-18": line("OPS-18")}
    facts = hand_facts(
        "weekly",
        lines=plain | {row["indicator_code"]: row for row in lines},
        below=below,
        template=template,
        known={
            "overdue": overdue(*owners),
            "actions": pl.DataFrame(actions, schema_overrides={"area_name": pl.String()})
            if actions
            else pl.DataFrame(),
            "classes": list(classes),
        },
    )
    written = priorities(facts)
    return None if written is None else prose(written)


def rate(code: str, value: float, goal: float = 95.0, **more: Any) -> dict[str, Any]:
    return line(code, value, kind="weekly", indicator_name=f"{code}率", target=goal, **more)


def test_where_nothing_calls_for_anything_nothing_is_said():
    assert told() is None


def test_one_thing_alone_is_not_counted():
    words = told(actions=(action("区住建局"), action("区城管局", "已办结")))

    assert words == (
        "下一步请有关单位抓好以下一件事：\n督促超期议定事项1项尽快办结，责任单位：区住建局。"
    )


def test_four_units_are_named_and_the_fifth_is_among_the_others():
    four = told(actions=tuple(action(unit) for unit in "甲乙丙丁"))
    five = told(actions=tuple(action(unit) for unit in "甲乙丙丁戊"))

    assert four is not None
    assert "责任单位：甲、乙、丙、丁。" in four
    assert five is not None
    assert "责任单位：甲、乙、丙、丁等单位。" in five


def test_the_unit_with_most_overdue_events_is_named():
    words = told(owners=("区城管局", "区住建局", "区城管局"))

    assert words is not None
    assert "区城管局承办的超期未结事项2件，在责任单位中最多，请逐件明确办结时间。" in words


def test_of_units_with_equally_many_none_stands_above_the_others():
    words = told(owners=("区城管局", "区住建局", "区民政局", "区城管局", "区住建局"))

    assert words is not None
    assert "区住建局、区城管局承办的超期未结事项各2件，在责任单位中最多，" in words


def test_the_only_unit_has_not_most_of_all():
    words = told(owners=("区城管局",))

    assert words is not None
    assert "区城管局承办的超期未结事项1件，请逐件明确办结时间。" in words


def test_where_everybody_has_equally_many_nobody_is_named():
    assert told(owners=tuple("甲乙丙丁戊")) is None


def test_the_rate_furthest_from_its_target_is_told_with_the_weakest_place():
    """90 of 95 lacks 5 points; 12 of at most 5 is 7 too many."""
    worse = rate("OPS-09", 12, 5.0, better="lower")
    below = {
        name: {"OPS-09": rate("OPS-09", value, 5.0, better="lower", area=(name, name))}
        for name, value in (("南园街道", 4.0), ("双桥街道", 20.0), ("云溪街道", 12.0))
    }
    words = told(rate("OPS-08", 90), worse, below=below)

    assert words is not None
    assert (
        "降低OPS-09率，本周为12.00%，目标不超过5%，街道中差距最大的是双桥街道（20.00%）。" in words
    )


def test_what_meets_its_target_or_is_a_small_sample_is_no_priority():
    assert told(rate("OPS-08", 95), rate("OPS-09", 50, is_small_sample=True)) is None


def test_a_small_sample_is_not_the_weakest_place():
    below = {
        "1": {"OPS-08": rate("OPS-08", 10, area=("1", "南园街道"), is_small_sample=True)},
        "2": {"OPS-08": rate("OPS-08", 80, area=("2", "双桥街道"))},
        "3": {"OPS-08": rate("OPS-08", 80, area=("3", "云溪街道"))},
    }
    words = told(rate("OPS-08", 90), below=below)

    assert words is not None
    assert "差距最大的是双桥街道、云溪街道（80.00%）" in words


def test_a_class_is_told_when_events_rose_and_not_when_they_fell():
    def volume(value: float) -> dict[str, Any]:
        return line("OPS-01", value, kind="weekly", unit="件", previous_value=100.0)

    kind = line("OPS-01", 70.0, kind="weekly", unit="件", previous_value=40.0) | {
        "class_name": "市容环境",
        "class_place": 1,
    }
    rose, fell = told(volume(130), classes=(kind,)), told(volume(70), classes=(kind,))

    assert rose is not None
    assert "关注事件上报量上升，其中市容环境类增加最多，较上周增加30件，" in rose
    assert fell is None


def test_of_four_things_three_are_told_and_the_words_of_the_site_follow():
    words = told(
        line("OPS-01", 130, kind="weekly", unit="件", previous_value=100.0),
        rate("OPS-08", 90),
        owners=("区城管局",),
        actions=(action("区住建局"),),
        template=Template(next_steps=("抓好防汛。",)),
    )

    assert words is not None
    parts = words.split("\n")
    assert parts[0] == "下一步请有关单位抓好以下三件事："
    assert [part[:2] for part in parts[1:4]] == ["一是", "二是", "三是"]
    assert parts[4:] == ["抓好防汛。"]


def test_words_of_the_site_stand_alone_where_there_is_nothing_else():
    assert told(template=Template(next_steps=("抓好防汛。",))) == "抓好防汛。"
