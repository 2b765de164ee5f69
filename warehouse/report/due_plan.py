"""Which sets the site's calendar asks for at a moment, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import polars as pl

from warehouse.access.scope import Scope
from warehouse.periods import Period
from warehouse.read import places
from warehouse.report import calendar
from warehouse.report.batch import Job, NoPlacesBelowError, each_child
from warehouse.report.done import Done
from warehouse.report.schedule import Entry, Schedule
from warehouse.report.targets import Target, targets_of
from warehouse.settings import Settings


class UnknownPlaceError(Exception):
    """The calendar names a place that is not in the register."""


@dataclass(frozen=True)
class Due:
    """A set that the calendar asks for.

    Attributes:
        job: What is to be made.
        targets: Who is to get it.
        lacks_address: It is to be mailed, but the calendar has no address of the place.
    """

    job: Job
    targets: tuple[Target, ...] = ()
    lacks_address: bool = False

    @property
    def series(self) -> str:
        """The report of the place in these formats, whatever the period."""
        seen = "all" if self.job.scope.area_code is None else "own"
        formats = "+".join(sorted(self.job.formats))
        return f"{self.job.kind.name}/{self.job.area_code}/{seen}/{formats}"

    @property
    def set_id(self) -> str:
        """The series in its period."""
        return f"{self.series}/{self.job.period.label}"


@dataclass
class Plan:
    """What the calendar asks for.

    Attributes:
        ready: To be made or delivered; the oldest period of each report first.
        waiting: Due, but the data do not reach the end of the period yet.
        passed: Missed so long ago that they are not caught up.
        begun: Series and targets never seen before, with the first day that counts for them.
        faults: Entries that cannot be followed: what they are, and why not.
    """

    ready: list[Due] = field(default_factory=list)
    waiting: list[Due] = field(default_factory=list)
    passed: list[Due] = field(default_factory=list)
    begun: dict[str, date] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Moment:
    """From where the plan is made: the clock, the version served, and how far its data reach."""

    now: datetime
    scope: Scope
    cut: datetime


def plan(site: Settings, schedule: Schedule, done: Done, moment: Moment) -> Plan:
    """What is due at a moment and was not finished before; writes nothing."""
    found = Plan()
    known = places.register(moment.scope)["area_code"].to_list()
    for code in schedule.addresses.keys() - known:
        found.faults.append(("addresses", f"区划登记中没有编码为 {code} 的单位"))
    for entry in schedule.report:
        window = calendar.due_periods(
            entry.report.period_type,
            entry.due_day,
            entry.at,
            now=moment.now,
            count=entry.catch_up or schedule.catch_up,
        )
        try:
            jobs = _jobs(site, moment.scope, entry, window[-1])
        except (NoPlacesBelowError, UnknownPlaceError) as error:
            found.faults.append((entry.report.noun, str(error)))
            continue
        for job in jobs:
            targets = targets_of(site, schedule, entry, job.area_code, now=moment.now)
            lacks_address = entry.mail and not any(target.is_mail for target in targets)
            due = Due(job, tuple(targets), lacks_address)
            _sort(found, due, window, done, moment.cut)
    # Of what was missed, the oldest goes out first, whichever report it is.
    found.ready.sort(key=lambda due: due.job.period.end)
    return found


def _sort(found: Plan, newest: Due, window: Sequence[Period], done: Done, cut: datetime) -> None:
    """Put every unfinished set of a series where it belongs."""
    begins = {
        name: done.since(name) or found.begun.setdefault(name, window[-1].start)
        for name in (newest.series, *(_to(newest, target) for target in newest.targets))
    }
    older = list(_older(window[0], begins[newest.series]))
    for period in [*reversed(older), *window]:
        targets = [
            target for target in newest.targets if begins[_to(newest, target)] <= period.start
        ]
        job = replace(newest.job, period=period)
        due = replace(newest, job=job, targets=tuple(targets))
        if period.start < begins[newest.series] or _is_over(due, done):
            continue
        if period in older:
            found.passed.append(due)
        elif cut < calendar.over_at(period):
            found.waiting.append(due)
        else:
            found.ready.append(due)


def _to(due: Due, target: Target) -> str:
    return f"{due.series} > {target.sign}"


def _is_over(due: Due, done: Done) -> bool:
    """Whether a set is made and every target has it, or it was given up."""
    if done.is_passed(due.set_id):
        return True
    is_everywhere = all(done.is_delivered(due.set_id, target.sign) for target in due.targets)
    return is_everywhere and done.is_made(due.set_id)


def _older(period: Period, since: date) -> Iterator[Period]:
    """The periods before one, back to the first that counts."""
    while (period := calendar.before(period)).start >= since:
        yield period


def _jobs(site: Settings, scope: Scope, entry: Entry, period: Period) -> list[Job]:
    """The sets of an entry for a period: of the place itself, or of those right below."""
    register = places.register(scope)
    sought = pl.col("area_code") == entry.area if entry.area else pl.col("is_root")
    rows = register.filter(sought).select("area_code", "area_name").rows()
    if not rows:
        raise UnknownPlaceError(f"区划登记中没有编码为 {entry.area or '（顶级）'} 的单位")
    code, name = rows[0]
    job = Job(
        scope=scope,
        kind=entry.report,
        area_code=code,
        area_name=name,
        period=period,
        formats=entry.formats,
        out=site.var / "reports" / "made",
    )
    return each_child(job) if entry.each_child else [job]
