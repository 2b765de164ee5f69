"""The first sheet of the workbook: what it is, how a number is checked, which sheets follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from warehouse.report.document import DEMO_WORDS, Chart, Document, Table
from warehouse.report.write.excel_sheet import set_print
from warehouse.report.write.excel_style import Styles
from warehouse.report.write.look import ACCENT, INK_2
from warehouse.report.write.text_width import lines_needed

NAME = "说明"
_WIDTHS = (24, 40, 8, 76)
_LIST_WIDTHS = (_WIDTHS[0], _WIDTHS[1], _WIDTHS[3])
_LINE_HEIGHT = 16.5
_HOW_TO = (
    "每个数字单元格的批注就是它的溯源码，鼠标停在单元格上即可看到。",
    "在系统的“数字溯源”页或搜索框中输入溯源码，可查看该数的口径、分子分母、计算步骤和原始记录；"
    "命令行为 yiping trace --code 溯源码。",
    "批注中“#”之后说明是同一指标的哪一个数：v 本期值，n 分子，d 分母，t 目标，p 上期值，"
    "y 去年同期值，c、cr 环比增减量和增减率，k、kr 同比增减量和增减率，row-3.列名 为清单第3行。",
    "空单元格和“—”为没有可计算的数据或未设目标，不是0。",
)


def write_contents(
    sheet: Any, report: Document, sheets: Mapping[str, Table | Chart], styles: Styles
) -> None:
    """Title, period, version, the way to check a number, and the list of sheets."""
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.hide_gridlines(2)
    set_print(sheet, report)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, report.title, styles.of(bold=True, font_size=18, valign="vcenter"))
    row = _facts(sheet, report, styles)
    row = _heading(sheet, row + 1, "如何核对数字", styles)
    for words in _HOW_TO:
        row = _wide(sheet, row, words, styles)
    row = _heading(sheet, row + 1, "工作表", styles)
    last = _list(sheet, row, sheets, styles)
    sheet.print_area(0, 0, last, len(_WIDTHS) - 1)


def _facts(sheet: Any, report: Document, styles: Styles) -> int:
    """What the workbook is, a line each; the next free row."""
    facts = {
        "时段": report.subtitle,
        "期号": report.issue,
        "发文单位": report.issuer,
        "数据截至": report.cut_words.removeprefix("数据截至"),
        "数据版本": report.version,
        "版次": report.edition.words,
        "报告溯源码": report.code,
    }
    row = 1
    if report.is_demo:
        sheet.write_string(row, 0, DEMO_WORDS, styles.demo)
        row += 1
    for name, words in facts.items():
        if words:
            sheet.write_string(row, 0, name, styles.of(font_color=f"#{INK_2}"))
            sheet.write_string(row, 1, words)
            row += 1
    return row


def _heading(sheet: Any, row: int, words: str, styles: Styles) -> int:
    sheet.set_row(row, 22)
    sheet.write_string(row, 0, words, styles.of(bold=True, font_size=12, valign="vcenter"))
    return row + 1


def _wide(sheet: Any, row: int, words: str, styles: Styles) -> int:
    """A paragraph over all columns."""
    style = styles.of(text_wrap=True, valign="top")
    sheet.set_row(row, _LINE_HEIGHT * lines_needed(words, sum(_WIDTHS) / 2))
    sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "", style)
    sheet.write_string(row, 0, words, style)
    return row + 1


def _list(sheet: Any, row: int, sheets: Mapping[str, Table | Chart], styles: Styles) -> int:
    """The sheets with links; the last row that is used."""
    for place, head in enumerate(("工作表", "标题", "行数", "说明")):
        sheet.write_string(row, place, head, styles.head)
    for name, block in sheets.items():
        row += 1
        rows, note = (
            (len(block.rows), block.note)
            if isinstance(block, Table)
            else (len(block.categories), block.takeaway)
        )
        title = block.title or block.name
        lines = max(
            lines_needed(words, width / 2)
            for words, width in zip((name, title, note), _LIST_WIDTHS, strict=True)
        )
        sheet.set_row(row, _LINE_HEIGHT * lines + 3)
        link = styles.cell(text_wrap=True, font_color=f"#{ACCENT}", underline=1)
        sheet.write_url(row, 0, f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1", link, name)
        wrap = styles.cell(text_wrap=True)
        sheet.write_string(row, 1, title, wrap)
        sheet.write_number(row, 2, rows, styles.cell(align="right"))
        sheet.write_string(row, 3, note, wrap)
    return row
