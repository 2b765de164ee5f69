import json
import socket
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from warehouse.cli import app
from warehouse.settings import settings
from warehouse.versions import point_at

OLD, NEW = "20261121T080000-aaaa", "20261122T080000-bbbb"


def yiping(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def empty_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("YIPING_VAR", str(tmp_path))
    settings.cache_clear()
    yield settings()
    settings.cache_clear()


@pytest.fixture
def two_versions(empty_site):
    for build_id in (OLD, NEW):
        (empty_site.versions / build_id).mkdir(parents=True)
    point_at(empty_site, NEW)
    return empty_site


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["quarantine"],
        ["indicator", "OPS-01", "--period", "2026-03"],
        ["trace", "OPS-01", "--period", "2026-03"],
        ["rollback"],
    ],
)
def test_before_the_first_build_every_question_ends_in_one_line(empty_site, words: list[str]):
    result = yiping(*words)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stderr.startswith("yiping: ")


def test_what_the_system_refuses_names_the_file_first(empty_site):
    empty_site.versions.write_text("")

    refused = yiping("status")

    assert refused.exit_code == 1
    pointer = empty_site.versions / "CURRENT"
    assert refused.stderr == f"yiping: {pointer}: Not a directory\n"


def test_wrong_usage_is_told_apart_from_failure(empty_site):
    assert yiping("indicator", "OPS-01", "--period", "sometime").exit_code == 2
    assert yiping("sample", "--months", "0").exit_code == 2
    assert yiping("no-such-verb").exit_code == 2


def test_an_unreadable_period_says_how_to_write_one(empty_site):
    result = yiping("trace", "OPS-01", "--period", "2026-13")

    assert "There is no period 2026-13" in result.stderr


def test_a_traceback_is_shown_only_when_asked_for(empty_site):
    assert "Traceback" not in yiping("status").stderr
    assert "Traceback" in yiping("--traceback", "status").stderr


def test_versions_are_listed_as_one_json_document(two_versions):
    result = yiping("versions", "--json")

    assert [(row["build_id"], row["is_current"]) for row in json.loads(result.stdout)] == [
        (NEW, True),
        (OLD, False),
    ]


def test_rollback_serves_the_version_before(two_versions):
    assert yiping("rollback").exit_code == 0
    assert json.loads(yiping("rollback", NEW, "--json").stdout)["build_id"] == NEW
    assert yiping("rollback", "20000101T000000-ffff").exit_code == 1


def test_a_taken_port_is_told_before_anything_is_loaded(empty_site):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = yiping("up", "--port", str(taken.getsockname()[1]))

    assert result.exit_code == 1
    assert "PORT=" in result.stderr
    assert not list(empty_site.var.iterdir())


class TestInTheHandCity:
    @pytest.fixture(autouse=True)
    def _in_the_hand_city(self, reads_hand_city: Path):
        pass

    def test_an_indicator_is_read_with_its_parts(self):
        row = json.loads(yiping("indicator", "OPS-02", "--period", "2026-03", "--json").stdout)

        assert (row["numerator"], row["denominator"]) == (9, 11)

    def test_a_trace_gives_as_many_entries_as_the_numerator_each_with_its_row(self):
        traced = json.loads(yiping("trace", "OPS-01", "--period", "2026-03", "--json").stdout)

        assert len(traced["entries"]) == traced["reading"]["numerator"] == 13
        assert all(entry["source_file"] and entry["source_row"] for entry in traced["entries"])

    def test_a_trace_is_opened_again_by_its_code(self):
        traced = json.loads(yiping("trace", "OPS-01", "--period", "2026-03", "--json").stdout)
        again = json.loads(yiping("trace", "--code", traced["code"].lower(), "--json").stdout)

        assert again["entries"] == traced["entries"]
        assert (again["code"], again["is_kept"]) == (traced["code"], True)

    def test_a_mistyped_code_is_one_line_on_stderr(self):
        result = yiping("trace", "--code", "OPS-01.990199.2026M03.0000-0000")

        assert result.exit_code == 1
        assert "校验" in result.stderr

    def test_the_denominator_is_traced_as_well(self):
        words = ["trace", "OPS-02", "--period", "2026-03", "--part", "denominator", "--json"]

        assert len(json.loads(yiping(*words).stdout)["entries"]) == 11

    @pytest.mark.parametrize(
        ("words", "reason"),
        [
            (["OPS-99", "--period", "2026-03"], "There is no indicator OPS-99"),
            (["OPS-08", "--period", "2026-03", "--area", "1"], "There is no place 1"),
            (["OPS-08", "--period", "2031"], "The data reach from"),
            (
                ["OPS-14", "--period", "2026-03", "--area", "990199002000"],
                "nothing was counted there (有效回访数)",
            ),
        ],
    )
    def test_a_value_that_is_not_there_says_why(self, words: list[str], reason: str):
        result = yiping("indicator", *words)

        assert result.exit_code == 1
        assert reason in result.stderr

    def test_status_names_every_feed(self):
        status = json.loads(yiping("status", "--json").stdout)

        assert {"grid/events", "petition/petitions"} <= {
            feed["feed_code"] for feed in status["feeds"]
        }
        assert status["rows_in"] == status["rows_accepted"] + status["rows_refused"]

    def test_a_second_load_takes_nothing_in(self):
        loaded = json.loads(yiping("load", "--json").stdout)

        assert loaded["rows"] == 0
        assert all(feed["skipped"] == feed["files"] for feed in loaded["feeds"])

    def test_every_verb_that_looks_prints_a_table(self):
        for words in (["status"], ["versions"], ["quarantine"], ["quarantine", "--rows"]):
            assert yiping(*words).exit_code == 0
