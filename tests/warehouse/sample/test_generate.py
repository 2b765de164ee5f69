"""The landing folder as a whole."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

import pytest

from warehouse.feeds import contracts
from warehouse.sample import generate
from warehouse.sample.district import DISTRICT

UNTIL = datetime(2026, 3, 5, 9, 20)


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write(out: Path, seed: int = 3) -> dict[str, int]:
    return generate(profile="district", months=2, seed=seed, until=UNTIL, out=out, scale=0.06)


def test_every_feed_of_the_contracts_is_written(feeds: Path):
    written = {f"{path.parent.parent.name}/{path.parent.name}" for path in feeds.rglob("*.*")}
    assert set(contracts()) == written


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path):
    first = write(tmp_path / "first")
    second = write(tmp_path / "second")
    assert first == second
    assert digests(tmp_path / "first") == digests(tmp_path / "second")


def test_another_seed_is_another_place(tmp_path: Path):
    write(tmp_path / "first")
    write(tmp_path / "second", seed=4)
    first, second = digests(tmp_path / "first"), digests(tmp_path / "second")
    same = {name for name in first if first[name] == second.get(name)}
    # Departments and the list of matters are the profile's, not the seed's.
    assert {Path(name).parent.name for name in same} == {"departments", "matters"}


def test_all_formats_and_encodings_of_the_contract_occur(feeds: Path):
    names = [path.name for path in feeds.rglob("*.*")]
    for ending in (".csv", ".csv.gz", ".xlsx", ".parquet", ".ndjson"):
        assert any(name.endswith(ending) for name in names)
    ledger = feeds / "case" / "disputes" / "调解台账.csv"
    with pytest.raises(UnicodeDecodeError):
        ledger.read_text("utf-8")
    assert "纠纷编号" in ledger.read_text("gb18030")


def test_an_unknown_profile_names_the_known_ones(tmp_path: Path):
    with pytest.raises(ValueError, match="district"):
        generate(profile="moon", months=1, seed=1, until=UNTIL, out=tmp_path)


def test_the_district_has_the_shape_of_the_seed_documents():
    assert len(DISTRICT.streets) == 6
    assert sum(len(street.communities) for street in DISTRICT.streets) == 65
    assert sum(street.grids for street in DISTRICT.streets) == 793
    assert 690_000 < sum(street.residents for street in DISTRICT.streets) < 710_000
    assert len(DISTRICT.departments) == 23


def test_no_real_place_is_named():
    assert DISTRICT.code.startswith("99")
