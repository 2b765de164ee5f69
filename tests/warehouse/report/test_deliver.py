"""Files delivered to a folder: whole or not at all, and never over what lies there."""

import errno
import shutil
from pathlib import Path

import pytest

from warehouse.report.deliver import DeliveryError, Parcel, to_folder

NAME = "云溪街道社会治理工作周报_2026-W46.docx"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def parcel(tmp_path: Path, content: bytes = b"one") -> Parcel:
    path = tmp_path / NAME
    path.write_bytes(content)
    return Parcel("周报 2026-W46 云溪街道", "周报_2026-W46/云溪街道", [path], "", "v", is_demo=True)


def files(share: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in share.rglob("*") if path.is_file()}


def test_the_files_lie_in_the_folder_of_their_unit(tmp_path: Path, share: Path):
    assert to_folder(parcel(tmp_path), share) == [share / "周报_2026-W46" / "云溪街道" / NAME]
    assert files(share) == {NAME: b"one"}


def test_a_disk_that_is_full_in_the_middle_keeps_no_half_of_a_file(
    tmp_path: Path, share: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(path: Path, place: Path) -> None:
        place.write_bytes(b"on")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", refuse)

    with pytest.raises(DeliveryError, match="云溪街道 失败：No space left on device"):
        to_folder(parcel(tmp_path), share)
    assert files(share) == {}


def test_the_same_bytes_again_are_already_delivered(tmp_path: Path, share: Path):
    (first,) = to_folder(parcel(tmp_path), share)
    written = first.stat().st_mtime_ns

    assert to_folder(parcel(tmp_path), share) == [first]
    assert first.stat().st_mtime_ns == written


def test_other_bytes_get_a_name_of_their_own_once(tmp_path: Path, share: Path):
    to_folder(parcel(tmp_path), share)
    for _ in range(2):
        to_folder(parcel(tmp_path, b"two"), share)

    assert files(share) == {NAME: b"one", NAME.replace(".docx", "(2).docx"): b"two"}


def test_what_a_crash_left_is_no_file_and_is_written_over(tmp_path: Path, share: Path):
    folder = share / "周报_2026-W46" / "云溪街道"
    folder.mkdir(parents=True)
    (folder / f".{NAME}.part").write_bytes(b"on")

    to_folder(parcel(tmp_path), share)

    assert files(share) == {NAME: b"one"}


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path):
    with pytest.raises(DeliveryError, match="未挂载"):
        to_folder(parcel(tmp_path), tmp_path / "nowhere")
