"""A bad habit for the quality pages to find."""

from __future__ import annotations

import numpy as np

from warehouse.sample.city import City
from warehouse.sample.course import Course
from warehouse.sample.draws import Random
from warehouse.sample.reports import Events
from warehouse.sample.worktime import DAY, HOUR, NEVER

MINUTE = 60


def backdate(city: City, random: Random, events: Events, course: Course) -> None:
    """One street closes what is open on the last evening of the month, all at once."""
    guilty = np.array([street.backdates for street in city.profile.streets])
    month = course.closed.astype("datetime64[s]").astype("datetime64[M]")
    evening = month.astype("datetime64[s]").astype(np.int64) - DAY + 20 * HOUR
    chosen = guilty[city.grid_street[events.grid]] & (course.closed != NEVER) & (course.level > 0)
    chosen &= course.department < 0
    chosen &= course.dispatched < evening - HOUR
    chosen &= course.closed - evening < 4 * DAY
    chosen &= (course.check_failed == NEVER) & (course.suspended == NEVER)
    chosen &= (
        (course.extended == NEVER) & (course.signed < evening - HOUR) & (course.returned == NEVER)
    )
    lag = (random.random(len(chosen)) * HOUR).astype(np.int64)
    course.handled = np.where(chosen, np.minimum(course.handled, evening + lag), course.handled)
    course.check_passed = np.where(chosen, evening + lag + 5 * MINUTE, course.check_passed)
    course.closed = np.where(chosen, evening + lag + 9 * MINUTE, course.closed)
    course.urged = np.where(chosen & (course.urged > course.handled), NEVER, course.urged)
