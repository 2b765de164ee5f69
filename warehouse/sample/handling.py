"""How an event goes through the closed loop: the moment of every step, or never.

Everything is drawn to its end, also what lies in the future; the log is cut off at `until`
afterwards. What is open, suspended, overdue or due soon today follows from that.
"""

from __future__ import annotations

import numpy as np

from warehouse.sample.backdating import backdate
from warehouse.sample.city import City
from warehouse.sample.course import LATER, Clock, Course, after, whole
from warehouse.sample.detours import extend, hold, pause, send_back
from warehouse.sample.draws import (
    Numbers,
    Random,
    Whole,
    logistic,
    lognormal,
    lognormal_below,
    pick,
    pick_by_row,
)
from warehouse.sample.reports import Events
from warehouse.sample.worktime import DAY, HOUR, NEVER, Flags, Seconds

MINUTE = 60
#: Where a matter is settled: small ones may stay in the grid, the others may not.
SMALL_REACH = (0.78, 0.08, 0.035, 0.102, 0.003)
#: Time over the limit, on the clock of the limit, after which somebody steps in.
LONGEST = 50.0 * HOUR
#: Who settles a small matter that somebody else reported: community, street, district.
OTHERS_REACH = (0.72, 0.08, 0.20)
OTHER_REACH = (0.0, 0.24, 0.10, 0.655, 0.005)


def run_through(city: City, events: Events) -> Course:
    """The course of every event."""
    random = city.random("handling")
    course = _center(city, random, events)
    send_back(city, random, course)
    matters = city.matters
    clock = Clock(city.calendar, matters.limit[events.matter], matters.in_office[events.matter])
    _deadlines(city, course, clock)
    is_late = random.random(len(events)) >= logistic(_odds(city, events, course))
    _work(city, random, course, clock, is_late)
    hold(course, events.held)
    _alone(random, course, clock.limit)
    backdate(city, random, events, course)
    return course


def _center(city: City, random: Random, events: Events) -> Course:
    """Report to dispatch: what the centre decides within minutes, more slowly in slow streets."""
    size = len(events)
    rates = city.profile.events
    matters = city.matters
    reach = np.array([SMALL_REACH if small else OTHER_REACH for small in matters.is_small])
    street = city.grid_street[events.grid]
    table = np.concatenate([_leaning(reach, shift) for shift in city.per_street("in_grid")])
    level = pick_by_row(random, table, street * len(reach) + events.matter)
    level[events.is_chased & (level > 1)] = 1
    # Only what the worker found can be settled by the worker alone.
    others = (level == 0) & (events.source > 0)
    level = np.where(others, 1 + pick(random, OTHERS_REACH, size), level)
    level[events.held > 0] = 3
    codes = [department.code for department in city.profile.departments]
    owner = np.array([codes.index(code) for code in matters.departments])
    department = np.where(level >= 3, owner[events.matter], -1)
    pace = np.exp(-0.35 * city.per_street("diligence")[street])
    draw = random.random(size)
    is_rejected = ~events.is_valid & (draw < rates.rejected_share)
    is_cancelled = ~is_rejected & (events.held == 0) & (random.random(size) < rates.cancelled)
    in_hand = (level > 0) & ~is_rejected & ~is_cancelled
    judged = is_rejected | is_cancelled | in_hand
    accepted = after(events.reported, lognormal(random, 7.0 * MINUTE * pace, 0.9, size))
    # A community files at once.
    judged &= (level > 1) | is_rejected | is_cancelled
    filed = after(accepted, lognormal(random, 8.0 * MINUTE * pace, 1.0, size))
    dispatched = after(filed, lognormal(random, 6.0 * MINUTE * pace, 0.9, size))
    never = np.full(size, NEVER, dtype=np.int64)
    dropped = after(accepted, lognormal(random, 25.0 * MINUTE, 0.9, size))
    return Course(
        level=level,
        department=department,
        first_department=department.copy(),
        reported=events.reported,
        accepted=np.where(judged, accepted, NEVER),
        rejected=np.where(is_rejected, dropped, NEVER),
        cancelled=np.where(is_cancelled, dropped, NEVER),
        filed=np.where(in_hand, filed, NEVER),
        dispatched=np.where(in_hand, dispatched, NEVER),
        **{name: never.copy() for name in LATER},
    )


def _leaning(reach: Numbers, shift: float) -> Numbers:
    """Reach with the odds of the grid against all others shifted."""
    leaning = reach.copy()
    leaning[:, 0] *= np.exp(shift)
    return leaning


def _deadlines(city: City, course: Course, clock: Clock) -> None:
    """The limits run from filing and from the first dispatch: sending round never lengthens."""
    sent = course.dispatched != NEVER
    started = np.where(sent, course.dispatched, city.start)
    filed = np.where(sent, course.filed, city.start)
    course.handling_due = np.where(sent, clock.add(started, clock.limit), NEVER)
    course.closing_due = np.where(sent, clock.add(filed, clock.limit + clock.check), NEVER)


def _odds(city: City, events: Events, course: Course) -> Numbers:
    """Log odds of being on time: the community, the street and the department all matter."""
    streets = city.per_street("diligence")
    communities = city.random("communities").normal(0, 0.25, len(city.community_codes))
    departments = np.array([unit.diligence for unit in city.profile.departments] + [0.0])
    street = streets[city.grid_street[events.grid]]
    # A department answers for itself; the street it works in matters less.
    share = np.where(course.department >= 0, 0.55, 1.0)
    odds = city.profile.events.on_time_logit + share * street
    odds += communities[city.geography.grid_community[events.grid]]
    odds += departments[course.department] - np.where(course.department >= 0, 0.2, 0.0)
    odds -= np.where(course.returned != NEVER, 0.8, 0.0)
    return np.asarray(odds)


def _work(city: City, random: Random, course: Course, clock: Clock, is_late: Flags) -> None:
    """From signing to closing."""
    size = len(clock.limit)
    rates = city.profile.events
    sent = course.dispatched != NEVER
    begun = np.where(course.dispatched_again != NEVER, course.dispatched_again, course.dispatched)
    begun = np.where(sent, begun, city.start)
    due = np.where(sent, course.handling_due, city.start + clock.limit)
    room = np.maximum(clock.between(begun, due), 30 * MINUTE)
    used = np.where(is_late, 1.0, lognormal_below(random, 0.5, 0.9, 0.985, size)) * room
    _sign(random, course, clock, begun, used)

    over = np.minimum(lognormal(random, 4.0 * HOUR, 1.05, size), LONGEST)
    check_late = is_late & (random.random(size) < 0.3)
    # An item that was sent round may begin after its deadline: nobody handles it before that.
    worked = clock.add(begun, used)
    handled = np.where(is_late & ~check_late, np.maximum(clock.add(due, over), worked), worked)
    check = lognormal(random, np.where(clock.in_office, 2.2, 0.8) * HOUR, 0.8, size)
    in_time = np.minimum(check, clock.check * 0.93)
    check = np.where(check_late, clock.check + over, in_time)

    handled = pause(random, rates.suspended * 3.5, course, begun, handled)
    free = sent & ~is_late & (course.suspended == NEVER)
    extend(random, rates.extended * 3.8, course, clock, free)
    longer = clock.add(due, random.random(size) * 0.8 * clock.limit)
    handled = np.where(course.extended != NEVER, longer, handled)

    redo = sent & (course.level > 1) & (random.random(size) < rates.rework * 3.2)
    failed = clock.add(handled, in_time * 0.4)
    course.failed_handling = np.where(redo, handled, NEVER)
    course.check_failed = np.where(redo, failed, NEVER)
    again = clock.add(failed, lognormal(random, 2.5 * HOUR, 0.6, size))
    handled = np.where(redo, again, handled)
    course.handled = np.where(sent, handled, NEVER)
    passed = clock.add(handled, check)
    course.check_passed = np.where(sent, passed, NEVER)
    closed = passed + whole(lognormal(random, 6.0 * MINUTE, 0.8, size))
    course.closed = np.where(sent, closed, NEVER)
    urged = course.closing_due + whole(random.random(size) * 5 * HOUR + HOUR)
    # Nobody urges what waits with leave.
    plain = (course.suspended == NEVER) & (course.extended == NEVER)
    urged = np.where(sent & plain & (course.handled > urged), urged, NEVER)
    course.urged = np.where(random.random(size) < 0.75, urged, NEVER)


def _sign(random: Random, course: Course, clock: Clock, begun: Seconds, used: Numbers) -> None:
    """Streets and departments sign for what they get; a community simply goes there."""
    median = np.where(course.department >= 0, 55.0 * MINUTE, 12.0 * MINUTE)
    lag = np.minimum(lognormal(random, median, 0.9, len(begun)), used * 0.5)
    signs = (course.dispatched != NEVER) & (course.level > 1)
    course.signed = np.where(signs, clock.add(begun, lag), NEVER)


def _alone(random: Random, course: Course, limit: Whole) -> None:
    """What the worker settles on the spot: reported, then closed, mostly within the hour."""
    alone = (course.level == 0) & (course.rejected == NEVER) & (course.cancelled == NEVER)
    size = len(limit)
    took = lognormal(random, 35.0 * MINUTE, 1.0, size)
    closed = course.reported + np.minimum(whole(took), whole(limit * 0.9))
    forgotten = random.random(size) < 0.004
    closed = np.where(forgotten, course.reported + DAY + whole(took * 20), closed)
    course.closed = np.where(alone, closed, course.closed)
