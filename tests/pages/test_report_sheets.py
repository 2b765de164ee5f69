"""The pages of a PDF on the screen: their words, and a link over every number."""

import re
from pathlib import Path

import pytest

from pages.kit.reports.sheets import Paper, paper_of, sheet
from tests.warehouse.report.hand_report import hand_report
from warehouse.report.write.pdf import write_pdf


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    path: Path = tmp_path_factory.mktemp("paper") / "report.pdf"
    write_pdf(hand_report(), path)
    return paper_of(path.read_bytes())


def test_a_page_says_its_words_to_who_cannot_see_it(paper: Paper):
    drawn = sheet(paper, 1)

    (alt,) = re.findall(r'alt="([^"]*)"', drawn)
    assert alt.startswith(f"第1页，共{paper.count}页：")
    assert "本周全市共上报网格事件1204件" in re.sub(r"\s", "", alt)


def test_every_number_lies_under_a_link_to_its_trace(paper: Paper):
    spots = {spot.words: spot for spot in paper.spots[0]}

    assert spots["93.73%"].address.startswith("trace?n=OPS-08.9901.2026W46.")
    assert spots["1204件"].address.endswith("#v")
    # Within the margins of an A4 page, in % of it: 28 mm at the left, 26 mm at the right.
    for spot in paper.spots[0]:
        assert spot.left > 13
        assert spot.left + spot.width < 88
        assert 0 < spot.top < 100


def test_a_page_is_as_wide_as_paper(paper: Paper):
    assert paper.ratios[0] == pytest.approx(210 / 297, abs=0.001)
