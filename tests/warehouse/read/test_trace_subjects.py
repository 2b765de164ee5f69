"""A score or a report, opened by the code that stands beside it in a file."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from warehouse.access.scope import Scope
from warehouse.cli import app
from warehouse.read import trace_subjects
from warehouse.read.connection import fetch, whole_site
from warehouse.read.narrowed import NotPermittedError
from warehouse.read.trace_subjects import OpenedReport, OpenedScore
from warehouse.trace_code import Number, TraceCodeError, encode

DISTRICT, STREET = "990199000000", "990199001000"
SCORE = Number("KHF-01", STREET, "month", date(2026, 3, 1))
REPORT = Number("RPT-04", DISTRICT, "half", date(2026, 1, 1))


@pytest.fixture
def scope(reads_hand_city: Path) -> Scope:
    return whole_site()


def test_a_score_opens_with_its_place_period_total_and_items(scope: Scope):
    opened = trace_subjects.open_subject(scope, f"{encode(SCORE, scope.version)}#total")

    assert isinstance(opened, OpenedScore)
    assert (opened.area_name, opened.period.label) == ("甲街道", "2026-03")
    assert opened.board is not None
    assert opened.board["scheme_no"] == 1
    assert opened.board == opened.now
    counted = fetch(
        scope,
        "select total from marts.mart_rank_board where scheme_no = 1 and area_code = $place"
        " and period_start = date '2026-03-01'",
        place=STREET,
    )
    assert opened.board["total"] == counted["total"][0]
    assert {item["area_code"] for item in opened.items} == {STREET}
    assert len(opened.items) > 3


def test_a_score_that_was_never_given_opens_without_numbers(scope: Scope):
    nobody = SCORE._replace(indicator_code="KHF-99")
    opened = trace_subjects.open_subject(scope, encode(nobody, scope.version))

    assert isinstance(opened, OpenedScore)
    assert (opened.board, opened.items) == (None, [])


def test_a_score_of_a_deleted_version_is_told_as_it_is_now(scope: Scope):
    opened = trace_subjects.open_subject(scope, encode(SCORE, "20260301T120000-0a1f"))

    assert isinstance(opened, OpenedScore)
    assert (opened.version, opened.as_of) == (None, None)
    assert opened.board == opened.now is not None


def test_a_report_says_which_place_and_period_it_is_about(scope: Scope):
    opened = trace_subjects.open_subject(scope, encode(REPORT, scope.version))

    assert isinstance(opened, OpenedReport)
    assert opened.period.label == "2026-H1"
    assert opened.version == scope.version


def test_the_code_of_an_indicator_is_none_of_them(scope: Scope):
    of_events = SCORE._replace(indicator_code="OPS-01")

    assert trace_subjects.open_subject(scope, encode(of_events, scope.version)) is None


def test_what_is_no_code_is_refused(scope: Scope):
    with pytest.raises(TraceCodeError):
        trace_subjects.open_subject(scope, encode(SCORE, scope.version)[:-1] + "*")


def test_a_reader_of_one_street_opens_only_its_own(scope: Scope):
    narrow = Scope(scope.version, STREET)

    assert trace_subjects.open_subject(narrow, encode(SCORE, scope.version)) is not None
    with pytest.raises(NotPermittedError):
        trace_subjects.open_subject(narrow, encode(REPORT, scope.version))


def test_the_command_line_says_what_a_code_is(scope: Scope):
    told = CliRunner().invoke(app, ["trace", "--code", encode(SCORE, scope.version)])
    report = CliRunner().invoke(app, ["trace", "--code", encode(REPORT, scope.version), "--json"])

    assert told.exit_code == 0
    assert "甲街道 · 2026-03" in told.output
    assert '"RPT-04"' in report.stdout
