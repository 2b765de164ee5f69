"""Titles that are too long for one line."""

from warehouse.report.write.text_width import ems
from warehouse.report.write.title_lines import title_lines


def test_a_title_that_fits_is_one_line():
    assert title_lines("示例市市域社会治理工作周报") == ["示例市市域社会治理工作周报"]


def test_it_is_broken_between_words_near_its_middle():
    assert title_lines("示例经济技术开发区市域社会治理工作年度考核报告") == [
        "示例经济技术开发区",
        "市域社会治理工作年度考核报告",
    ]


def test_a_very_long_one_has_as_many_lines_as_it_needs_and_none_runs_over():
    for length in range(1, 90):
        lines = title_lines("字" * length)
        assert "".join(lines) == "字" * length
        # 156 mm hold twenty letters of 22 points.
        assert len(lines) == -(-length // 20)
        assert max(map(ems, lines)) <= 20
