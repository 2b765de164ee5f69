"""Periods as a desk page offers them, and what they mean at a given data cut."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from warehouse.periods import PeriodError, parse_period, week_of

_TRAILING = {"last24h": ("近 24 小时", 1), "last7d": ("近 7 日", 7), "last30d": ("近 30 日", 30)}
DEFAULT_PERIOD = "last7d"
#: Kinds of periods, as they are chosen.
PERIOD_KINDS = {
    "near": "近期",
    "week": "周",
    "month": "月",
    "quarter": "季",
    "year": "年",
    "free": "自选",
}
# How many of them: a year and a bit, so that the same one a year ago can be chosen.
_OFFERED = {"week": 54, "month": 25, "quarter": 9, "year": 3}
# A province reports by the month, not by the day.
_BY_MONTH = {"province"}
_ONE = timedelta(days=1)


@dataclass(frozen=True)
class DeskPeriod:
    """A period of a desk page.

    Attributes:
        code: As it stands in the address: `last7d`, `2026-W46`, `2026-11`, `2026-05-14~2026-05-20`.
        label: What the reader sees.
        before: What the period before is called, such as `较前 7 日`.
        first_day: First day; on the trailing clock, where the first 24-hour window ends.
        last_day: Last day, included; not after the data cut.
        previous_first_day: First day of the equally long stretch it is compared with.
        previous_last_day: Its last day, included.
        start_at: Begin.
        end_at: End, not included; at most the data cut.
        is_trailing: Days are 24-hour windows that end at the data cut.
        is_current: The period reaches the data cut.
        indicator: `period_type` and `period_start` under which indicator values are kept; None
            for periods that indicators do not have.
    """

    code: str
    label: str
    before: str
    first_day: date
    last_day: date
    previous_first_day: date
    previous_last_day: date
    start_at: datetime
    end_at: datetime
    is_trailing: bool
    is_current: bool
    indicator: tuple[str, date] | None

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last_day - self.first_day).days + 1

    @property
    def previous_start_at(self) -> datetime:
        """Begin of the stretch it is compared with."""
        if self.is_trailing:
            return self.start_at - self.days * _ONE
        return datetime.combine(self.previous_first_day, time())

    @property
    def previous_end_at(self) -> datetime:
        """End of that stretch, not included."""
        if self.is_trailing:
            return self.start_at
        return datetime.combine(self.previous_last_day + _ONE, time())


def read_period(code: str | None, as_of: datetime) -> DeskPeriod:
    """Understand a period of the address; one that cannot be read is the default."""
    if code in _TRAILING:
        return _trailing(code, as_of)
    try:
        return _calendar(code or "", as_of)
    except (ValueError, OverflowError):
        # Not a period, or one at an end of the calendar that has no stretch before or after it.
        return _trailing(DEFAULT_PERIOD, as_of)


def codes_of(kind: str, as_of: datetime) -> list[str]:
    """The periods of one kind of `PERIOD_KINDS` on offer, latest first; none of `free`."""
    today = last_day(as_of)
    if kind == "near":
        return list(_TRAILING)
    if kind == "week":
        return [week_of(today - timedelta(days=7 * back)).label for back in range(_OFFERED[kind])]
    if kind == "month":
        return [_month_back(today, back) for back in range(_OFFERED[kind])]
    if kind == "quarter":
        months = [_month_back(today, 3 * back) for back in range(_OFFERED[kind])]
        return [f"{code[:4]}-Q{(int(code[5:]) + 2) // 3}" for code in months]
    if kind == "year":
        return [str(today.year - back) for back in range(_OFFERED[kind])]
    return []


def kind_of(code: str) -> str:
    """The kind of a period's code, a key of `PERIOD_KINDS`."""
    if code in _TRAILING:
        return "near"
    if "~" in code:
        return "free"
    kind = parse_period(code).kind
    return kind if kind in _OFFERED else "free"


def default_period(level: str, as_of: datetime) -> str:
    """What a desk page shows unless told: the last 7 days; where a province looks, the month."""
    return f"{last_day(as_of):%Y-%m}" if level in _BY_MONTH else DEFAULT_PERIOD


def running_period(kind: str, as_of: datetime) -> str:
    """The `month`, `quarter` or `year` that the data cut lies in, as the address writes it."""
    today = last_day(as_of)
    if kind == "year":
        return str(today.year)
    if kind == "quarter":
        return f"{today.year}-Q{(today.month + 2) // 3}"
    return f"{today:%Y-%m}"


def last_day(as_of: datetime) -> date:
    """The day that the last moment before the data cut belongs to."""
    return (as_of - timedelta(microseconds=1)).date()


def _trailing(code: str, as_of: datetime) -> DeskPeriod:
    label, days = _TRAILING[code]
    last = last_day(as_of)
    first = last - (days - 1) * _ONE
    return DeskPeriod(
        code=code,
        label=label,
        before=f"较前 {days} 日" if days > 1 else "较前 24 小时",
        first_day=first,
        last_day=last,
        previous_first_day=first - days * _ONE,
        previous_last_day=first - _ONE,
        start_at=as_of - days * _ONE,
        end_at=as_of,
        is_trailing=True,
        is_current=True,
        indicator=None if code == "last30d" else (code, last),
    )


def _calendar(code: str, as_of: datetime) -> DeskPeriod:
    first, last, label, indicator = _bounds(code)
    cut = min(last, last_day(as_of))
    days = (cut - first).days
    # A running period is compared with as many days of the one before.
    before = _first_day_before(first, last)
    return DeskPeriod(
        code=code,
        label=label,
        before="较上期同期" if cut < last else "较上期",
        first_day=first,
        last_day=cut,
        previous_first_day=before,
        previous_last_day=min(before + days * _ONE, first - _ONE),
        start_at=datetime.combine(first, time()),
        end_at=min(datetime.combine(last + _ONE, time()), as_of),
        is_trailing=False,
        is_current=last >= last_day(as_of),
        indicator=indicator,
    )


def _bounds(code: str) -> tuple[date, date, str, tuple[str, date] | None]:
    """First day, last day, label, and the period of the indicators."""
    if "~" in code:
        begin, _, end = code.partition("~")
        first, last = parse_period(begin).start, parse_period(end).end
        if last < first:
            raise PeriodError(f"{code} ends before it begins.")
        return first, last, f"{first} 至 {last}", None
    period = parse_period(code)
    label = {
        "day": f"{period.start.month}月{period.start.day}日",
        "week": f"{period.label[:4]} 年第 {period.label[-2:]} 周",
        "month": f"{period.start.year} 年 {period.start.month} 月",
        "quarter": f"{period.label[:4]} 年第 {period.label[-1]} 季度",
        "half": f"{period.label[:4]} 年{'上' if period.start.month == 1 else '下'}半年",
        "year": f"{period.label} 年",
    }[period.kind]
    return period.start, period.end, label, (period.kind, period.start)


def _first_day_before(first: date, last: date) -> date:
    if first.day == 1 and (last + _ONE).day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        count = first.year * 12 + first.month - 1 - months
        return date(count // 12, count % 12 + 1, 1)
    return first - ((last - first).days + 1) * _ONE


def _month_back(day: date, months: int) -> str:
    count = day.year * 12 + day.month - 1 - months
    return f"{count // 12}-{count % 12 + 1:02d}"
