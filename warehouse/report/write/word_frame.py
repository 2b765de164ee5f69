"""What stands around the text of a report: 报头, title, 附件说明, 落款 and 版记."""

from __future__ import annotations

from warehouse.report.document import Document
from warehouse.report.write.text_width import ems
from warehouse.report.write.title_lines import TITLE_SIZE, title_lines
from warehouse.report.write.word_page import TEXT_WIDTH
from warehouse.report.write.word_style import RED, SIZE
from warehouse.report.write.word_xml import TWIPS, exactly, paragraph, run, sized

_ROOM = TEXT_WIDTH / 25.4 * 72
#: Points of the letters of a masthead that is short.
_LARGEST = 46.0


def head(report: Document) -> str:
    """Masthead with its red line, if there is one; then the title and the period."""
    title = paragraph("Title", run("\n".join(title_lines(report.title))))
    period = paragraph("Subtitle", run(report.subtitle))
    above = _masthead(report) + _empty(2, stays=True) if report.masthead else ""
    # A masthead names the issue itself.
    issue = paragraph("Subtitle", run(report.issue)) if report.issue and not above else ""
    return above + title + issue + period + _empty(1, stays=True)


def date_of(report: Document) -> str:
    """The day of the report: that of its data cut."""
    return f"{report.cut.year}年{report.cut.month}月{report.cut.day}日"


def annex_list(report: Document) -> str:
    """附件说明, a line below the text."""
    titles = [annex.title for annex in report.all_annexes]
    if len(titles) == 1:
        return _empty(1, stays=True) + _listed(f"附件：{titles[0]}", 5, 3)
    lines = [
        _listed(f"{'附件：' if number == 1 else ''}{number}．{title}", 7, 5 if number == 1 else 2)
        for number, title in enumerate(titles, 1)
    ]
    return _empty(1, stays=True) + "".join(lines)


def signature(report: Document) -> str:
    """落款: the date four letters from the edge, the issuer centred above it.

    A report with a masthead names both there, as every 简报 does.
    """
    if report.masthead or not report.issuer:
        return ""
    date = date_of(report)
    # Digits are half as wide as letters.
    beside = 4 * SIZE + (ems(date) - ems(report.issuer)) * SIZE / 2
    return (
        _empty(1, stays=True)
        + paragraph("Signature", run(report.issuer), _right(max(0.0, beside)))
        + paragraph("Signature", run(date), f'<w:keepNext w:val="0"/>{_right(4 * SIZE)}')
    )


def imprint(report: Document, width_mm: float) -> str:
    """版记 at the foot of the last page, across its text: 抄送, who printed it and when."""
    if not report.recipients:
        return ""
    width = round(width_mm * TWIPS * 72 / 25.4)
    copies = f"抄送：{'，'.join(report.recipients)}。"
    # A blank letter instead of an indent: the line above it goes all the way.
    across = width / TWIPS / 14 - 2
    printed = "\u3000" + _apart(report.issuer, f"{date_of(report)}印发", across)
    edge = 14 * TWIPS
    hanging = f'<w:ind w:left="{4 * edge}" w:right="{edge}" w:hanging="{3 * edge}"/>'
    thin = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="3" w:color="000000"/></w:pBdr>'
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{width - edge}"/></w:tabs>'
    lines = paragraph("Imprint", run(copies), hanging) + paragraph(
        "Imprint", run(printed), thin + stop
    )
    # It hangs on the paragraph behind it.
    return _foot(lines, width) + paragraph("TableNote", "")


def _apart(left: str, right: str, room: float) -> str:
    """Words at both ends of a line of so many ems, or of two if one does not hold them."""
    between = "\t" if ems(left) + 1 + ems(right) <= room else "\n\t"
    return f"{left}{between}{right}"


def _masthead(report: Document) -> str:
    size = max(TITLE_SIZE, min(_LARGEST, _ROOM / (ems(report.masthead) + 0.5)))
    rule = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="4" w:color="{RED}"/></w:pBdr>'
        f'<w:tabs><w:tab w:val="right" w:pos="{(_ROOM - SIZE) * TWIPS:.0f}"/></w:tabs>'
        f'<w:ind w:firstLineChars="100" w:firstLine="{SIZE * TWIPS}"/><w:jc w:val="left"/>'
    )
    name = "\n".join(title_lines(report.masthead, size))
    return (
        paragraph("Masthead", run(name, sized(size)), exactly(size * 1.6))
        + (paragraph("Issue", run(report.issue)) if report.issue else "")
        + paragraph("Issue", run(_apart(report.issuer, date_of(report), _ROOM / SIZE - 2)), rule)
    )


def _listed(words: str, left: int, hanging: int) -> str:
    """A line of 附件说明; what runs over stands below the name, not below its number."""
    twips = SIZE * TWIPS
    indent = (
        f'<w:ind w:leftChars="{left * 100}" w:left="{left * twips}" '
        f'w:hangingChars="{hanging * 100}" w:hanging="{hanging * twips}"/>'
    )
    return paragraph("AnnexList", run(words), indent)


def _right(points: float) -> str:
    return f'<w:ind w:right="{points * TWIPS:.0f}"/>'


def _empty(lines: int, *, stays: bool) -> str:
    return paragraph("Normal", "", "<w:keepNext/>" if stays else "") * lines


def _foot(lines: str, width: int) -> str:
    """A cell between thick lines at the lower edge of the text, wherever the text ends.

    One cell, so that no program parts it over two pages; `width` in twips.
    """
    thick = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
        for side in ("top", "bottom")
    )
    return (
        '<w:tbl><w:tblPr><w:tblpPr w:horzAnchor="margin" w:tblpXSpec="center" '
        'w:vertAnchor="margin" w:tblpYSpec="bottom"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{thick}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{lines}</w:tc></w:tr></w:tbl>'
    )
