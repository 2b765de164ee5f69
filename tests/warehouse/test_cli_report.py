"""`yiping report …` on the command line."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from warehouse.cli import app
from warehouse.periods import parse_period
from warehouse.read.connection import whole_site
from warehouse.report.compose import compose
from warehouse.report.kinds import KINDS
from warehouse.report.template import Template
from warehouse.settings import Settings, settings

DISTRICT = "990199000000"
STREETS = {"甲街道": "990199001000", "乙街道": "990199002000"}


def report(*words: str) -> Result:
    return CliRunner().invoke(app, ["report", *words])


@pytest.fixture
def site(
    reads_hand_city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Settings]:
    """A site of its own with the versions of the hand city."""
    (tmp_path / "var" / "reports").mkdir(parents=True)
    (tmp_path / "var" / "versions").symlink_to(reads_hand_city / "versions")
    monkeypatch.setenv("YIPING_VAR", str(tmp_path / "var"))
    monkeypatch.setattr(Settings, "now", lambda self: datetime(2026, 4, 1, 9))
    settings.cache_clear()
    yield settings()
    settings.cache_clear()


@pytest.mark.parametrize(
    ("kind", "wrong", "right"),
    [
        ("weekly", "2026-11", "2026-W46"),
        ("monthly", "2026-W46", "2026-11"),
        ("quarterly", "2026", "2026-Q4"),
        ("half-yearly", "2026-Q4", "2026-H2"),
        ("annual", "2026-11-16", "2026"),
    ],
)
def test_a_period_of_another_kind_is_wrong_usage_and_says_what_to_write(
    kind: str, wrong: str, right: str
):
    result = report(kind, "--period", wrong)

    assert result.exit_code == 2
    assert f"write --period {right} for a {kind} report" in " ".join(
        result.stderr.replace("│", "").split()
    )


def test_a_format_that_nobody_writes_is_wrong_usage():
    assert report("weekly", "--format", "odt").exit_code == 2


def test_before_the_first_build_a_report_ends_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("YIPING_VAR", str(tmp_path))
    settings.cache_clear()
    result = report("weekly")
    settings.cache_clear()

    assert (result.exit_code, len(result.stderr.strip().splitlines())) == (1, 1)


def test_without_a_period_it_is_the_newest_that_is_over(site: Settings, tmp_path: Path):
    result = report("weekly", "--format", "xlsx", "--out", str(tmp_path / "out"), "--json")

    (written,) = json.loads(result.stdout)["files"]
    assert Path(written).name == "手算区市域社会治理工作周报_2026-W13.xlsx"


def test_a_place_that_is_not_there_is_one_line(site: Settings, tmp_path: Path):
    result = report("weekly", "--area", "1", "--out", str(tmp_path / "out"))

    assert result.exit_code == 1
    assert "There is no place 1" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("verb", ["weekly", "final weekly"])
def test_who_writes_the_name_of_a_place_is_told_its_code(site: Settings, verb: str):
    result = report(*verb.split(), "--period", "2026-W13", "--area", "甲街")

    assert result.exit_code == 1
    assert "甲街道 is 990199001000" in result.stderr


def test_formats_may_be_written_as_they_come_to_hand(site: Settings, tmp_path: Path):
    result = report("weekly", "--format", "XLSX，xlsx", "--out", str(tmp_path / "out"), "--json")

    assert [Path(path).suffix for path in json.loads(result.stdout)["files"]] == [".xlsx"]


def test_a_folder_that_is_a_file_is_told_before_anything_is_made(site: Settings, tmp_path: Path):
    (tmp_path / "out").write_text("")
    for words in (["weekly"], ["weekly", "--each-child"]):
        result = report(*words, "--format", "xlsx", "--out", str(tmp_path / "out" / "周报"))

        assert result.exit_code == 1
        assert result.stderr.strip() == f"yiping: {tmp_path / 'out'} is a file; --out is a folder"


def test_a_folder_with_spaces_and_chinese_is_a_folder(site: Settings, tmp_path: Path):
    out = tmp_path / "我的 文件" / "第13周（终）"
    result = report("weekly", "--format", "xlsx", "--out", str(out))

    assert result.exit_code == 0
    assert [path.suffix for path in out.iterdir()] == [".xlsx"]


def test_a_place_by_itself_gets_the_very_files_of_the_batch(site: Settings, tmp_path: Path):
    words = ["weekly", "--format", "docx,xlsx"]
    report(*words, "--area", STREETS["甲街道"], "--out", str(tmp_path / "one"))
    report(*words, "--each-child", "--out", str(tmp_path / "all"))

    files = sorted((tmp_path / "one").iterdir())
    assert len(files) == 2
    for path in files:
        assert path.read_bytes() == (tmp_path / "all" / "甲街道" / path.name).read_bytes()
    log = (site.var / "audit" / "reports-2026-04.jsonl").read_text().splitlines()
    assert json.loads(log[0])["scope"] == STREETS["甲街道"]


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("weekly", "2026-W13"),
        ("monthly", "2026-02"),
        ("quarterly", "2025-Q4"),
        ("half-yearly", "2025-H2"),
        ("annual", "2025"),
    ],
)
def test_who_may_see_everything_composes_for_a_place_what_it_may_see_itself(
    site: Settings, kind: str, label: str
):
    whole, start = whole_site(), parse_period(label).start
    for code in STREETS.values():
        made = [
            compose(scope, KINDS[kind], code, start, template=Template())
            for scope in (whole, replace(whole, area_code=code))
        ]
        assert made[0] == made[1]


def test_a_period_that_is_not_over_is_not_made_final(site: Settings):
    result = report("final", "weekly", "--period", "2026-W14", "--by", "区委政法委")

    assert result.exit_code == 1
    assert "2026-W14到2026-04-05才结束" in result.stderr
    assert not site.editions.exists()


@pytest.mark.parametrize("ending", ["docx", "xlsx", "pptx", "pdf"])
def test_a_file_that_cannot_be_opened_is_told_by_its_name(
    site: Settings, tmp_path: Path, ending: str
):
    path = tmp_path / f"周报.{ending}"
    path.write_bytes(b"half of a file")

    result = report("check", str(path))

    assert result.exit_code == 1
    assert result.stderr == f"yiping: 周报.{ending}: damaged, or no {ending} file.\n"


def test_editions_of_a_kind_that_is_not_there_is_wrong_usage(site: Settings):
    assert report("editions", "--kind", "daily").exit_code == 2


def test_status_tells_of_an_edition_that_is_not_what_was_sealed(site: Settings):
    (site.editions / "weekly" / DISTRICT / "2026-W13" / "1").mkdir(parents=True)
    subject = f"weekly/{DISTRICT}/2026-W13/1"

    told = CliRunner().invoke(app, ["status"]).stderr
    asked = json.loads(CliRunner().invoke(app, ["status", "--json"]).stdout)

    assert f"edition {subject}: edition.json cannot be read" in told
    assert [fault["subject"] for fault in asked["edition_faults"]] == [subject]


def test_each_place_below_gets_a_folder_and_stands_in_the_list(site: Settings, tmp_path: Path):
    out = tmp_path / "out"
    words = ["weekly", "--period", "2026-W13", "--format", "xlsx", "--each-child"]
    result = report(*words, "--out", str(out))

    assert result.exit_code == 0
    rows = list(csv.DictReader((out / "发放清单.csv").read_text("utf-8-sig").splitlines()))
    assert {row["单位"]: row["编码"] for row in rows} == STREETS
    for row in rows:
        assert (out / row["文件"]).stat().st_size == int(row["字节"])
        assert row["可见范围"] == f"{row['编码']}及其下级"
    log = (site.var / "audit" / "reports-2026-04.jsonl").read_text()
    assert len(log.splitlines()) == len(STREETS)


def test_a_calendar_with_a_mistake_is_one_line_that_names_its_line(site: Settings):
    (site.var / "reports" / "schedule.toml").write_text('[[report]]\nkind = "daily"\n')
    result = report("due")

    assert result.exit_code == 1
    assert "schedule.toml 第 2 行" in result.stderr


def test_what_is_due_is_made_once(site: Settings):
    text = '[[report]]\nkind = "weekly"\nformats = ["xlsx"]\n'
    (site.var / "reports" / "schedule.toml").write_text(text)
    words = ["due", "--now", "2026-04-01T09:00", "--json"]

    assert [step["state"] for step in json.loads(report(*words, "--dry-run").stdout)] == ["to make"]
    assert [step["state"] for step in json.loads(report(*words).stdout)] == ["made"]
    assert json.loads(report(*words).stdout) == []


def test_without_a_calendar_it_says_where_it_belongs(site: Settings):
    result = report("due")

    assert result.exit_code == 1
    assert "schedule.toml" in result.stderr
