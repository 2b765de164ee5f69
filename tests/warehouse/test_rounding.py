"""Decimals of a printed value, at the line that it is judged by."""

from warehouse.rounding import rounded, telling


def test_a_value_gets_the_decimals_that_keep_it_on_its_side_of_a_line():
    assert telling(94.99, 2, [95]) == 2
    assert telling(94.996, 2, [95]) == 3
    assert telling(95.0004, 2, [95]) == 4
    assert telling(95, 2, [95]) == telling(95 + 1e-13, 2, [95]) == 2
    assert telling(94.996, 2, []) == 2


def test_a_half_is_rounded_up_as_a_spreadsheet_does_it():
    assert rounded(0.125, 2) == 0.13
    assert rounded(-0.125, 2) == -0.13
    assert rounded(337420.5, 0) == 337421
    assert rounded(2.5, 0) == 3


def test_what_counts_is_the_number_that_is_seen_not_its_binary_digits():
    assert round(2.675, 2) == 2.67
    assert rounded(2.675, 2) == 2.68
    # A share that was computed as 94.99499999999999 is 94.995.
    assert rounded(94.995 - 1.5e-14, 2) == 95.0
    assert rounded(94.994999, 2) == 94.99
