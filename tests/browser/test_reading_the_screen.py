"""What the checks of the screen take for English, and how they read numbers."""

import pytest

from tests.browser.english import stray_words
from tests.browser.watching import number


@pytest.mark.parametrize(
    "words",
    ["按期结案率 OPS-08", "排名 Excel", "feeds/grid/events_2026.csv : 12", "20261122T220100-ab12"],
)
def test_codes_files_and_names_of_programs_are_not_english(words: str):
    assert stray_words(words) == []


def test_english_words_are_found_between_chinese_ones():
    assert stray_words("共 3 rows，None 条") == ["rows", "None"]


@pytest.mark.parametrize(
    ("words", "value"), [("2,274件 较上期", 2274), ("升 −1.5 分", -1.5), ("共 12 / 40 条", 12)]
)
def test_the_first_number_of_a_text_is_read(words: str, value: float):
    assert number(words) == value
