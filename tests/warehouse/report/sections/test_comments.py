"""讲评要点: only differences that are certain and large enough to be worth a word."""

from typing import Any

from tests.warehouse.report.sections.hand_facts import STARTS, hand_facts, line, prose
from warehouse.report.sections.comments import comments

#: Nothing ranked, nothing overdue.
QUIET: dict[str, Any] = {
    "board": [], "findings": [{"state": "整改中"}], "units": [{"overdue_count": 0}]
}  # fmt: skip


def rate(
    code: str,
    counts: tuple[int, int],
    then: tuple[int, int],
    *,
    better: str = "higher",
    **more: Any,
) -> dict[str, Any]:
    """A rate that is counts of counts, and was then of then."""
    return line(
        code, 100 * counts[0] / counts[1], indicator_name=f"{code}率", better=better,
        numerator=counts[0], denominator=counts[1], previous_value=100 * then[0] / then[1],
        previous_numerator=then[0], previous_denominator=then[1], **more,
    )  # fmt: skip


def told(*lines: dict[str, Any], **lists: Any) -> str:
    facts = hand_facts(
        "quarterly", lines={row["indicator_code"]: row for row in lines}, lists=QUIET | lists
    )
    written = comments(facts)
    return "" if written is None else prose(written)


def unit(name: str, change: float | None, total: float = 80.0) -> dict[str, Any]:
    return {
        "area_code": name, "area_name": name, "scheme_no": 6, "period_type": "quarter",
        "period_start": STARTS["quarterly"], "total": total, "total_change": change,
    }  # fmt: skip


def item(name: str, lost: float, place: int = 1, area: str = "云溪街道", part: str = "base") -> Any:
    return {
        "area_code": area, "item_no": place, "item_name": name, "part": part, "lost_points": lost
    }  # fmt: skip


def test_where_nothing_moved_for_certain_nothing_is_commented():
    assert told(rate("OPS-08", (90, 100), (89, 100))) == ""


def test_what_got_better_and_what_got_worse_are_told_apart():
    """1 000 each: 90 % after 80 %, and rework of 9 % after 4 %."""
    words = told(
        rate("OPS-08", (900, 1000), (800, 1000)),
        rate("OPS-09", (90, 1000), (40, 1000), better="lower"),
    )

    assert words.split("\n") == [
        "一是工作有进步。OPS-08率90.00%，环比提高10.00个百分点。",
        "二是部分指标有所退步。OPS-09率9.00%，环比提高5.00个百分点。",
    ]


def test_of_more_than_three_the_largest_moves_are_told_first():
    words = told(
        *(
            rate(code, (hits, 1000), (500, 1000))
            for code, hits in (("OPS-06", 600), ("OPS-08", 700), ("OPS-13", 650), ("OPS-14", 800))
        )
    )

    assert [code for code in ("OPS-14", "OPS-08", "OPS-13", "OPS-06") if code in words] == [
        *("OPS-14", "OPS-08", "OPS-13"),
    ]
    assert words.index("OPS-14") < words.index("OPS-08") < words.index("OPS-13")


def test_half_a_point_is_told_and_less_is_not_however_certain():
    """Of a million each, a tenth of a point is certain."""
    half = rate("OPS-08", (905_000, 1_000_000), (900_000, 1_000_000))
    less = rate("OPS-08", (904_900, 1_000_000), (900_000, 1_000_000))

    assert "OPS-08率" in told(half)
    assert told(less) == ""


def test_small_samples_and_what_is_not_reviewed_are_left_out():
    moved: tuple[Any, Any] = ((900, 1000), (500, 1000))

    assert told(rate("OPS-08", *moved, is_small_sample=True), rate("POL-04", *moved)) == ""


def test_the_furthest_from_their_targets_are_named_first():
    def missed(code: str, value: float, **more: Any) -> dict[str, Any]:
        return line(code, value, indicator_name=f"{code}率", target=95.0, **more)

    words = told(
        missed("OPS-06", 94),
        missed("OPS-08", 80),
        missed("OPS-13", 90),
        missed("OPS-14", 85),
        missed("OPS-15", 10, is_small_sample=True),
        missed("OPS-19", 95),
    )

    assert words == (
        "与目标还有差距。差距较大的是OPS-08率80.00%（目标不低于95%）、"
        "OPS-14率85.00%（目标不低于95%）、OPS-13率90.00%（目标不低于95%）。"
    )


def test_the_unit_that_fell_most_is_named_with_what_cost_it_most():
    words = told(
        line("OPS-01"),
        board=[unit("南园街道", -1.0), unit("云溪街道", -2.5, 80.87), unit("双桥街道", None)],
        items=[
            item("按期结案率", 3.0, 1),
            item("返工率", 4.5, 2),
            item("回访满意率", 1.0, 3),
            item("加分", 9.0, 4, part="bonus"),
            item("返工率", 9.0, 2, area="南园街道"),
        ],
    )

    assert words == (
        "有单位得分下降。下降最多的是云溪街道，得80.87分，较上季度下降2.50分，"
        "失分较多的项目是返工率（失4.50分）、按期结案率（失3.00分）。"
    )


def test_where_nobody_fell_nobody_is_named():
    assert told(line("OPS-01"), board=[unit("南园街道", 0.0), unit("云溪街道", 1.0)]) == ""


def test_overdue_findings_are_counted_with_their_units():
    words = told(
        line("OPS-01"),
        findings=[{"state": "逾期未改"}, {"state": "逾期未改"}, {"state": "整改中"}],
        units=[{"overdue_count": 2}, {"overdue_count": 0}],
    )

    assert words == "督导问题整改有欠账。期末逾期未改的督导问题2个，涉及1个单位。"


def test_the_slide_says_what_the_points_say_first():
    facts = hand_facts(
        "quarterly",
        lines={
            "OPS-08": rate("OPS-08", (900, 1000), (800, 1000)),
            "OPS-09": rate("OPS-09", (90, 1000), (40, 1000), better="lower"),
        },
        lists=QUIET,
    )
    written = comments(facts)

    assert written is not None
    assert written.slides[0].conclusion.text == "工作有进步，部分指标有所退步"
