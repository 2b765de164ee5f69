"""What is read back from a PDF is what was set."""

import struct
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import typst

from warehouse.report import pdf_pages


def set_pages(source: str, path: Path, standards: tuple[str, ...] = ()) -> Path:
    head = '#set document(title: "试")\n#set text(font: "Noto Serif CJK SC", lang: "zh")\n'
    content = typst.compile((head + source).encode(), format="pdf", pdf_standards=list(standards))
    path.write_bytes(content)
    return path


def test_pages_and_their_words(tmp_path: Path):
    path = set_pages("第一页\\ 第二行 #pagebreak() 第二页", tmp_path / "a.pdf")
    assert pdf_pages.page_count(path) == 2
    assert [text.strip() for text in pdf_pages.page_texts(path)] == ["第一页\n第二行", "第二页"]


def test_a_picture_of_a_page_is_as_wide_as_asked_for(tmp_path: Path):
    path = set_pages("#set page(width: 100pt, height: 50pt)\n页", tmp_path / "a.pdf")
    picture = pdf_pages.page_png(path, 1, width=300)
    # A PNG tells its width and height in the bytes 16 to 24.
    assert struct.unpack(">II", picture[16:24]) == (300, 150)


@pytest.mark.parametrize("standards", [(), ("ua-1",)])
def test_a_link_in_letters_of_two_scripts_has_the_words_of_both(
    standards: tuple[str, ...], tmp_path: Path
):
    path = set_pages('甲#link("a?n=1")[E00001号j]乙', tmp_path / "a.pdf", standards)
    # Without PDF/UA the compiler writes a link for each script.
    assert [link.words for link in pdf_pages.links(path)] == ["E00001号j"]


def test_a_link_that_goes_on_on_the_next_page_is_one_with_all_its_words(tmp_path: Path):
    # Ten characters of 10 points on a line, one line on a page.
    room = "#set page(width: 140pt, height: 40pt, margin: (x: 20pt, y: 12pt))\n#set text(10pt)\n"
    words = '一二三四五六七#link("a?n=1")[八十个百分点]又#link("a?n=1")[九]'
    path = set_pages(room + words, tmp_path / "a.pdf", ("ua-1",))
    assert [link.words for link in pdf_pages.links(path)] == ["八十个", "百分点", "九"]
    assert [link.words for link in pdf_pages.whole_links(path)] == ["八十个百分点", "九"]


def test_a_hyphen_at_the_end_of_a_line_is_a_hyphen(tmp_path: Path):
    path = set_pages("#set page(width: 60pt, margin: 5pt)\nOPS-ABCDEF-GHIJK", tmp_path / "a.pdf")
    assert pdf_pages.page_texts(path)[0].strip() == "OPS-ABCDEF-GHIJK"


def test_pictures_tell_what_they_show(tmp_path: Path):
    square = '"<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\"></svg>"'
    path = set_pages(
        f'#image(bytes({square}), format: "svg", alt: "第一\\n第二")', tmp_path / "a.pdf"
    )
    assert pdf_pages.pictures(path) == ["第一\n第二"]


def test_a_file_without_marks_links_or_pictures_has_none(tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(typst.compile(b"x", format="pdf", pdf_tags=False))
    assert pdf_pages.headings(path) == []
    assert pdf_pages.links(path) == []
    assert pdf_pages.pictures(path) == []


def test_many_readers_may_look_at_once(tmp_path: Path):
    path = set_pages("#for n in range(20) [第#n 页 #pagebreak()]", tmp_path / "a.pdf")
    with ThreadPoolExecutor(8) as readers:
        counts = list(
            readers.map(lambda n: len(pdf_pages.page_png(path, n, width=200)), range(1, 21))
        )
    assert all(counts)
