"""Files from tables: CSV and XLSX that say where their figures come from.

Every file carries the demo mark, the data cut and the version; every row carries the file and
the row that it came from.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import polars as pl
import xlsxwriter

from warehouse.read.site import site_names
from warehouse.settings import settings

# The columns that tell where a row came from; every export of rows ends with them.
PROVENANCE = {"source_feed": "数据源", "source_file": "源文件", "source_row": "行号"}
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Note:
    """What a file says about itself.

    Attributes:
        title: What the rows are.
        view: The filters in words.
        data_cut: Up to when data count.
        version: The build that they were read from.
    """

    title: str
    view: str
    data_cut: datetime
    version: str

    @property
    def mark(self) -> str:
        """`演示数据`, or nothing at a real site."""
        return "演示数据" if settings().demo else ""

    def file_name(self, ending: str) -> str:
        """Such as `演示数据_网格事件_202611220800.csv`."""
        parts = [self.mark, self.title, f"{self.data_cut:%Y%m%d%H%M}"]
        return "_".join(part for part in parts if part) + f".{ending}"

    def lines(self) -> list[tuple[str, str]]:
        """Names and values of the sheet 说明."""
        told = [
            ("内容", self.title),
            ("单位", site_names().brand),
            ("筛选条件", self.view),
            ("数据截至", self.data_cut.isoformat(sep=" ")),
            ("数据版本", self.version),
        ]
        return [("数据标记", self.mark), *told] if self.mark else told


def csv_file(rows: pl.DataFrame, columns: Mapping[str, str], note: Note) -> bytes:
    """Rows as CSV that Excel opens with its Chinese intact.

    Args:
        rows: The table.
        columns: Its columns to write and their headers, in order; others are left out.
        note: Written into three columns at the end of every row.
    """
    written = rows.select(pl.col(name).alias(header) for name, header in columns.items())
    written = written.with_columns(
        pl.lit(note.mark).alias("数据标记"),
        pl.lit(f"{note.data_cut:%Y-%m-%d %H:%M:%S}").alias("数据截至"),
        pl.lit(note.version).alias("数据版本"),
    )
    return _BOM + written.write_csv(datetime_format="%Y-%m-%d %H:%M:%S").encode()


def xlsx_file(rows: pl.DataFrame, columns: Mapping[str, str], note: Note) -> bytes:
    """Rows as a workbook: the sheet 说明 with the note, the sheet 明细 with the table."""
    written = rows.select(pl.col(name).alias(header) for name, header in columns.items())
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "remove_timezone": True}) as book:
        _write_note(book, note)
        written.write_excel(
            book,
            "明细",
            table_style="Table Style Light 1",
            dtype_formats={pl.Datetime: "yyyy-mm-dd hh:mm", pl.Date: "yyyy-mm-dd"},
            freeze_panes=(1, 0),
            autofit=rows.height <= 5_000,
        )
    return buffer.getvalue()


def _write_note(book: xlsxwriter.Workbook, note: Note) -> None:
    sheet = book.add_worksheet("说明")
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True})
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 70)
    for row, (name, value) in enumerate(note.lines()):
        sheet.write(row, 0, name, bold)
        sheet.write_string(row, 1, value, wrapped)
