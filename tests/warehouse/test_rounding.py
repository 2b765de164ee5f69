"""Decimals of a printed value, at the line that it is judged by."""

from warehouse.rounding import telling


def test_a_value_gets_the_decimals_that_keep_it_on_its_side_of_a_line():
    assert telling(94.99, 2, [95]) == 2
    assert telling(94.996, 2, [95]) == 3
    assert telling(95.0004, 2, [95]) == 4
    assert telling(95, 2, [95]) == telling(95 + 1e-13, 2, [95]) == 2
    assert telling(94.996, 2, []) == 2
