"""Two rates: are they different, or is it chance?"""

import pytest

from warehouse.report.chance import differ


def test_a_small_difference_of_many_is_certain():
    # 95.85 % and 96.21 % of 40 000 each: the difference of 0.36 is 2.6 standard errors of 0.14.
    assert differ(38_340, 40_000, 38_484, 40_000)


def test_the_same_difference_of_few_is_chance():
    # 47 of 55 and 30 of 34: 85.5 % and 88.2 %, with a standard error of 7.4.
    assert not differ(47, 55, 30, 34)


@pytest.mark.parametrize("counts", [(0, 0, 1, 2), (None, 5, 1, 2), (5, 5, 5, 5)])
def test_nothing_to_divide_missing_or_equal_is_no_difference(counts):
    assert not differ(*counts)
