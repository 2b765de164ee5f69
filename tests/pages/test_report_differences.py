"""Words of what differs between two editions."""

import pytest

from pages.kit.reports.differences import change_words, part_words


@pytest.mark.parametrize(
    ("part", "words"),
    [("v", ""), ("d", "分母"), ("cr", "环比"), ("class-3-s", "第3类 占比"), ("rank", "名次")],
)
def test_a_part_of_a_mark_says_which_number_it_is(part: str, words: str):
    assert part_words(part) == words


@pytest.mark.parametrize(
    ("one", "other", "change", "words"),
    [
        ("2796件", "2833件", 37.0, "+37"),
        ("91.20%", "90.40%", -0.8, "−0.80"),
        ("东街街道", "西河镇", None, "—"),
    ],
)
def test_a_change_is_written_as_finely_as_the_number(
    one: str, other: str, change: float | None, words: str
):
    row = {"state": "changed", "words_one": one, "words_other": other, "change": change}

    assert change_words(row) == words


def test_a_number_that_one_edition_lacks_says_so():
    assert change_words({"state": "only_other"}) == "前一版没有"
