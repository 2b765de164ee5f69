"""考核得分和排名: what the data cannot tell apart is not told apart."""

from typing import Any

from tests.warehouse.report.sections.hand_facts import hand_facts, line, prose
from warehouse.report.document import Figure
from warehouse.report.sections.ranks import score
from warehouse.report.sections.scores import scores

BELOW = {"1": {"OPS-01": line("OPS-01")}}


def unit(rank: int | None, name: str, total: float | None, span: tuple[int, int], **more: Any):
    return {
        "area_code": name, "area_name": name, "peer_group": "甲组", "scheme_no": 6,
        "scheme_name": "网格治理季度考核", "period_type": "quarter", "period_label": "2026-Q1",
        "period_start": hand_facts("quarterly").period.start, "is_complete": True,
        "rank": rank, "rank_change": 0, "total": total, "total_change": 0.0,
        "rank_best": span[0], "rank_worst": span[1], "ranked_count": 3, "card": "none",
        "note": "", "puts_last": False,
    } | more  # fmt: skip


def told(*units: dict[str, Any]) -> str:
    return prose(scores(hand_facts("quarterly", below=BELOW, lists={"board": units, "items": []})))


def test_ranks_that_overlap_are_said_to_be_equal():
    words = told(
        unit(1, "南园街道", 89.03, (1, 2)),
        unit(2, "兴业街道", 88.98, (1, 2)),
        unit(3, "云溪街道", 80.87, (3, 3)),
    )

    assert "由高到低依次为：南园街道（89.03分）、兴业街道（88.98分）、云溪街道（80.87分）" in words
    assert "第1名与第2名差异不显著，可视为并列" in words
    assert "末位与其前各名差异显著" in words


def test_a_move_inside_the_interval_is_no_achievement():
    words = told(
        unit(1, "南园街道", 89.03, (1, 2), rank_change=1),
        unit(2, "兴业街道", 88.98, (1, 2), rank_change=-1),
        unit(3, "云溪街道", 80.87, (3, 3)),
    )

    assert "与上季度相比，南园街道上升1位；兴业街道下降1位；其余单位名次不变。" in words
    assert "升降在误差范围之内" in words


def test_without_all_data_nobody_is_ranked():
    words = told(unit(None, "南园街道", None, (1, 1), rank_change=None, total_change=None))

    assert "暂不排名" in words
    assert "第1名" not in words


def test_a_place_with_nothing_below_has_no_ranking():
    assert scores(hand_facts("quarterly", lists={"board": []})) is None


def test_a_quarter_without_a_scheme_says_so():
    facts = hand_facts("quarterly", below=BELOW, lists={"board": []})

    assert prose(scores(facts)) == "本季度没有对各街道的考核结果，不作排名。"


def test_cards_are_counted_and_few_are_named():
    words = told(
        unit(1, "南园街道", 93.0, (1, 1), card="green"),
        unit(2, "兴业街道", 88.0, (2, 2)),
        unit(3, "云溪街道", 80.0, (3, 3), card="red"),
    )

    assert "本季度发出绿牌1个（南园街道），红牌1个（云溪街道）。" in words


def test_units_of_one_street_are_told_with_their_rank_in_the_whole_group():
    """Second and third of three: neither the first nor the last of them is told apart here."""
    words = told(
        unit(2, "洲尾村", 82.34, (1, 3)),
        unit(3, "洲岛村", 59.22, (2, 3)),
    )

    assert (
        "甲组中所属单位由高到低依次为：洲尾村（第2名，82.34分）、洲岛村（第3名，59.22分）。"
        in words
    )
    assert "第1名" not in words


def test_the_workbook_shows_points_without_a_unit_with_their_decimals():
    total = score(unit(1, "南园街道", 89.1, (1, 2)), "total", "", 2)

    assert isinstance(total, Figure)
    assert (total.words, total.form) == ("89.10", "0.00")
