"""Files that were changed after they were made, in the file itself as a forger would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pptx
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from docx.oxml.ns import qn
from openpyxl.reader.excel import load_workbook

from tests.warehouse.report.check.conftest import file, verdict
from warehouse.report.check.files import Verdict

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def told(found: Verdict) -> str:
    """What is said of text that differs: what stands there, what should."""
    return "|".join(f"{fault.said}→{fault.expected}" for fault in found.altered)


def without_first_number(path: Path) -> str:
    """Take a number out of a Word file together with its content control; what it was."""
    document = docx.Document(str(path))
    control = next(document.element.body.iter(qn("w:sdt")))
    words = "".join(text.text for text in control.iter(qn("w:t")))
    control.getparent().remove(control)
    document.save(str(path))
    return words


def test_a_number_removed_from_word_with_its_control_is_missing(tmp_path: Path):
    path = file(tmp_path, "docx")
    words = without_first_number(path)

    found = verdict(path)

    assert [fault.expected for fault in found.missing] == [words]
    assert found.wrong == []
    assert not found.is_right


def test_a_number_removed_from_a_cell_with_its_comment_is_missing(tmp_path: Path):
    path = file(tmp_path, "xlsx")
    book = load_workbook(path)
    cell = next(c for row in book["主要指标"].iter_rows() for c in row if c.comment)
    mark = cell.comment.text.strip()
    cell.comment = cell.value = None
    book.save(path)

    (missing,) = verdict(path).missing

    assert (missing.mark, missing.where) == (mark, f"主要指标!{cell.coordinate}")


def test_a_number_removed_from_a_slide_and_its_notes_is_missing(tmp_path: Path):
    path = file(tmp_path, "pptx")
    deck = pptx.Presentation(str(path))
    slide = next(s for s in deck.slides if "#v" in s.notes_slide.notes_text_frame.text)
    notes = slide.notes_slide.notes_text_frame
    line = next(line for line in notes.paragraphs if "#v" in line.text)
    words = line.text.partition(" = ")[0]
    line._p.getparent().remove(line._p)
    _replace(slide, words, "")
    deck.save(str(path))

    found = verdict(path)

    assert [fault.expected for fault in found.missing] == [words]
    assert words in told(found)


def test_a_number_removed_from_a_pdf_with_its_link_is_missing(tmp_path: Path):
    path = file(tmp_path, "pdf")
    document = pdfium.PdfDocument(path.read_bytes())
    page = document[0]
    link = pdfium_c.FPDFPage_GetAnnot(page, 0)
    place = pdfium_c.FS_RECTF()
    pdfium_c.FPDFAnnot_GetRect(link, place)
    pdfium_c.FPDFPage_CloseAnnot(link)
    pdfium_c.FPDFPage_RemoveAnnot(page, 0)
    for thing in list(page.get_objects([pdfium_c.FPDF_PAGEOBJ_TEXT])):
        left, bottom, right, top = thing.get_bounds()
        across, up = (left + right) / 2, (bottom + top) / 2
        if place.left <= across <= place.right and place.bottom <= up <= place.top:
            page.remove_obj(thing)
    page.gen_content()
    document.save(path)

    found = verdict(path)

    assert [fault.where for fault in found.missing] == ["第1页"]
    assert not found.is_right


def test_a_verb_turned_in_word_is_found(tmp_path: Path):
    path = file(tmp_path, "docx", "monthly")
    document = docx.Document(str(path))
    text = next(t for t in document.element.body.iter(qn("w:t")) if "增加" in (t.text or ""))
    text.text = text.text.replace("增加", "减少", 1)
    document.save(str(path))

    found = verdict(path)

    assert "减少" in found.altered[0].said and "增加" in found.altered[0].expected
    assert found.wrong == [] and found.missing == []


def test_a_verb_turned_on_a_slide_is_found(tmp_path: Path):
    path = file(tmp_path, "pptx", "monthly")
    deck = pptx.Presentation(str(path))
    assert any(_replace(slide, "增加", "减少") for slide in deck.slides)
    deck.save(str(path))

    assert "减少" in told(verdict(path))


def test_words_changed_in_a_workbook_are_found(tmp_path: Path):
    path = file(tmp_path, "xlsx")
    book = load_workbook(path)
    cell = next(c for row in book["主要指标"].iter_rows() for c in row if c.value == "正常")
    cell.value = "严重"
    book.save(path)

    (found,) = verdict(path).altered

    assert (found.where, found.said, found.expected) == (
        f"主要指标!{cell.coordinate}",
        "严重",
        "正常",
    )


def test_a_value_that_a_number_format_hides_is_found(tmp_path: Path):
    path = file(tmp_path, "xlsx")
    book = load_workbook(path)
    cell = next(c for row in book["主要指标"].iter_rows() for c in row if c.comment)
    cell.number_format = '"99件"'
    book.save(path)

    (found,) = verdict(path).altered

    assert found.message == "写法与报告不同"


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_row_removed_from_a_table_is_found(tmp_path: Path, form: str):
    path = file(tmp_path, form)
    if form == "docx":
        document = docx.Document(str(path))
        row = next(
            r for table in document.tables for r in table.rows[1:] if list(r._tr.iter(qn("w:sdt")))
        )
        count = len(list(row._tr.iter(qn("w:sdt"))))
        row._tr.getparent().remove(row._tr)
        document.save(str(path))
    else:
        book = load_workbook(path)
        count = sum(cell.comment is not None for cell in book["主要指标"][6])
        book["主要指标"].delete_rows(6)
        book.save(path)

    found = verdict(path)

    assert len(found.missing) == count > 0
    assert found.altered


def test_two_points_of_a_chart_that_changed_places_are_found(tmp_path: Path):
    """Each is a number of the slide, but not of its week."""
    path = file(tmp_path, "pptx")
    deck = pptx.Presentation(str(path))
    chart = next(s.chart for slide in deck.slides for s in slide.shapes if s.has_chart)
    values = [
        v for v in chart._chartSpace.iter(qn("c:v")) if v.getparent().getparent().tag == _NUMBERS
    ]
    first, other = next((a, b) for a in values for b in values if float(a.text) > float(b.text))
    first.text, other.text = other.text, first.text
    deck.save(str(path))

    found = verdict(path)

    assert found.wrong == []
    assert found.altered and "图" in found.altered[0].where


def test_another_picture_of_a_chart_is_found(tmp_path: Path):
    path = file(tmp_path, "docx", "monthly")
    document = docx.Document(str(path))
    picture = next(p for p in document.part.package.iter_parts() if "media" in p.partname)
    picture._blob += b"\0"
    document.save(str(path))

    (found,) = verdict(path).altered

    assert found.said.startswith("图像")


def test_another_edition_at_the_foot_of_the_pages_is_found(tmp_path: Path):
    path = file(tmp_path, "docx")
    document = docx.Document(str(path))
    for text in document.sections[0].footer._element.iter(qn("w:t")):
        text.text = text.text.replace("未定稿", "定稿")
    document.save(str(path))

    assert {fault.where for fault in verdict(path).altered} == {"页眉页脚"}


_NUMBERS = qn("c:numCache")


def _replace(slide: Any, words: str, others: str) -> bool:
    """Replace words on a slide, once, in the run that has them."""
    for text in slide._element.iter(qn("a:t")):
        if words in (text.text or ""):
            text.text = text.text.replace(words, others, 1)
            return True
    return False
