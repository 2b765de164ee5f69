"""Which sets the site's calendar asks for at a moment, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import polars as pl

from warehouse.access.scope import Scope
from warehouse.periods import Period, period_of
from warehouse.read import places
from warehouse.report import calendar
from warehouse.report.batch import Job, NoPlacesBelowError, each_child
from warehouse.report.done import Done
from warehouse.report.made import set_folder
from warehouse.report.schedule import Entry, Schedule, told
from warehouse.report.targets import Target, targets_of
from warehouse.settings import Settings


class UnknownPlaceError(Exception):
    """The calendar names a place that is not in the register, or has none below it."""


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
        words = told(site, _no_place(code), "addresses", code)
        found.faults.append(("addresses", words))
    for number, entry in enumerate(schedule.report):
        window = calendar.due_periods(
            entry.report.period_type,
            entry.due_day,
            entry.at,
            now=moment.now,
            count=entry.catch_up or schedule.catch_up,
        )
        try:
            jobs = _jobs(site, moment.scope, entry, window[-1])
        except UnknownPlaceError as error:
            words = told(site, str(error), "report", number, "area")
            found.faults.append((entry.report.noun, words))
            continue
        for job in jobs:
            targets = targets_of(site, schedule, entry, job.area_code, now=moment.now)
            lacks_address = entry.mail and not any(target.is_mail for target in targets)
            due = Due(job, tuple(targets), lacks_address)
            _sort(found, due, window, done, moment.cut)
    # Of what was missed, the oldest goes out first, whichever report it is.
    found.ready.sort(key=lambda due: due.job.period.end)
    for dues in (found.ready, found.waiting, found.passed):
        dues[:] = _merged(dues)
    return found


def _merged(dues: Sequence[Due]) -> list[Due]:
    """Each set once: a place may be asked for by itself and as one of those below another."""
    merged: dict[str, Due] = {}
    for due in dues:
        other = merged.get(due.set_id, due)
        targets = {target.sign: target for target in (*other.targets, *due.targets)}
        merged[due.set_id] = replace(other, targets=tuple(targets.values()))
    return list(merged.values())


def _sort(found: Plan, newest: Due, window: Sequence[Period], done: Done, cut: datetime) -> None:
    """Put every unfinished set of a series where it belongs."""
    names = (newest.series, *(_to(newest, target) for target in newest.targets))
    # A clock that runs ahead must not leave out what lies before the data's end.
    first = min(window[-1].start, period_of(window[-1].kind, cut.date()).start)
    begins = {name: done.since(name) or first for name in names}
    if window[0].start <= cut.date():
        found.begun |= {name: begins[name] for name in names if done.since(name) is None}
    older = list(_older(window[0], begins[newest.series]))
    for period in [*reversed(older), *window]:
        targets = [
            target for target in newest.targets if begins[_to(newest, target)] <= period.start
        ]
        job = replace(newest.job, period=period)
        due = replace(newest, job=job, targets=tuple(targets))
        if period.start < begins[newest.series] or _is_over(due, done):
            continue
        has_data = calendar.over_at(period) <= cut
        if period in older:
            # Without data it could not have been made by anybody.
            found.passed += [due] if has_data else []
        elif not has_data:
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
    rows = register.filter(sought).select("area_code", "area_name", "is_root").rows()
    if not rows:
        raise UnknownPlaceError(_no_place(entry.area or "（顶级）"))
    code, name, is_root = rows[0]
    job = Job(
        # As the sets of `each_child`: whoever gets it may see no more.
        scope=scope if is_root else replace(scope, area_code=code),
        kind=entry.report,
        area_code=code,
        area_name=name,
        period=period,
        formats=entry.formats,
        out=set_folder(site, ""),
    )
    if not entry.each_child:
        return [job]
    try:
        return each_child(job)
    except NoPlacesBelowError:
        raise UnknownPlaceError(f"{name}以下没有出报告的单位，each_child 用不上") from None


def _no_place(code: str) -> str:
    return f"区划登记中没有编码为 {code} 的单位"
