"""Two rates: are they different, or is it chance?"""

import pytest

from warehouse.report.chance import differ


def test_a_small_difference_of_many_is_certain():
    # 95.85 % and 96.21 % of 40 000 each: the difference of 0.36 is 2.6 standard errors of 0.14.
    assert differ(38_340, 40_000, 38_484, 40_000)


def test_the_same_difference_of_few_is_chance():
    # 47 of 55 and 30 of 34: 85.5 % and 88.2 %, with a standard error of 7.4.
    assert not differ(47, 55, 30, 34)


def test_certain_begins_at_twice_the_standard_error():
    # Of a hundred each: 60 and 50 are 1.42 standard errors of 7.04 apart, 65 and 50 are 2.15.
    assert not differ(60, 100, 50, 100)
    assert differ(65, 100, 50, 100)
    assert differ(50, 100, 65, 100)


@pytest.mark.parametrize(
    "counts",
    [(0, 0, 1, 2), (1, 2, 0, 0), (None, 500, 1, 200), (1, 200, None, 500), (5, 5, 5, 5)],
)
def test_nothing_to_divide_missing_or_equal_is_no_difference(counts):
    assert not differ(*counts)
