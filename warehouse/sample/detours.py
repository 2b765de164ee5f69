"""Detours of the closed loop: sent back, suspended, extended, and held for today's wall."""

from __future__ import annotations

import numpy as np

from warehouse.sample.city import City
from warehouse.sample.course import Clock, Course, after, whole
from warehouse.sample.draws import Random, lognormal
from warehouse.sample.worktime import DAY, HOUR, NEVER, Flags, Seconds

MINUTE = 60


def send_back(city: City, random: Random, course: Course) -> None:
    """Some items go to the wrong department, which returns them."""
    size = len(course.level)
    wrong = (course.department >= 0) & (course.dispatched != NEVER)
    wrong &= random.random(size) < city.profile.events.returned
    other = random.integers(4, len(city.profile.departments), size)
    course.first_department = np.where(
        wrong & (other != course.department), other, course.department
    )
    returned = after(course.dispatched, lognormal(random, 70.0 * MINUTE, 0.8, size))
    course.returned = np.where(wrong, returned, NEVER)
    course.dispatched_again = after(course.returned, lognormal(random, 15.0 * MINUTE, 0.7, size))


def pause(
    random: Random, share: float, course: Course, begun: Seconds, handled: Seconds
) -> Seconds:
    """Suspended (挂起): waits for somebody else; the clock stands still meanwhile.

    Returns:
        When the items are handled, given that.
    """
    size = len(begun)
    pauses = (course.dispatched != NEVER) & (course.level > 1) & (handled - begun > 2 * HOUR)
    pauses &= random.random(size) < share
    start = begun + whole((handled - begun) * (0.5 + 0.3 * random.random(size)))
    # Whole weeks, so that wall clock and office clock mostly give back the same.
    pause = DAY * 7 * np.maximum(1, whole(lognormal(random, 1.0, 0.6, size)))
    course.suspended = np.where(pauses, start, NEVER)
    course.resumed = np.where(pauses, start + pause, NEVER)
    return np.where(pauses, handled + pause, handled)


def extend(random: Random, share: float, course: Course, clock: Clock, free: Flags) -> None:
    """Extended (延期): asked for shortly before the deadline, up to the limit once more."""
    size = len(free)
    extends = free & (course.level > 1) & (course.returned == NEVER)
    extends &= random.random(size) < share
    started = np.where(extends, course.dispatched, course.reported)
    asked = clock.add(started, clock.limit * (0.75 + 0.2 * random.random(size)))
    due = np.where(extends, course.handling_due, course.reported)
    course.extended = np.where(extends, asked, NEVER)
    course.extended_due = np.where(extends, clock.add(due, clock.limit), NEVER)


def hold(course: Course, held: Seconds) -> None:
    """Puts off what must still be open today, and leaves out what does not go with that."""
    chosen = held > 0
    wait = np.maximum(held - np.where(chosen, course.handled, 0), 0)
    for name in ("handled", "check_passed", "closed"):
        setattr(course, name, np.where(chosen, getattr(course, name) + wait, getattr(course, name)))
    for name in ("suspended", "resumed", "extended", "extended_due", "failed_handling"):
        setattr(course, name, np.where(chosen, NEVER, getattr(course, name)))
    course.check_failed = np.where(chosen, NEVER, course.check_failed)
    urged = course.closing_due + 3 * HOUR
    course.urged = np.where(chosen & (course.handled > urged), urged, course.urged)
