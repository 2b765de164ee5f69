"""Which periods a report can be made of, and with which one the page begins."""

from datetime import datetime

import pytest

from pages.kit.reports.periods import has_ended, newest_ended, offered, told_period
from warehouse.report.kinds import KINDS

# A Monday, shortly after midnight.
CUT = datetime(2026, 11, 23, 1, 16)


@pytest.mark.parametrize(
    ("kind", "running", "newest", "count"),
    [
        ("weekly", "2026-W48", "2026-W47", 54),
        ("monthly", "2026-11", "2026-10", 25),
        ("quarterly", "2026-Q4", "2026-Q3", 9),
        ("half-yearly", "2026-H2", "2026-H1", 5),
        ("annual", "2026", "2025", 3),
    ],
)
def test_a_report_is_about_the_last_period_that_has_ended(
    kind: str, running: str, newest: str, count: int
):
    periods = offered(KINDS[kind], CUT)

    assert periods[0].label == running
    assert newest_ended(periods, CUT).label == newest
    assert len({period.label for period in periods}) == count


def test_a_period_has_ended_when_its_last_day_is_over():
    (week,) = [week for week in offered(KINDS["weekly"], CUT) if week.label == "2026-W47"]

    assert not has_ended(week, datetime(2026, 11, 22, 23, 59))
    assert has_ended(week, datetime(2026, 11, 23))


@pytest.mark.parametrize("code", ["2026-11", "2026-W60", "99999999", "sometime", "", None])
def test_what_is_no_period_of_the_kind_is_not_taken(code: str | None):
    assert told_period(KINDS["weekly"], code) is None


def test_months_go_back_over_the_new_year():
    labels = [period.label for period in offered(KINDS["quarterly"], datetime(2026, 2, 3))]

    assert labels[:3] == ["2026-Q1", "2025-Q4", "2025-Q3"]
