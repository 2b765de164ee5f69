"""Editions of the report made by hand, sealed in a copy of the hand city."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.pages.drawing import html_of, page_of
from tests.warehouse.report.editions.conftest import files_in, report_of
from tests.warehouse.report.hand_report import CITY
from warehouse.access.scope import Scope
from warehouse.read import trace_codes
from warehouse.report.document import Edition, Figure, Paragraph, Section, Source
from warehouse.report.editions import (
    CannotSealError,
    Issue,
    NoSuchEditionError,
    Report,
    Sealed,
    editions,
    fetch,
    find,
    next_number,
    numbers,
    numbers_of,
    said_under,
    seal,
)
from warehouse.settings import Settings
from warehouse.trace_code import Number

W46 = Report("weekly", CITY, "2026-W46")


def sealed_once(site: Settings, folder: Path, n: int = 1, note: str = "") -> Sealed:
    return seal(site, report_of(site, n), files_in(folder), Issue("市委政法委", note))


def test_an_edition_says_what_it_is_of_whom_and_from_which_data(city: Settings, tmp_path: Path):
    sealed = sealed_once(city, tmp_path)
    record = json.loads((city.editions / "weekly" / CITY / "2026-W46/1/edition.json").read_text())

    assert sealed.report == W46
    assert (sealed.noun, sealed.n, sealed.words) == ("周报", 1, "第1版（定稿）")
    assert sealed.sealed_by == "市委政法委"
    assert sealed.is_complete
    assert sealed.version == report_of(city).version
    assert sealed.models
    assert record["digest"] == sealed.digest
    assert sealed.documents == ["周报.docx", "周报.pdf"]
    assert sealed.files["周报.pdf"].bytes == 1000


def test_what_was_sealed_can_be_fetched(city: Settings, tmp_path: Path):
    sealed = sealed_once(city, tmp_path)

    assert fetch(sealed, "周报.docx") == (tmp_path / "周报.docx").read_bytes()
    said = numbers_of(report_of(city))
    assert numbers(sealed).select(said.columns).equals(said)


def test_nothing_is_left_of_the_work(city: Settings, tmp_path: Path):
    sealed_once(city, tmp_path)

    assert [path.name for path in city.editions.iterdir()] == ["weekly"]


def test_an_edition_is_never_written_over(city: Settings, tmp_path: Path):
    sealed_once(city, tmp_path)

    with pytest.raises(CannotSealError, match=r"第1版已由市委政法委于.*封存"):
        sealed_once(city, tmp_path)


def test_a_second_edition_needs_a_reason_and_says_when_nothing_changed(
    city: Settings, tmp_path: Path
):
    sealed_once(city, tmp_path)
    with pytest.raises(CannotSealError, match="须说明原因"):
        sealed_once(city, tmp_path, 2, "  ")
    again = sealed_once(city, tmp_path, 2, "补抄送市政府办公室")

    assert next_number(city, W46) == 3
    assert (again.n, again.note, again.same_as) == (2, "补抄送市政府办公室", 1)


@pytest.mark.parametrize(
    ("edition", "words"),
    [(Edition(1), "未定稿"), (Edition(3, is_final=True), "应为第1版")],
)
def test_a_draft_and_a_leap_are_refused(
    city: Settings, tmp_path: Path, edition: Edition, words: str
):
    with pytest.raises(CannotSealError, match=words):
        seal(city, replace(report_of(city), edition=edition), files_in(tmp_path), Issue())
    assert editions(city) == []


def test_of_two_who_seal_at_once_one_is_refused(city: Settings, tmp_path: Path):
    report, files = report_of(city), files_in(tmp_path)

    def attempt(_: int) -> bool:
        try:
            seal(city, report, files, Issue())
        except CannotSealError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(attempt, range(4)))

    assert sorted(done) == [False, False, False, True]
    assert [sealed.n for sealed in editions(city)] == [1]


def test_a_crash_while_sealing_leaves_nothing(
    city: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("warehouse.report.editions.sealing.write_frame", fails)
    with pytest.raises(OSError, match="No space"):
        sealed_once(city, tmp_path)

    assert editions(city) == []
    assert not list(city.editions.iterdir())


def test_the_list_has_the_newest_period_first_then_the_highest_edition(
    city: Settings, tmp_path: Path
):
    sealed_once(city, tmp_path)
    sealed_once(city, tmp_path, 2, "更正")
    seal(city, report_of(city, week=date(2026, 11, 16)), files_in(tmp_path), Issue())

    assert [(one.label, one.n) for one in editions(city)] == [
        ("2026-W47", 1),
        ("2026-W46", 2),
        ("2026-W46", 1),
    ]
    assert editions(city, "monthly") == []
    assert find(city, W46).n == 2
    with pytest.raises(NoSuchEditionError, match=r"没有.*2026-W46 周报的第3版"):
        find(city, W46, 3)


def test_a_code_on_paper_is_known_after_its_version_is_gone(city: Settings, tmp_path: Path):
    """OPS-01 of March in the hand city, printed in the report of a week."""
    report = report_of(city)
    march = Number("OPS-01", "990199000000", "month", date(2026, 3, 1))
    figure = Figure("9件", 9, Source(march))
    printed = replace(report, sections=[Section("overall", "一、总体情况", [Paragraph([figure])])])
    seal(city, printed, files_in(tmp_path), Issue())
    code = figure.source.mark(report.version).removesuffix("#v")

    opened = trace_codes.open_code(Scope(report.version), code)
    assert opened.then is not None
    assert said_under(city, code).select("edition", "words", "name").rows() == [
        (f"weekly/{CITY}/2026-W46/1", "9件", "事件上报量")
    ]
    assert said_under(city, code, scope=Scope(report.version, "990199001000")).is_empty()
    remembered = [
        line
        for path in (city.var / "audit").glob("numbers-*.jsonl")
        for line in path.read_text().splitlines()
        if code in line
    ]
    assert [json.loads(line)["shown_in"] for line in remembered] == ["report"]


def test_the_page_of_a_number_tells_where_it_was_printed(city: Settings, tmp_path: Path):
    report = report_of(city)
    figure = Figure("9件", 9, Source(Number("OPS-01", "990199000000", "month", date(2026, 3, 1))))
    printed = replace(report, sections=[Section("overall", "一、总体情况", [Paragraph([figure])])])
    seal(city, printed, files_in(tmp_path), Issue(by="市委政法委"))

    page = page_of("trace", n=figure.source.mark(report.version))
    page.run()

    assert not page.exception
    html = html_of(page)
    assert "2026-W46 第1版" in html
    assert f"reports?kind=weekly&amp;area={CITY}&amp;period=2026-W46&amp;edition=1" in html
    assert "9件" in html
    assert "见于一、总体情况" in html
