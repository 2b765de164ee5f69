"""排名及变化: first and last of a group in words, and what the arrows of the table say."""

from typing import Any

import polars as pl
import pytest

from tests.warehouse.report.sections.hand_facts import STARTS
from warehouse.report.document import Part, words_of
from warehouse.report.sections.ranks import group_words, month_words, moved_rank, moved_score


def unit(name: str, rank: int, total: float, span: tuple[int, int], of: int) -> dict[str, Any]:
    return {
        "area_code": name, "area_name": name, "scheme_no": 6, "period_type": "month",
        "period_start": STARTS["monthly"], "rank": rank, "total": total,
        "rank_best": span[0], "rank_worst": span[1], "ranked_count": of,
    }  # fmt: skip


def said(*rows: dict[str, Any]) -> str:
    return "".join(map(words_of, group_words("甲组", pl.DataFrame(rows))))


def test_a_first_who_is_first_for_certain_and_the_last():
    words = said(unit("南园街道", 1, 92.31, (1, 1), 2), unit("双桥街道", 2, 85.2, (2, 2), 2))

    assert words == "甲组第1名为南园街道（92.31分），末位为双桥街道（第2名，85.20分）"


@pytest.mark.parametrize(
    ("worst", "words"), [(2, "，与第2名差异不显著"), (3, "，与其后直至第3名差异不显著")]
)
def test_a_first_who_may_be_second_or_third(worst: int, words: str):
    assert words in said(unit("南园街道", 1, 92.31, (1, worst), 3))


def test_a_part_of_a_group_has_neither_its_first_nor_its_last():
    words = said(unit("南园街道", 2, 90, (2, 2), 9), unit("双桥街道", 5, 80, (5, 5), 9))

    assert (
        words
        == "甲组名次最靠前的为南园街道（第2名，90.00分），名次最靠后的为双桥街道（第5名，80.00分）"
    )


def test_one_alone_is_not_last():
    assert said(unit("南园街道", 1, 92.31, (1, 1), 1)) == "甲组第1名为南园街道（92.31分）"


def test_arrows_tell_better_worse_and_the_same():
    def arrow(rank: int | None, total: float | None) -> tuple[str, str]:
        row = unit("南园街道", 1, 90, (1, 1), 1) | {"rank_change": rank, "total_change": total}
        told: tuple[Part, Part] = (moved_rank(row), moved_score(row))
        return words_of(told[0]), words_of(told[1])

    assert arrow(2, 1.25) == ("↑2", "↑1.25")
    assert arrow(-1, -0.5) == ("↓1", "↓0.50")
    assert arrow(0, 0.004) == ("→", "→")
    assert arrow(None, None) == ("—", "—")


def test_a_month_is_written_out_and_other_periods_stay():
    assert month_words("2026-03") == "2026年3月"
    assert month_words("2026-Q1") == "2026-Q1"
