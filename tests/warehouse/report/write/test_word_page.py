"""Paper, grid and type of GB/T 9704, in the file that Word opens."""

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.warehouse.report.hand_report import hand_report
from tests.warehouse.report.write.word_reading import Word


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> Word:
    return Word(hand_report(), tmp_path_factory.mktemp("word") / "周报.docx")


def test_paper_and_margins(word: Word):
    section = word.document.sections[0]
    measured = {
        Mm(210): section.page_width,
        Mm(297): section.page_height,
        Mm(37): section.top_margin,
        Mm(35): section.bottom_margin,
        Mm(28): section.left_margin,
        Mm(26): section.right_margin,
    }
    for wanted, found in measured.items():
        assert found == pytest.approx(wanted, abs=Mm(0.1))


def test_a_page_has_22_lines_of_28_letters(word: Word):
    grid = word.document.sections[0]._sectPr.find(qn("w:docGrid"))
    pitch, space = (int(grid.get(qn(f"w:{name}"))) for name in ("linePitch", "charSpace"))
    assert grid.get(qn("w:type")) == "linesAndChars"
    # 225 mm are 12756 twentieths of a point, 156 mm are 442.2 points.
    assert 12756 // pitch == 22
    assert int(442.2 / (16 + space / 4096) + 0.01) == 28
    normal = word.document.styles["Normal"]
    assert normal.paragraph_format.line_spacing == Pt(28.95)
    assert normal.font.size == Pt(16)
    # Without the grid too: a letter and what lies between it and the next.
    between = int(normal.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert int(442.2 / (16 + between)) == 28


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Body Text", "仿宋_GB2312", 16),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("Title", "方正小标宋简体", 22),
        ("Annex Mark", "黑体", 16),
        ("Table Text", "宋体", 10.5),
        ("Imprint", "仿宋_GB2312", 14),
    ],
)
def test_fonts_are_named_for_chinese_letters(word: Word, style: str, font: str, size: float):
    found = word.document.styles[style]
    fonts = found.element.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == font
    assert fonts.get(qn("w:ascii")) == (font if style == "Table Text" else "Times New Roman")
    assert found.font.size == Pt(size)


def test_each_font_has_a_stand_in(word: Word):
    fonts = word.parts()["word/fontTable.xml"]
    stand_ins = {
        font.get(qn("w:name")): font.find(qn("w:altName")).get(qn("w:val")) for font in fonts
    }
    assert "Noto Sans CJK SC" in stand_ins["黑体"]
    assert all(
        "Noto Serif CJK SC" in stand_ins[name]
        for name in ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "宋体")
    )


def test_paragraphs_begin_two_letters_in(word: Word):
    form = word.document.styles["Body Text"].paragraph_format
    assert form.first_line_indent == Pt(32)


def test_page_numbers_stand_outside_between_dashes(word: Word):
    section = word.document.sections[0]
    assert word.document.settings.odd_and_even_pages_header_footer
    for foot, side in ((section.footer, "RIGHT"), (section.even_page_footer, "LEFT")):
        line = foot.paragraphs[0]
        assert line.alignment.name == side
        assert line.text.startswith("— ")
        assert line.text.endswith(" —")
        assert {run.font.size for run in line.runs} == {Pt(14)}
        assert line._p.find(f".//{qn('w:instrText')}").text.strip() == "PAGE"


def test_the_small_print_leaves_the_text_its_22_lines(word: Word):
    section = word.document.sections[0]
    # A line of 16 points with 4 below it, and one of 12.
    assert section.footer_distance + Pt(32) < section.bottom_margin


def test_headings_stay_with_what_follows(word: Word):
    for style in ("Heading 1", "Heading 2", "Caption"):
        assert word.document.styles[style].paragraph_format.keep_with_next


def test_the_list_of_annexes_takes_a_line_of_text_along(word: Word):
    lines = word.document.paragraphs
    first = next(place for place, line in enumerate(lines) if line.style.name == "Annex List")
    assert lines[first - 1].text == ""
    assert lines[first - 1].paragraph_format.keep_with_next
    assert lines[first - 2].style.name == "Body Text"
    assert lines[first - 2].paragraph_format.keep_with_next
