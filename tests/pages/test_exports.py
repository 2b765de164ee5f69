"""Files made of tables say what they are and where their rows come from."""

import io
from datetime import datetime

import openpyxl
import polars as pl

from pages.kit.exports import PROVENANCE, Note, csv_file, xlsx_file

NOTE = Note("网格事件", "近 7 日", datetime(2026, 11, 22, 8), "20261122T080000-ab12")
COLUMNS = {"event_id": "编号", "reported_at": "上报时间", **PROVENANCE}
ROWS = pl.DataFrame(
    {
        "event_id": ["E1", "E2"],
        "reported_at": [datetime(2026, 11, 21, 9, 30), None],
        "left_out": [1, 2],
        "source_feed": ["events", "events"],
        "source_file": ["grid/events/a.csv", "grid/events/a.csv"],
        "source_row": [2, 3],
    }
)


def test_a_csv_opens_in_excel_and_marks_every_row():
    text = csv_file(ROWS, COLUMNS, NOTE).decode("utf-8-sig").splitlines()

    assert text[0] == "编号,上报时间,数据源,源文件,行号,数据标记,数据截至,数据版本"
    assert text[1] == (
        "E1,2026-11-21 09:30:00,events,grid/events/a.csv,2,"
        "演示数据,2026-11-22 08:00:00,20261122T080000-ab12"
    )


def test_a_workbook_has_a_note_and_the_table():
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(ROWS, COLUMNS, NOTE)))

    assert book.sheetnames == ["说明", "明细"]
    told = dict(book["说明"].iter_rows(values_only=True))
    assert (told["数据标记"], told["筛选条件"]) == ("演示数据", "近 7 日")
    assert [cell.value for cell in book["明细"][1]] == list(COLUMNS.values())
    assert book["明细"]["E3"].value == 3


def test_the_name_of_a_file_carries_mark_and_data_cut():
    assert NOTE.file_name("csv") == "演示数据_网格事件_202611220800.csv"
