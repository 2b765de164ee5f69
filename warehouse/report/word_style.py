"""The look of an official Chinese document (GB/T 9704): paper, fonts, line grid, page number.

The fonts it names are proprietary and not embedded; the font table names a stand-in for each, so
that a machine without them picks the nearest of its own.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm, Pt, RGBColor

TITLE, BODY, HEAD, SUBHEAD, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
LATIN = "Times New Roman"
STAND_INS = {
    TITLE: ("华文中宋", "宋体", "Noto Serif CJK SC"),
    BODY: ("仿宋", "FangSong", "华文仿宋", "Noto Serif CJK SC"),
    HEAD: ("SimHei", "Noto Sans CJK SC"),
    SUBHEAD: ("楷体", "KaiTi", "华文楷体", "Noto Serif CJK SC"),
    SONG: ("SimSun", "Noto Serif CJK SC"),
}
#: 22 lines in 225 mm.
LINE = Pt(28.95)
TEXT_WIDTH = Mm(156)
NUMBER_SIZE = 16


def lay_out(document: WordDocument) -> None:
    """Set paper, margins, base style and font table of a new document."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(20), Mm(25)
    document.settings.odd_and_even_pages_header_footer = True
    normal = document.styles["Normal"]
    normal.font.size = Pt(NUMBER_SIZE)
    properties = normal.element.get_or_add_rPr()
    _set_fonts(properties, BODY)
    # Else punctuation is set as in Taiwan, in the middle of its square.
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="zh-CN"/>'))
    form = normal.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    _style_headings(document)
    _add_stand_ins(document)


def font(run: Any, name: str, size: float, *, bold: bool = False) -> None:
    """Give a run its Chinese font; digits and Latin are set in Times New Roman."""
    run.font.size, run.font.bold = Pt(size), bold
    _set_fonts(run._element.get_or_add_rPr(), name)


def page_marks(document: WordDocument, *, header: str, footer: str) -> None:
    """Page number at the outer edge of the foot, small words beside it and at the head.

    Args:
        document: The document.
        header: At the right of the head of every page; empty for none.
        footer: Under the page number.
    """
    section = document.sections[0]
    pages = (
        (section.header, section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_header, section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    )
    for head, foot, outer in pages:
        if header:
            line = head.paragraphs[0]
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            font(line.add_run(header), HEAD, 10.5)
        number = foot.paragraphs[0]
        number.alignment = outer
        edge = number.paragraph_format
        edge.left_indent = edge.right_indent = Pt(14)
        font(number.add_run("— "), SONG, 14)
        _page_field(number)
        font(number.add_run(" —"), SONG, 14)
        note = foot.add_paragraph()
        note.alignment = WD_ALIGN_PARAGRAPH.CENTER
        note.paragraph_format.line_spacing = Pt(12)
        font(note.add_run(footer), SONG, 9)


def borders(table: Any) -> None:
    """Thin black lines around every cell, and little room beside the words."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(f'<w:{side} w:w="45" w:type="dxa"/>' for side in ("left", "right"))
    properties = table._tbl.tblPr
    # Word calls a file damaged whose properties are out of order.
    properties.insert_element_before(
        parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"),
        *("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"),
    )
    properties.insert_element_before(
        parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>"), "w:tblLook"
    )


def repeat_head(row: Any) -> None:
    """Print a table's head again on every page that it runs over."""
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def keep_whole(row: Any) -> None:
    """Do not break a row across two pages."""
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))


def bookmark(run: Any, name: str, number: int) -> None:
    """Put a hidden bookmark around a run."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    end.set(qn("w:id"), str(number))
    run._element.addprevious(start)
    run._element.addnext(end)


def share_of_text(share: float) -> Emu:
    """A part of the width of the text block."""
    return Emu(round(TEXT_WIDTH * share))


def _set_fonts(properties: Any, name: str) -> None:
    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), name)
    for script in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(script), LATIN)


def _style_headings(document: WordDocument) -> None:
    """Real headings, so that the navigation pane of Word lists them."""
    for level, name in ((1, HEAD), (2, SUBHEAD)):
        style = document.styles[f"Heading {level}"]
        properties = style.element.get_or_add_rPr()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            properties.get_or_add_rFonts().attrib.pop(qn(f"w:{theme}"), None)
        _set_fonts(properties, name)
        style.font.size, style.font.bold = Pt(NUMBER_SIZE), False
        style.font.color.rgb = RGBColor(0, 0, 0)
        form = style.paragraph_format
        form.space_before = form.space_after = Pt(0)
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, LINE


def _page_field(paragraph: Any) -> None:
    for kind in ("begin", "PAGE", "end"):
        run = paragraph.add_run()
        font(run, SONG, 14)
        if kind == "PAGE":
            words = OxmlElement("w:instrText")
            words.text = "PAGE"
            run._element.append(words)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._element.append(mark)


def _add_stand_ins(document: WordDocument) -> None:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            part = relation.target_part
            entries = "".join(
                f'<w:font w:name="{name}"><w:altName w:val="{",".join(others)}"/>'
                f'<w:charset w:val="86"/><w:family w:val="{_family(name)}"/></w:font>'
                for name, others in STAND_INS.items()
            )
            part._blob = part.blob.replace(b"</w:fonts>", f"{entries}</w:fonts>".encode())


def _family(name: str) -> str:
    """What kind of stand-in to look for if none of those named is there."""
    return "swiss" if name == HEAD else "roman"
