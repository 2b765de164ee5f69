"""Sets for many places at once, with a maker that writes what it may see."""

import csv
import errno
import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from warehouse.access.scope import Scope
from warehouse.periods import parse_period
from warehouse.read.connection import fetch, whole_site
from warehouse.report.batch import (
    CannotWriteError,
    Job,
    Made,
    NoPlacesBelowError,
    each_child,
    make_all,
    make_one,
)
from warehouse.report.handed_out import log_sets, write_list
from warehouse.report.kinds import KINDS
from warehouse.settings import Settings

AT = datetime(2026, 11, 23, 8, 30)


def job(out: Path, name: str = "云溪街道", code: str = "990199001000") -> Job:
    week = parse_period("2026-W13")
    scope = Scope("20261122T080000-bbbb", code)
    return Job(scope, KINDS["weekly"], code, name, week, ("docx",), out / name)


def jobs(out: Path) -> list[Job]:
    names = {"云溪街道": "990199001000", "双桥街道": "990199002000", "南园街道": "990199003000"}
    return [job(out, name, code) for name, code in names.items()]


def tell_name(one: Job, folder: Path) -> list[Path]:
    """A maker: the place and the number of the process."""
    folder.mkdir(parents=True)
    path = folder / f"{one.area_name}周报.docx"
    path.write_text(one.area_name)
    (folder / "process").write_text(f"{os.getpid()}")
    return [path, folder / "process"]


def fail_in_the_second(one: Job, folder: Path) -> list[Path]:
    """A maker that has no data for one place."""
    if one.area_name == "双桥街道":
        folder.mkdir(parents=True)
        (folder / "half.docx").write_text("half")
        raise ValueError("no week there")
    return tell_name(one, folder)


def die_in_the_second(one: Job, folder: Path) -> list[Path]:
    """A maker whose process is killed at one place."""
    if one.area_name == "双桥街道":
        os._exit(9)
    return tell_name(one, folder)


def tell_visible(one: Job, folder: Path) -> list[Path]:
    """A maker that writes every place of which it can see a number."""
    folder.mkdir(parents=True)
    path = folder / "visible.txt"
    seen = fetch(one.scope, "select distinct area_code from indicators.indicator_values")
    path.write_text(" ".join(seen["area_code"]))
    return [path]


def errors(sets: list[Made]) -> dict[str, str]:
    return {made.job.area_name: made.error for made in sets}


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_every_place_gets_its_set_from_a_process_of_its_own(tmp_path: Path):
    sets = list(make_all(jobs(tmp_path), tell_name, workers=2))

    assert set(errors(sets).values()) == {""}
    assert names(tmp_path) == [
        *("云溪街道/process", "云溪街道/云溪街道周报.docx", "南园街道/process"),
        *("南园街道/南园街道周报.docx", "双桥街道/process", "双桥街道/双桥街道周报.docx"),
    ]
    assert str(os.getpid()) not in {path.read_text() for path in tmp_path.glob("*/process")}


def test_one_set_is_made_in_this_process(tmp_path: Path):
    (made,) = make_all([job(tmp_path)], tell_name)

    assert made.files[1].path.read_text() == str(os.getpid())


def test_a_place_that_fails_does_not_stop_the_others(tmp_path: Path):
    sets = list(make_all(jobs(tmp_path), fail_in_the_second, workers=2))

    assert errors(sets) == {"云溪街道": "", "双桥街道": "no week there", "南园街道": ""}
    assert not any("half" in name for name in names(tmp_path))


def ask_for_a_new_column(one: Job, folder: Path) -> list[Path]:
    raise KeyError("is_begun")


def test_a_version_that_was_built_by_an_older_program_is_told_as_such(tmp_path: Path):
    (made,) = make_all([job(tmp_path)], ask_for_a_new_column)

    assert "lacks 'is_begun'" in made.error
    assert "yiping build" in made.error


def refuse_the_disk(one: Job, folder: Path) -> list[Path]:
    """A maker for which the disk is full in the middle."""
    folder.mkdir(parents=True)
    (folder / "half.docx").write_text("half")
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told_with_the_folder_and_leaves_nothing_there(tmp_path: Path):
    with pytest.raises(CannotWriteError) as raised:
        make_one(job(tmp_path), refuse_the_disk)

    assert str(raised.value) == f"{tmp_path / '云溪街道'}: No space left on device"
    assert list((tmp_path / "云溪街道").iterdir()) == []


def test_two_calls_may_write_into_one_folder_at_once(tmp_path: Path):
    def write_while_another_does(one: Job, folder: Path) -> list[Path]:
        (first,) = tell_name(one, folder)[:1]
        make_one(replace(one, area_name="双桥街道"), tell_name)
        return [first]

    make_one(job(tmp_path), write_while_another_does)

    assert names(tmp_path / "云溪街道") == ["process", "云溪街道周报.docx", "双桥街道周报.docx"]


def test_what_a_killed_call_left_goes_after_an_hour(tmp_path: Path):
    old, new = (tmp_path / "云溪街道" / f".part-{name}" for name in ("old", "new"))
    for folder, age in ((old, 3700), (new, 60)):
        folder.mkdir(parents=True)
        os.utime(folder, (time.time() - age,) * 2)

    make_one(job(tmp_path), tell_name)

    assert (old.exists(), new.exists()) == (False, True)


def test_a_process_that_dies_does_not_stop_the_others(tmp_path: Path):
    sets = list(make_all(jobs(tmp_path), die_in_the_second, workers=2))

    assert errors(sets) == {
        "云溪街道": "",
        "双桥街道": "the process died, perhaps for want of memory",
        "南园街道": "",
    }


def test_workers_end_when_their_parent_is_killed(tmp_path: Path):
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"from {__name__} import wait_in_two; wait_in_two({str(tmp_path)!r})",
        ]
    )
    workers = [int(_soon(tmp_path / f"{name}.pid")) for name in ("云溪街道", "双桥街道")]
    parent.kill()
    parent.wait()

    assert _soon_gone(workers)


def wait_in_two(out: str) -> None:
    """A batch of two that ends by being killed only; run in a process of its own."""
    list(make_all(jobs(Path(out))[:2], write_pid_and_wait, workers=2))


def write_pid_and_wait(one: Job, folder: Path) -> list[Path]:
    """A maker that never ends."""
    note = one.out.with_name(f".{one.area_name}")
    note.write_text(f"{os.getpid()}")
    note.rename(one.out.with_name(f"{one.area_name}.pid"))
    time.sleep(600)
    return []


def _soon(path: Path) -> str:
    end = time.monotonic() + 60
    while not path.is_file() and time.monotonic() < end:
        time.sleep(0.05)
    return path.read_text()


def _soon_gone(workers: list[int]) -> bool:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            return True
        time.sleep(0.05)
    return False


def test_a_set_made_again_takes_the_place_of_the_first(tmp_path: Path):
    make_one(job(tmp_path), tell_name)
    (tmp_path / "云溪街道" / "note.txt").write_text("the reader's own")
    make_one(job(tmp_path), tell_name)

    assert names(tmp_path) == [
        "云溪街道/note.txt",
        "云溪街道/process",
        "云溪街道/云溪街道周报.docx",
    ]


def test_the_list_says_who_got_which_file_and_who_did_not(tmp_path: Path):
    sets = list(make_all(jobs(tmp_path), fail_in_the_second, workers=1))
    path = write_list(tmp_path, sorted(sets, key=lambda made: made.job.area_code), AT)

    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert [(row["单位"], row["文件"]) for row in rows] == [
        ("云溪街道", "云溪街道/云溪街道周报.docx"),
        ("云溪街道", "云溪街道/process"),
        ("双桥街道", ""),
        ("南园街道", "南园街道/南园街道周报.docx"),
        ("南园街道", "南园街道/process"),
    ]
    # Four signs of three bytes; the hash by `printf 云溪街道 | sha256sum`.
    assert (rows[0]["字节"], rows[0]["SHA-256"][:8]) == ("12", "3bdcaba7")
    assert rows[0]["可见范围"] == "990199001000及其下级"
    assert rows[0]["生成时间"] == "2026-11-23 08:30:00"
    assert rows[2]["说明"] == "未生成：no week there"


def test_the_log_of_the_month_grows_by_every_set(tmp_path: Path):
    site = Settings(var=tmp_path / "var")
    for _ in range(2):
        log_sets(site, [make_one(job(tmp_path), tell_name)], at=AT, how="command line")

    lines = (tmp_path / "var" / "audit" / "reports-2026-11.jsonl").read_text().splitlines()
    told = json.loads(lines[1])
    assert len(lines) == 2
    assert (told["area_name"], told["scope"], told["how"]) == (
        *("云溪街道", "990199001000"),
        "command line",
    )
    assert told["files"][0]["bytes"] == 12


@pytest.mark.usefixtures("reads_hand_city")
class TestInTheHandCity:
    def whole(self, out: Path, code: str) -> Job:
        week = parse_period("2026-W13")
        return Job(whole_site(), KINDS["weekly"], code, "示例区", week, ("docx",), out)

    def test_each_set_sees_its_own_place_and_nothing_else(self, tmp_path: Path):
        below = each_child(self.whole(tmp_path, "990199000000"))

        assert all(made.error == "" for made in make_all(below, tell_visible, workers=2))
        for one in below:
            seen = (one.out / "visible.txt").read_text().split()
            assert one.area_code in seen
            assert all(code.startswith(one.area_code[:9]) for code in seen)

    @pytest.mark.parametrize(
        ("kind", "label"),
        [
            ("weekly", "2026-W13"),
            ("monthly", "2026-03"),
            ("quarterly", "2026-Q1"),
            ("half-yearly", "2026-H1"),
            ("annual", "2026"),
        ],
    )
    def test_a_street_has_every_report_also_where_the_others_are_closed(
        self, tmp_path: Path, kind: str, label: str
    ):
        whole = replace(
            self.whole(tmp_path, "990199000000"),
            kind=KINDS[kind],
            period=parse_period(label),
            formats=("xlsx",),
        )

        assert len(make_one(each_child(whole)[0]).files) == 1

    def test_a_place_without_places_below_is_told(self, tmp_path: Path):
        with pytest.raises(NoPlacesBelowError, match="990199001001"):
            each_child(self.whole(tmp_path, "990199001001"))
