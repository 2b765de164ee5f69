"""Folders that are written once."""

import json
import os
import time
from pathlib import Path

import pytest

from warehouse.frozen import changed_files, digest_of, new_folder, sha256_of, write_record

DAY = 86_400


def test_a_folder_is_there_as_a_whole_when_the_work_is_done(tmp_path: Path):
    target = tmp_path / "weekly" / "1"
    with new_folder(target, within=tmp_path) as folder:
        (folder / "a.txt").write_text("a")
        assert not target.exists()

    assert (target / "a.txt").read_text() == "a"
    assert [path.name for path in tmp_path.iterdir()] == ["weekly"]


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path):
    target = tmp_path / "1"
    for content in ("first", "second"):
        try:
            with new_folder(target, within=tmp_path) as folder:
                (folder / "a.txt").write_text(content)
        except FileExistsError as error:
            assert str(target) in str(error)
            assert content == "second"

    assert (target / "a.txt").read_text() == "first"


def test_work_that_fails_leaves_nothing(tmp_path: Path):
    with pytest.raises(ValueError, match="no"), new_folder(tmp_path / "1", within=tmp_path):
        raise ValueError("no")

    assert not list(tmp_path.iterdir())


def test_what_a_dead_worker_left_goes_after_a_day(tmp_path: Path):
    old, young = tmp_path / ".incoming-old", tmp_path / ".incoming-young"
    for folder in (old, young):
        folder.mkdir()
    two_days_ago = time.time() - 2 * DAY
    os.utime(old, (two_days_ago, two_days_ago))
    with new_folder(tmp_path / "1", within=tmp_path):
        pass

    assert sorted(path.name for path in tmp_path.iterdir()) == [".incoming-young", "1"]


def test_a_record_proves_itself_and_the_files_it_names(tmp_path: Path):
    (tmp_path / "a.txt").write_text("a")
    hashes = {"a.txt": sha256_of(tmp_path / "a.txt")}
    written = write_record({"files": hashes}, tmp_path / "seal.json")
    read = json.loads((tmp_path / "seal.json").read_text())

    assert read == written
    assert digest_of(read) == read["digest"]
    assert digest_of({**read, "by": "nobody"}) != read["digest"]
    assert list(changed_files(tmp_path, hashes)) == []
    (tmp_path / "a.txt").write_text("b")
    assert [wrong.partition(" was ")[0] for wrong in changed_files(tmp_path, hashes)] == ["a.txt"]
