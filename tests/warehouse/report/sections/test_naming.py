"""通报表扬和批评: nobody is named whom the numbers do not accuse for certain."""

from typing import Any

from tests.warehouse.report.sections.hand_facts import STARTS, hand_facts, line, prose
from warehouse.report.sections.naming import NAMED, naming


def verdict(name: str, verdict: str | None, reason: str | None = None, **more: Any):
    return {
        "area_code": name, "area_name": name, "scheme_no": 6, "period_type": "quarter",
        "period_start": STARTS["quarterly"], "total": 80.87, "verdict": verdict, "reason": reason,
        "is_doubtful": False,
    } | more  # fmt: skip


def told(*rows: dict[str, Any], is_complete: bool = True) -> str:
    whole = line("OPS-01", is_complete=is_complete)
    facts = hand_facts(
        "quarterly",
        lines={"OPS-01": whole},
        below={"1": {"OPS-01": whole}},
        lists={"verdicts": rows, "board": [{"rank": 1}]},
    )
    return prose(naming(facts))


def test_a_unit_is_criticised_by_name_with_its_total_and_the_reason():
    words = told(
        verdict("云溪街道", "criticism", "总分及其误差区间均低于黄牌线"), verdict("南园街道", None)
    )

    assert "对云溪街道予以通报批评，总分80.87分，总分及其误差区间均低于黄牌线。" in words
    assert "本季度没有符合表扬条件的单位。" in words
    assert "南园街道" not in words


def test_many_bad_units_are_a_matter_of_the_whole():
    bad = [verdict(f"第{place}街道", "criticism", "一票否决") for place in range(NAMED + 1)]
    words = told(*bad)

    assert f"符合批评条件的有{NAMED + 1}个单位" in words
    assert "不逐一通报批评" in words
    assert "第0街道" not in words


def test_doubtful_units_are_counted_and_not_named():
    words = told(verdict("双桥街道", None, is_doubtful=True), verdict("南园街道", None))

    assert "另有1个单位总分低于黄牌线，但误差区间触及该线，不列入通报批评" in words
    assert "双桥街道" not in words


def test_a_quarter_that_still_runs_names_nobody():
    words = told(verdict("云溪街道", "criticism", "一票否决"), is_complete=False)

    assert words == "本季度尚未结束，不作表扬和批评。"


def test_a_veto_is_named_even_where_there_is_no_total():
    words = told(verdict("兴业街道", "criticism", "一票否决", total=None))

    assert "对兴业街道予以通报批评，一票否决。" in words


def test_the_slide_counts_only_who_is_named():
    whole = line("OPS-01")
    facts = hand_facts(
        "quarterly",
        lines={"OPS-01": whole},
        below={"1": {"OPS-01": whole}},
        lists={
            "verdicts": [verdict("南园街道", "praise", "总分达到绿牌线", total=92.5)],
            "board": [{"rank": 1}],
        },
    )
    written = naming(facts)

    assert written is not None
    assert "对南园街道予以通报表扬，总分92.50分，达到绿牌线。" in prose(written)
    assert [slide.conclusion.text for slide in written.slides] == ["通报表扬1个单位"]
