"""Numbers as words: units, decimals, and shares that add up."""

from hypothesis import given
from hypothesis import strategies as st

from warehouse.report.words import (
    STATUS_WORDS,
    form_of,
    number,
    printed,
    share_decimals,
    shares,
    whole_word,
    with_unit,
)


def test_a_missing_value_is_a_dash_and_never_zero():
    assert number(None) == "—"
    assert with_unit(None, "%") == "—"
    assert with_unit(0, "件") == "0件"
    assert number(1204.4) == "1204"


def test_rates_have_two_decimals_counts_none_and_hours_one():
    assert with_unit(93.7243, "%") == "93.72%"
    assert with_unit(1204, "件") == "1204件"
    assert with_unit(6561.04, "小时") == "6561.0小时"
    assert with_unit(1.234, "件/万人") == "1.23件/万人"


def test_the_spreadsheet_prints_as_the_sentence_does():
    assert form_of("%") == '0.00"%"'
    assert form_of("件") == '0"件"'
    assert form_of("") == "0"


def test_a_rate_is_never_printed_as_all_or_nothing_where_it_is_neither():
    """40012 of 40013 are 99.9975 %."""
    assert with_unit(100 * 40012 / 40013, "%") == "99.998%"
    assert with_unit(100 / 40013, "%") == "0.002%"
    assert with_unit(100, "%") == "100.00%"
    assert printed(94.996, "%", [95]) == ("94.996%", '0.000"%"')


def test_no_minus_before_nothing():
    assert number(-0.001, 2) == "0.00"


def test_all_of_a_county_is_not_all_of_a_district():
    assert whole_word("district", "示范县") == "全县"
    assert whole_word("district", "示范区") == "全区"
    assert whole_word("street", "西河镇") == "全镇"
    assert whole_word("community", "西河村") == "全村"


def test_all_of_a_place_is_named_by_its_level():
    levels = ("province", "city", "district", "street", "community", "grid")

    assert [whole_word(level, "示范") for level in levels] == [
        *("全省", "全市", "全区", "全街道", "全社区"),
        "",
    ]


def test_a_status_is_a_word_and_none_is_a_dash():
    states = ("normal", "watch", "severe", "none")

    assert [STATUS_WORDS[state] for state in states] == ["正常", "关注", "严重", "—"]


def test_three_equal_thirds_add_to_a_hundred():
    assert shares([1, 1, 1]) == [33.34, 33.33, 33.33]
    assert shares([0, 0]) == [0.0, 0.0]
    assert shares([]) == []


def test_equal_counts_have_equal_shares():
    """21, 9, 9 and 5 of 44: 47.73 + 20.45 + 20.45 + 11.36 lacks a hundredth."""
    assert shares([21, 9, 9, 5]) == [47.73, 20.45, 20.45, 11.37]
    assert shares([0, 1, 1, 1]) == [0.0, 33.34, 33.33, 33.33]


def test_the_share_of_one_in_forty_thousand_is_not_nothing():
    counts = [39_999.0, 1.0]

    assert share_decimals(counts) == 3
    assert shares(counts) == [99.998, 0.002] or shares(counts) == [99.997, 0.003]


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=40).filter(any))
def test_shares_always_add_to_exactly_a_hundred_and_stay_next_to_the_truth(counts: list[int]):
    rounded = shares([float(count) for count in counts])

    assert round(100 * sum(rounded)) == 10_000
    for share, count in zip(rounded, counts, strict=True):
        assert abs(share - 100 * count / sum(counts)) < 0.01
