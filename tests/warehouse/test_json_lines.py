"""Notes that are only ever added to."""

from datetime import date, datetime
from pathlib import Path

from warehouse.json_lines import append, read


def test_what_is_added_is_read_in_its_order(tmp_path: Path):
    path = tmp_path / "notes" / "done.jsonl"
    append(path, [{"what": "周报", "day": date(2026, 3, 1)}])
    append(path, [{"at": datetime(2026, 3, 2, 8, 30)}])

    assert list(read(path)) == [
        {"what": "周报", "day": "2026-03-01"},
        {"at": "2026-03-02T08:30:00"},
    ]


def test_there_is_nothing_before_the_first_note(tmp_path: Path):
    assert list(read(tmp_path / "done.jsonl")) == []


def test_a_line_cut_off_by_a_crash_is_gone_after_the_next(tmp_path: Path):
    path = tmp_path / "done.jsonl"
    append(path, [{"number": 1}])
    with path.open("a") as file:
        file.write('{"number": 2')

    assert list(read(path)) == [{"number": 1}]
    append(path, [{"number": 3}])
    assert list(read(path)) == [{"number": 1}, {"number": 3}]
