import json
import threading
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.build.conftest import spoil
from warehouse.access.scope import Scope
from warehouse.build import BuilderBusyError, BuildFailedError, build, current, versions
from warehouse.build import builder as building
from warehouse.build.audit import Finding, Findings
from warehouse.periods import parse_moment
from warehouse.read.connection import current_version, fetch
from warehouse.settings import Settings
from warehouse.versions import failures, writing


def answer(version: str) -> object:
    return fetch(Scope(version), "select answer from marts.numbers").item()


def test_a_build_is_served_at_once(site: Settings, project: Path):
    version = build(site, project=project)

    assert current_version() == version.build_id
    assert answer(version.build_id) == 42


def test_a_version_is_one_folder_with_its_evidence_and_no_write_ahead_log(
    site: Settings, project: Path
):
    version = build(site, project=project)

    assert {path.name for path in version.folder.iterdir()} == {
        "warehouse.duckdb",
        "build.json",
        "manifest.json",
        "lineage.json",
        "run_results.json",
    }


def test_the_record_says_what_was_built_from_what_and_how_it_was_tested(
    site: Settings, project: Path
):
    record = build(site, project=project, as_of=parse_moment("2026-11-15")).record

    assert record["as_of"] == "2026-11-16T00:00:00"
    assert record["tests"] == {"passed": 1, "warned": 0, "failed": 0, "skipped": 0}
    assert [(check["model"], check["status"]) for check in record["checks"]] == [
        ("numbers", "pass")
    ]
    assert set(record["inputs"]) == {"models", "settings", "lake", "schemes", "day"}


def test_the_key_of_personal_data_stays_out_of_the_evidence(site: Settings, project: Path):
    version = build(site, project=project)

    texts = [path.read_text() for path in version.folder.glob("*.json")]
    assert not any(site.pii_key in text or "pii_key" in text for text in texts)


def test_a_failed_test_leaves_the_served_version_and_keeps_the_evidence(
    site: Settings, project: Path
):
    good = build(site, project=project)
    spoil(project)

    with pytest.raises(BuildFailedError, match="not_null_numbers_answer") as failed:
        build(site, project=project)

    assert current(site) == good
    assert len(versions(site)) == 1
    assert failed.value.record["status"] == "failed"
    assert [record["build_id"] for record in failures(site)] == [failed.value.record["build_id"]]
    assert not list(site.versions.glob("*.tmp"))


def test_models_and_audit_cut_at_the_same_second(site: Settings, project: Path):
    built = build(site, project=project, as_of=datetime(2026, 3, 1, 8, 0, 0, 500_000))

    cut = fetch(Scope(built.build_id), "select as_of from marts.numbers").item()
    assert cut.isoformat() == built.record["as_of"] == "2026-03-01T08:00:00"


def test_a_failed_test_says_what_it_demands(site: Settings, project: Path):
    path = project / "models" / "_models.yml"
    demand = "[{not_null: {description: There is always an answer}}]"
    path.write_text(path.read_text().replace("[not_null]", demand))
    spoil(project)

    with pytest.raises(BuildFailedError) as failed:
        build(site, project=project)

    (line,) = failed.value.details
    assert line.startswith("test not_null_numbers_answer: There is always an answer; Got 1 result")


def test_a_failed_audit_is_not_published(
    site: Settings, project: Path, monkeypatch: pytest.MonkeyPatch
):
    lost = Findings([Finding("facts", "grid/events", "fail", "rows expected: 3 against 2")])
    monkeypatch.setattr(building, "audit", lambda *_: lost)

    with pytest.raises(BuildFailedError, match="grid/events"):
        build(site, project=project)

    assert current(site) is None


def test_a_project_that_cannot_be_read_says_so(site: Settings, project: Path):
    (project / "models" / "numbers.sql").write_text("select * from {{ ref('nowhere') }}")

    with pytest.raises(BuildFailedError, match="nowhere"):
        build(site, project=project)


def test_only_one_build_runs_at_a_time(site: Settings, project: Path):
    with writing(site), pytest.raises(BuilderBusyError, match="Another build is running"):
        build(site, project=project)


def test_a_later_build_sorts_later_even_if_the_clock_went_back(site: Settings, project: Path):
    ahead = site.versions / "29991231T000000-abcd"
    ahead.mkdir(parents=True)

    assert build(site, project=project).build_id > ahead.name


def test_the_same_lake_gives_the_same_numbers(site: Settings, project: Path):
    cut = parse_moment("2026-11-15")
    first, second = (build(site, project=project, as_of=cut) for _ in range(2))

    assert first.record["inputs"] == second.record["inputs"]
    rows = [
        duckdb.connect(str(version.warehouse), read_only=True)
        .execute("select answer, as_of from marts.numbers")
        .fetchall()
        for version in (first, second)
    ]
    assert rows[0] == rows[1]


def test_readers_never_notice_a_build(site: Settings, project: Path):
    build(site, project=project)
    stop, seen, errors = threading.Event(), set(), []

    def read() -> None:
        while not stop.is_set():
            try:
                version = current_version()
                rows = fetch(Scope(version), "select answer, build_id from marts.numbers")
                assert rows.row(0) == (42, version)
                seen.add(version)
            except Exception as error:
                errors.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    built = [build(site, project=project).build_id for _ in range(3)]
    stop.set()
    for reader in readers:
        reader.join()

    assert not errors
    assert built[-2] in seen


def test_the_record_is_what_lies_in_the_folder(site: Settings, project: Path):
    version = build(site, project=project)

    assert json.loads((version.folder / "build.json").read_text()) == version.record
