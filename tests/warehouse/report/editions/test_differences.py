"""Editions of the report made by hand, compared."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.warehouse.report.editions.conftest import files_in, report_of
from warehouse.report.document import Document, Figure, Paragraph, Section, Source
from warehouse.report.editions import Issue, Sealed, differences, seal
from warehouse.report.editions.differences import _ordinal
from warehouse.settings import Settings

W46, W47 = date(2026, 11, 9), date(2026, 11, 16)


def only(report: Document, *figures: Figure) -> Document:
    """A report of nothing but some figures."""
    section = Section("overall", "一、总体情况", [Paragraph(["有", *figures])])
    return replace(report, sections=[section], annexes=[], explanations=[])


def sealed(site: Settings, folder: Path, report: Document) -> Sealed:
    return seal(site, report, files_in(folder), Issue(note="更正"))


def of_week(report: Document, code: str, words: str, value: float, week: date) -> Figure:
    number = report.number._replace(indicator_code=code, period_start=week)
    return Figure(words, value, Source(number))


def move_of(report: Document, words: str, value: float) -> Figure:
    """By how much the report's rate moved against the period before."""
    return Figure(words, value, Source(report.number._replace(indicator_code="OPS-08"), "c"))


def test_this_week_is_compared_with_this_week_and_last_week_with_last_week(
    city: Settings, tmp_path: Path
):
    one, other = report_of(city, week=W46), report_of(city, week=W47)
    before = sealed(
        city,
        tmp_path,
        only(
            one,
            of_week(one, "OPS-01", "9件", 9, W46),
            of_week(one, "OPS-01", "7件", 7, date(2026, 11, 2)),
        ),
    )
    after = sealed(
        city,
        tmp_path,
        only(
            other,
            of_week(other, "OPS-01", "12件", 12, W47),
            of_week(other, "OPS-01", "9件", 9, W46),
        ),
    )
    found = differences(before, after)

    assert found.select("name", "words_one", "words_other", "change").rows() == [
        ("事件上报量", "9件", "12件", 3),
        ("事件上报量", "7件", "9件", 2),
    ]


@pytest.mark.parametrize(
    ("kind", "one", "after"),
    [
        ("day", date(2026, 12, 31), date(2027, 1, 1)),
        # 2026 has a week 53, which ends in 2027.
        ("week", date(2026, 12, 28), date(2027, 1, 4)),
        ("month", date(2026, 12, 1), date(2027, 1, 1)),
        ("quarter", date(2026, 10, 1), date(2027, 1, 1)),
        ("half", date(2026, 7, 1), date(2027, 1, 1)),
        ("year", date(2026, 1, 1), date(2027, 1, 1)),
    ],
)
def test_periods_follow_one_another_over_new_year(kind: str, one: date, after: date):
    assert _ordinal(kind, after) - _ordinal(kind, one) == 1
    assert _ordinal(kind, after - timedelta(days=1)) == _ordinal(kind, one)


@pytest.mark.parametrize(("week", "told"), [(W46, ["row-3.overdue_days", "v"]), (W47, ["v"])])
def test_rows_of_a_list_have_a_fellow_in_the_same_week_only(
    city: Settings, tmp_path: Path, week: date, told: list[str]
):
    def edition(n: int, of: date, value: float) -> Sealed:
        report = report_of(city, n, of)
        plain = of_week(report, "OPS-18", f"{value:g}件", value, of)
        row = replace(plain, source=plain.source._replace(part="row-3.overdue_days"))
        return sealed(city, tmp_path, only(report, row, plain))

    one, other = edition(1, W46, 3), edition(2 if week == W46 else 1, week, 5)

    assert differences(one, other)["part"].to_list() == told


def test_what_an_edition_says_of_an_earlier_one_is_no_number_of_its_own(
    city: Settings, tmp_path: Path
):
    report = report_of(city)
    ours = of_week(report, "OPS-01", "9件", 9, W46)
    before = replace(ours, source=ours.source._replace(version="20261101T000500-0000"))
    came = replace(ours, source=ours.source._replace(part="came-6FF1QK"))
    one = sealed(city, tmp_path, only(report, ours))
    other = sealed(city, tmp_path, only(report_of(city, 2), before, came, ours))

    assert differences(one, other).is_empty()


def test_numbers_of_one_edition_only_are_told_as_such(city: Settings, tmp_path: Path):
    report = report_of(city)
    ours, theirs = (of_week(report, code, "9件", 9, W46) for code in ("OPS-01", "OPS-08"))
    before = sealed(city, tmp_path, only(report, ours))
    after = sealed(city, tmp_path, only(report_of(city, 2), theirs))

    assert differences(before, after).select("state", "indicator_code").rows() == [
        ("only_one", "OPS-01"),
        ("only_other", "OPS-08"),
    ]


def test_the_same_value_in_other_words_is_no_difference(city: Settings, tmp_path: Path):
    report = report_of(city)
    target = of_week(report, "OPS-08", "95%", 95, W46)
    before = sealed(city, tmp_path, only(report, target))
    after = sealed(city, tmp_path, only(report_of(city, 2), replace(target, words="≥95%")))

    assert differences(before, after).is_empty()


def test_a_fall_is_told_from_a_rise_of_the_same_size(city: Settings, tmp_path: Path):
    """The sentences of both say 0.50个百分点; the tables say which way."""
    weeks = [(W46, "↓0.50", -0.5), (W47, "↑0.50", 0.5)]
    before, after = (
        sealed(
            city,
            tmp_path,
            only(
                report := report_of(city, week=week),
                move_of(report, "0.50个百分点", 0.5),
                move_of(report, with_arrow, signed),
            ),
        )
        for week, with_arrow, signed in weeks
    )

    assert differences(before, after).select("words_one", "words_other", "change").rows() == [
        ("↓0.50", "↑0.50", 1.0)
    ]


def test_moves_told_without_their_direction_have_no_difference_in_numbers(
    city: Settings, tmp_path: Path
):
    one, other = report_of(city, week=W46), report_of(city, week=W47)
    before = sealed(city, tmp_path, only(one, move_of(one, "0.04个百分点", 0.04)))
    after = sealed(city, tmp_path, only(other, move_of(other, "0.80个百分点", 0.8)))

    assert differences(before, after).select("state", "change").rows() == [("changed", None)]


def test_reports_of_different_places_are_not_compared(city: Settings, tmp_path: Path):
    report = report_of(city)
    street = replace(report, number=report.number._replace(area_code="990101001000"))
    one, other = (sealed(city, tmp_path, made) for made in (report, street))

    with pytest.raises(ValueError, match="different series"):
        differences(one, other)
