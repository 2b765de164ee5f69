"""Events, their log and the call-backs as the platform would export them, up to `until`."""

from __future__ import annotations

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.course import LEVELS, Course
from warehouse.sample.draws import Random, Whole, lognormal, pick_by_row
from warehouse.sample.events import SOURCES, TERMINALS, hotspots
from warehouse.sample.history import codes_then
from warehouse.sample.reports import Events
from warehouse.sample.rhythm import HOUR_ROWS, times_of_day
from warehouse.sample.texts import choose, numbered
from warehouse.sample.worktime import DAY, NEVER, Seconds, moments

#: Field of `Course`, state in the log, level (None: where it is settled), in the order in which
#: steps of the same second follow each other.
STEPS = (
    ("reported", "reported", "grid"),
    ("accepted", "accepted", "community"),
    ("rejected", "rejected", "community"),
    ("cancelled", "cancelled", "community"),
    ("filed", "filed", "street"),
    ("dispatched", "dispatched", None),
    ("returned", "returned", None),
    ("dispatched_again", "dispatched", None),
    ("signed", "signed", None),
    ("suspended", "suspended", None),
    ("resumed", "resumed", None),
    ("extended", "extended", None),
    ("urged", "signed", None),
    ("failed_handling", "handled", None),
    ("check_failed", "check_failed", "street"),
    ("handled", "handled", None),
    ("check_passed", "check_passed", "street"),
    ("closed", "closed", None),
)
DUE = {"filed": "closing_due", "dispatched": "handling_due", "extended": "extended_due"}
REASONS = {
    "rejected": ("不属于网格事项", "信息不全无法核实", "重复上报"),
    "cancelled": ("现场核实已消除", "上报人撤回"),
    "returned": ("不属本单位职责", "权属待明确"),
    "suspended": ("等待权属单位进场", "待居民表决", "等待专项资金"),
    "extended": ("需协调多家单位", "备件采购中", "受天气影响"),
    "urged": ("中心催办，承办单位再次确认",),
    "check_failed": ("现场未整改到位", "照片与现场不符", "反映人不认可"),
}
BY_DEPARTMENT = frozenset(
    {
        "dispatched_again",
        "signed",
        "suspended",
        "resumed",
        "extended",
        "urged",
        "failed_handling",
        "handled",
    }
)
RATINGS = ("very_satisfied", "satisfied", "neutral", "dissatisfied")


def event_ids(events: Events) -> pl.Series:
    """Numbers that begin with the day and count on within it."""
    days = events.reported // DAY
    first = np.searchsorted(days, days, "left")
    number = np.arange(len(days)) - first + 1
    return numbered(pl.Series(moments(days * DAY)).dt.strftime("WG%Y%m%d"), number, 5)


def events_frame(city: City, events: Events, course: Course, ids: pl.Series) -> pl.DataFrame:
    """The feed `events`."""
    random = city.random("event details")
    points = hotspots(city, random, events)
    urgent = ~city.matters.in_office[events.matter] & (city.matters.limit[events.matter] < DAY * 2)
    frame = pl.DataFrame(
        {
            "event_id": ids,
            "area_code": codes_then(city, events.grid, events.reported),
            "matter_code": choose(city.matters.codes, events.matter),
            "source": choose(SOURCES, events.source),
            "terminal": choose(TERMINALS, events.source),
            "reported_at": moments(events.reported),
            "title": city.matters.draw_titles(random, events.matter),
            "lon": points[:, 0],
            "lat": points[:, 1],
            "urgency": choose(("normal", "urgent"), urgent.astype(np.int64)),
            "valid": events.is_valid,
            "updated_at": moments(last_steps(course, city.until)),
        }
    )
    frame = frame.with_columns(pl.col("lon", "lat").fill_nan(None))
    return frame.filter(pl.Series(events.reported <= city.until))


def last_steps(course: Course, until: int) -> Seconds:
    """The last moment by then at which something was done with each event."""
    last: Seconds = np.full(len(course.reported), NEVER, dtype=np.int64)
    for field, _, _ in STEPS:
        at = getattr(course, field)
        last = np.maximum(last, np.where(at <= until, at, NEVER))
    return last


def log_frame(city: City, course: Course, ids: pl.Series) -> pl.DataFrame:
    """The feed `event_log`, ordered by time."""
    random = city.random("event reasons")
    event, step, at = _steps_taken(course, city.horizon)
    order = np.lexsort((step, at, event))
    event, step, at = event[order], step[order], at[order]
    seq = np.arange(len(event)) - np.searchsorted(event, event, "left") + 1
    settled = course.level[event]
    fixed = np.array([-1 if level is None else LEVELS.index(level) for _, _, level in STEPS])
    level = np.where(fixed[step] < 0, settled, fixed[step])
    # A community files and checks what it settles itself.
    level = np.minimum(level, settled)
    frame = pl.DataFrame(
        {
            "event_id": ids.gather(event),
            "seq": seq,
            "state": choose([state for _, state, _ in STEPS], step),
            "at": moments(at),
            "level": choose(LEVELS, level),
            "department_code": _departments(city, course, event, step),
            "due_at": moments(_deadlines(course, event, step)),
            "reason": _reasons(random, step),
        }
    )
    order = np.argsort(at, kind="stable")
    return frame.select(pl.all().gather(order[at[order] <= city.until]))


def _steps_taken(course: Course, horizon: int) -> tuple[Whole, Whole, Seconds]:
    """Event, step and moment of everything that happens up to the horizon."""
    events: list[Whole] = []
    steps: list[Whole] = []
    moments_taken: list[Seconds] = []
    for number, (field, _, _) in enumerate(STEPS):
        at = getattr(course, field)
        done = np.flatnonzero((at != NEVER) & (at <= horizon))
        events.append(done)
        steps.append(np.full(len(done), number))
        moments_taken.append(at[done])
    return np.concatenate(events), np.concatenate(steps), np.concatenate(moments_taken)


def _departments(city: City, course: Course, event: Whole, step: Whole) -> pl.Series:
    codes = [department.code for department in city.profile.departments]
    fields = [field for field, _, _ in STEPS]
    now = np.isin(step, [fields.index(field) for field in BY_DEPARTMENT])
    first = np.isin(step, [fields.index("dispatched"), fields.index("returned")])
    unit = np.where(now, course.department[event], -1)
    return choose(codes, np.where(first, course.first_department[event], unit))


def _deadlines(course: Course, event: Whole, step: Whole) -> Seconds:
    due = np.full(len(event), NEVER, dtype=np.int64)
    for number, (field, _, _) in enumerate(STEPS):
        if field in DUE:
            due = np.where(step == number, getattr(course, DUE[field])[event], due)
    return due


def _reasons(random: Random, step: Whole) -> pl.Series:
    texts = [text for choices in REASONS.values() for text in choices]
    index = np.full(len(step), -1, dtype=np.int64)
    for number, (field, _, _) in enumerate(STEPS):
        if field in REASONS:
            mine = np.flatnonzero(step == number)
            first = texts.index(REASONS[field][0])
            index[mine] = first + random.integers(0, len(REASONS[field]), len(mine))
    return choose(texts, index)


def callbacks_frame(city: City, course: Course, ids: pl.Series) -> pl.DataFrame:
    """The feed `callbacks`: a tenth of the closed items; late work pleases less."""
    random = city.random("callbacks")
    called = (course.closed != NEVER) & (
        random.random(len(course.closed)) < city.profile.events.callback_share
    )
    event = np.flatnonzero(called)
    day = course.closed[event] // DAY + 1 + lognormal(random, 1.2, 0.7, len(event)).astype(int)
    at = day * DAY + times_of_day(random, np.full(len(event), HOUR_ROWS["office"]))
    late = course.closed[event] > course.closing_due[event]
    late &= course.closing_due[event] != NEVER
    by_superior = random.random(len(event)) < 0.15
    table = np.array(
        [(63, 34, 1.8, 1.2), (50, 42, 4.6, 3.4), (38, 43, 10, 9), (28, 45, 14, 13)], dtype=float
    )
    rating = pick_by_row(random, table, late * 2 + by_superior * 1)
    valid = random.random(len(event)) < 0.93
    frame = pl.DataFrame(
        {
            "event_id": ids.gather(event),
            "called_at": moments(at),
            "valid": valid,
            "rating": choose(RATINGS, np.where(valid, rating, 2)),
            "measured_by": choose(("self", "superior"), by_superior.astype(np.int64)),
        }
    )
    return frame.filter(pl.Series(at <= city.until)).sort("called_at", "event_id")
