"""`yiping report due`: make and deliver what the site's calendar says, once.

Called by a timer, after downtime, or twice at the same time: each set is made once, and each of
its targets gets it once. What cannot be done yet (the data end too early, a folder is not there,
the mail server is away) is done by the next call. Downtime is made up for as far back as
`catch_up` says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from warehouse.read import data
from warehouse.read.connection import whole_site
from warehouse.report.batch import Made, Maker, make_all, write_set
from warehouse.report.deliver import DeliveryError, Parcel
from warehouse.report.document import moment_words
from warehouse.report.done import Done
from warehouse.report.due_plan import Due, Moment, Plan, plan
from warehouse.report.file_names import allowed
from warehouse.report.handed_out import log_delivery, log_sets
from warehouse.report.kinds import period_words
from warehouse.report.made import alone, set_folder
from warehouse.report.mail import NoMailServerError
from warehouse.report.schedule import read_schedule
from warehouse.report.targets import Target
from warehouse.settings import Settings

State = Literal["made", "delivered", "waiting", "passed", "failed", "to make", "to deliver"]


@dataclass(frozen=True)
class Step:
    """Something done, not done, or to be done.

    Attributes:
        subject: Which set: `周报 2026-W46 云溪街道`.
        state: What became of it.
        words: How, or why not, in Chinese.
    """

    subject: str
    state: State
    words: str


def foretell(site: Settings, *, now: datetime) -> list[Step]:
    """What a call would do at a moment; nothing is made, delivered or noted.

    Raises:
        NoScheduleError: The site has no calendar.
        TomlError: A line of it cannot be used.
    """
    done, moment = Done(site), _moment(now)
    found = plan(site, read_schedule(site), done, moment)
    steps = list(_not_now(found, moment))
    for due in found.ready:
        if done.files(due.set_id) is None:
            steps.append(Step(due.job.words, "to make", "、".join(due.job.formats)))
        steps += [
            Step(due.job.words, "to deliver", target.words)
            for target in due.targets
            if not done.is_delivered(due.set_id, target.sign)
        ]
    return steps


def make_due(site: Settings, *, now: datetime, maker: Maker = write_set) -> Iterator[Step]:
    """Make and deliver what is due; every step is noted before it is told.

    Args:
        site: Whose calendar.
        now: The site's clock.
        maker: Makes a set.

    Raises:
        DueBusyError: Another call is at work.
        NoScheduleError: The site has no calendar.
        TomlError: A line of it cannot be used.
    """
    with alone(site):
        done, moment = Done(site), _moment(now)
        found = plan(site, read_schedule(site), done, moment)
        for series, first in found.begun.items():
            done.note_begun(series, first, now)
        yield from _not_now(found, moment)
        for due in found.passed:
            done.note_passed(due.set_id, now)
        yield from _Call(site, done, moment, maker).work_off(found.ready)


class _Call:
    """One call at work."""

    def __init__(self, site: Settings, done: Done, moment: Moment, maker: Maker) -> None:
        self._site, self._done, self._moment, self._maker = site, done, moment, maker
        self._mail_trouble = ""

    def work_off(self, ready: list[Due]) -> Iterator[Step]:
        """Deliver what is made already, then make and deliver the rest."""
        to_make = {}
        for due in ready:
            files = self._done.files(due.set_id)
            if files is None:
                to_make[replace(due.job, out=set_folder(self._site, due.set_id))] = due
            else:
                yield from self._deliver(due, files)
        for made in make_all(list(to_make), self._maker):
            log_sets(self._site, [made], at=self._moment.now, how="schedule")
            yield from self._take(to_make[made.job], made)

    def _take(self, due: Due, made: Made) -> Iterator[Step]:
        if made.error:
            yield Step(due.job.words, "failed", made.error)
            return
        self._done.note_made(due.set_id, made, self._moment.cut, self._moment.now)
        words = f"{len(made.files)}个文件，{made.seconds:.1f}秒"
        if due.lacks_address:
            words += "；未设收件邮箱，不发邮件"
        yield Step(due.job.words, "made", words)
        yield from self._deliver(due, [file.path for file in made.files])

    def _deliver(self, due: Due, files: list[Path]) -> Iterator[Step]:
        parcel = self._parcel(due, files)
        for target in due.targets:
            if self._done.is_delivered(due.set_id, target.sign):
                continue
            error = self._hand_over(parcel, target)
            if not error:
                self._done.note_delivered(due.set_id, target.sign, self._moment.now)
            told = {"set": due.set_id, "to": target.words, "error": error or None}
            log_delivery(self._site, told, at=self._moment.now)
            words = f"{target.words}：{error}" if error else target.words
            yield Step(due.job.words, "failed" if error else "delivered", words)

    def _hand_over(self, parcel: Parcel, target: Target) -> str:
        """Why it did not work; empty if it did."""
        if target.is_mail and self._mail_trouble:
            return self._mail_trouble
        try:
            target.hand_over(parcel)
        except NoMailServerError as error:
            # A hundred addresses must not wait for the same server, nor lock the account.
            self._mail_trouble = str(error)
            return self._mail_trouble
        except DeliveryError as error:
            return str(error)
        return ""

    def _parcel(self, due: Due, files: list[Path]) -> Parcel:
        kind, period = due.job.kind, due.job.period
        return Parcel(
            title=f"{due.job.area_name}{kind.noun} {period_words(period)}",
            folder=f"{kind.noun}_{period.label}/{allowed(due.job.area_name)}",
            files=files,
            cut=f"数据截至{moment_words(self._done.cut(due.set_id))}",
            version=self._done.version(due.set_id),
            is_demo=self._site.demo,
        )


def _moment(now: datetime) -> Moment:
    scope = whole_site()
    return Moment(now, scope, data.totals(scope)["as_of"])


def _not_now(found: Plan, moment: Moment) -> Iterator[Step]:
    """What is not made by this call."""
    for subject, words in found.faults:
        yield Step(subject, "failed", words)
    for due in found.waiting:
        words = f"数据未齐：数据截至{moment_words(moment.cut)}，期末为{due.job.period.end}"
        yield Step(due.job.words, "waiting", words)
    for due in found.passed:
        yield Step(due.job.words, "passed", "已超出补发期数（catch_up），不再补发")
