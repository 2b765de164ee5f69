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


def said(*rows: dict[str, Any], is_partly: bool = False) -> str:
    return "".join(map(words_of, group_words("甲组", pl.DataFrame(rows), is_partly=is_partly)))


def test_a_first_who_is_first_for_certain_and_the_last():
    words = said(
        unit("南园街道", 1, 92.31, (1, 1), 3),
        unit("兴业街道", 2, 90, (2, 2), 3),
        unit("双桥街道", 3, 85.2, (3, 3), 3),
    )

    assert words == "甲组第1名为南园街道（92.31分），末位为双桥街道（第3名，85.20分）"


def test_the_second_of_two_is_not_called_the_last():
    first, second = unit("双桥街道", 1, 86.66, (1, 2), 2), unit("芦花洲街道", 2, 85.96, (1, 2), 2)
    words = "甲组第1名为双桥街道（86.66分），第2名为芦花洲街道（85.96分）"

    assert said(first, second) == f"{words}，两者差异不显著"
    assert said(first | {"rank_worst": 1}, second) == words


def test_units_without_data_are_said_to_be_left_out():
    words = said(unit("南园街道", 1, 25.98, (1, 1), 1), is_partly=True)

    assert words == "甲组第1名为南园街道（25.98分），其余单位数据未齐，暂不排名"


@pytest.mark.parametrize(
    ("worst", "words"), [(2, "，与第2名差异不显著"), (3, "，与其后直至第3名差异不显著")]
)
def test_a_first_who_may_be_second_or_third(worst: int, words: str):
    others = (unit("兴业街道", 2, 90, (1, 3), 3), unit("双桥街道", 3, 89, (2, 3), 3))

    assert words in said(unit("南园街道", 1, 92.31, (1, worst), 3), *others)


def test_a_part_of_a_group_has_neither_its_first_nor_its_last():
    words = said(unit("南园街道", 2, 90, (2, 2), 9), unit("双桥街道", 5, 80, (5, 5), 9))

    assert words == (
        "甲组中所属单位名次最靠前的为南园街道（第2名，90.00分），"
        "最靠后的为双桥街道（第5名，80.00分）"
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
