"""How much room text takes."""

import pytest

from warehouse.report.write.text_width import ems, lines_needed, widest


def test_a_digit_is_a_little_more_than_half_a_chinese_character():
    assert ems("按期结案率") == 5
    assert ems("93.72%") == pytest.approx(6 * 0.58)
    assert ems("“—”") == 3


def test_some_programs_set_digits_apart():
    # Between 共 and 1, between 2 and 件.
    assert widest("共12件") == pytest.approx(2 + 2 * 0.58 + 2 * 0.25)


@pytest.mark.parametrize(("letters", "lines"), [(0, 1), (9, 1), (10, 2), (18, 2), (19, 3)])
def test_a_line_does_not_always_fill_its_width(letters: int, lines: int):
    assert lines_needed("字" * letters, 10) == lines
