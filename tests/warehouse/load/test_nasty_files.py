"""Files that no one should send and everyone does: nothing is lost, and each is named."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import polars as pl
import pytest

from tests.warehouse.load.conftest import SmallSite

HEAD = "team_id,area_code,kind,founded_on\n"
GOOD = "T1,990105001000,助老,2020-01-02\n"

#: Name, content, data rows in it, rows of them that are good, part of the message or of a rule.
NASTY = [
    ("empty.csv", b"", 0, 0, "文件是空的"),
    ("blank.csv", b"\n \r\n\t\n", 0, 0, "文件是空的"),
    ("only_head.csv", HEAD.encode(), 0, 0, None),
    ("no_last_line_end.csv", (HEAD + GOOD).rstrip().encode(), 1, 1, None),
    ("windows.csv", (HEAD + GOOD).replace("\n", "\r\n").encode("utf-8-sig"), 1, 1, None),
    ("old_mac.csv", (HEAD + GOOD).replace("\n", "\r").encode(), 1, 1, None),
    ("blank_lines.csv", (HEAD + "\n,,,\n" + GOOD + "\n\n").encode(), 1, 1, None),
    ("semicolons.csv", (HEAD + GOOD).replace(",", ";").encode(), 1, 1, None),
    ("tabs.csv", (HEAD + GOOD).replace(",", "\t").encode(), 1, 1, None),
    ("wrong_head.csv", b"a,b\n1,2\n3,4\n", 2, 0, "缺少必需的列"),
    ("missing_column.csv", b"team_id,kind\n1,2\n", 1, 0, "所属区域编码|区划代码（area_code）"),
    ("too_long.csv", (HEAD + "T1,1,2,3,4\n" + GOOD).encode(), 2, 1, "有 5 个字段，表头有 4 个"),
    ("too_short.csv", (HEAD + "T1\n" + GOOD).encode(), 2, 1, "有 1 个字段，表头有 4 个"),
    ("nul.csv", (HEAD + "T\x001,1,2,3\n" + GOOD).encode(), 2, 1, "NUL"),
    ("open_quote.csv", (HEAD + '"T1,1,2,3\n' + GOOD * 2).encode(), 3, 2, "引号没有闭合"),
    ("two_open_quotes.csv", (HEAD + '"T1,1\n' + GOOD + 'T2,"x\n').encode(), 3, 1, "引号没有闭合"),
    ("inner_quote.csv", (HEAD + 'T1,990105001000,"助"老"队",2020-01-02\n').encode(), 1, 1, None),
    ("quoted_break.csv", (HEAD + 'T1,990105001000,"助\n老",2020-01-02\n').encode(), 1, 1, None),
    ("doubled_quote.csv", (HEAD + 'T1,990105001000,"助""老",2020-01-02\n').encode(), 1, 1, None),
    ("mixed.csv", (HEAD + GOOD).encode() + GOOD.encode("gb18030"), 0, 0, "混用"),
    ("neither.csv", HEAD.encode() + b"\xff\xfe\xff\n", 0, 0, "第 34 字节"),
    ("utf16.csv", (HEAD + GOOD).encode("utf-16"), 0, 0, "既不是 UTF-8 也不是 GB18030"),
    ("cut.csv.gz", gzip.compress((HEAD + GOOD * 99).encode())[:-9], 0, 0, "压缩文件不完整"),
    ("not.csv.gz", b"no gzip at all", 0, 0, "压缩文件已损坏"),
    ("broken.xlsx", b"PK\x03\x04 no workbook", 0, 0, "Excel"),
    ("text.xlsx", HEAD.encode(), 0, 0, "Excel"),
    ("broken.parquet", b"PAR1 nothing PAR1", 0, 0, "Parquet"),
    ("lines.ndjson", b'{"team_id": "T1"\n[1]\n"x"\n', 3, 0, "不是一个 JSON 对象"),
    ("empty.ndjson", b"\n\n", 0, 0, "文件是空的"),
    ("list.geojson", b"[1, 2]", 0, 0, "GeoJSON"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "rows", "good", "says"), NASTY, ids=[case[0] for case in NASTY]
)
def test_a_nasty_file(  # noqa: PLR0917
    site: SmallSite, name: str, content: bytes, rows: int, good: int, says: str | None
):
    site.put(f"volunteer/teams/{name}", content)
    log = site.load().files.row(0, named=True)
    refused = site.refused()
    assert log["file"] == f"volunteer/teams/{name}"
    assert (log["rows"], log["accepted"]) == (rows, good)
    assert log["rows"] == log["accepted"] + log["quarantined"]
    assert site.lake("volunteer/teams").height == good
    assert refused.height == rows - good
    said = f"{log['message']} {refused['rules'].to_list()}"
    if says is None:
        assert (log["status"], log["message"]) == ("loaded", None)
    else:
        assert any(part in said for part in says.split("|")), said


def test_one_nasty_file_does_not_hold_up_the_others(site: SmallSite):
    for name, content, *_ in NASTY:
        site.put(f"volunteer/teams/{name}", content)
    report = site.load()
    assert report.rows == sum(case[2] for case in NASTY) - _loaded_twice()
    assert report.rows == report.accepted + report.quarantined
    assert site.lake("volunteer/teams").height == report.accepted
    assert site.refused().height == report.quarantined


def _loaded_twice() -> int:
    """Rows of files whose bytes are those of an earlier one."""
    contents = [case[1] for case in NASTY]
    return sum(case[2] for place, case in enumerate(NASTY) if case[1] in contents[:place])


def test_line_breaks_in_quotes_do_not_shift_the_row_numbers(site: SmallSite):
    rows = 'T1,990105001000,"助\n老",2020-01-02\nT2,990105001000,助残,2020-01-02\n'
    site.put("volunteer/teams/a.csv", HEAD + rows)
    site.load()
    assert site.lake("volunteer/teams").select("team_id", "_row").rows() == [("T1", 2), ("T2", 4)]


def test_blank_lines_in_quotes_are_kept(site: SmallSite):
    site.put("volunteer/teams/a.csv", HEAD + 'T1,990105001000,"助\n\n老",2020-01-02\n\n')
    site.load()
    assert site.lake("volunteer/teams")["kind"].to_list() == ["助\n\n老"]


def test_a_workbook_with_nothing_in_it(site: SmallSite):
    blank = io.BytesIO()
    pl.DataFrame({"a": []}).write_excel(blank, include_header=False)
    site.put("volunteer/teams/a.xlsx", blank.getvalue())
    assert "没有数据" in site.load().files["message"][0]


def test_a_zip_that_is_no_workbook(site: SmallSite):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "x")
    site.put("volunteer/teams/a.xlsx", packed.getvalue())
    assert "Excel" in site.load().files["message"][0]


def test_files_of_other_kinds_are_left_alone(site: SmallSite):
    site.put("volunteer/teams/读我.txt", "x")
    site.put("volunteer/teams/~$a.xlsx", "x")
    site.put("volunteer/teams/.hidden.csv", "x")
    assert site.load().files.is_empty()


def test_a_file_that_is_gone_when_its_turn_comes(site: SmallSite, monkeypatch: pytest.MonkeyPatch):
    site.put("volunteer/teams/a.csv", HEAD + GOOD)
    site.put("volunteer/teams/b.csv", HEAD + GOOD + GOOD)
    read = Path.read_bytes

    def vanish(path: Path) -> bytes:
        if path.name == "a.csv":
            raise FileNotFoundError(2, "No such file")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", vanish)
    report = site.load()
    assert report.refused_files["message"].to_list() == ["打不开文件：No such file"]
    assert report.accepted == 2


def test_a_table_that_nobody_asks_for_is_named(site: SmallSite):
    site.put("volunteer/teamz/a.csv", HEAD + GOOD)
    report = site.load()
    assert report.unclaimed == ("volunteer/teamz/a.csv",)
    assert "volunteer/teamz/a.csv: 不在任何报送目录中" in str(report.as_table())


def test_a_refused_file_is_tried_again(site: SmallSite):
    site.put("volunteer/teams/a.csv", b"")
    site.load()
    assert site.load().files["status"].to_list() == ["refused"]
