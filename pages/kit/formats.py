"""Write values the way they are read aloud in Chinese; what is missing is a dash, never 0."""

from __future__ import annotations

from datetime import date, datetime

from warehouse.rounding import rounded, telling

NO_VALUE = "—"
MINUS = "−"
WEEKDAYS = "一二三四五六日"
# Below this, a percentage of change says less than the difference itself.
SMALL_BASE = 30


def places(value: float | None, decimals: int, goal: float | None) -> int:
    """Decimals of a value beside its target: more where rounding would put it on the other side."""
    return decimals if value is None or goal is None else telling(value, decimals, [goal])


def number(value: float | None, decimals: int = 0, goal: float | None = None) -> str:
    """`4286` → `4,286`; `-2.24, 1` → `−2.2`; None → `—`; `94.96, 1` beside 95 → `94.96`."""
    if value is None:
        return NO_VALUE
    told = places(value, decimals, goal)
    # Round first: -0.04 with one decimal must not become "−0.0".
    shown = rounded(value, told) or 0.0
    return f"{shown:,.{told}f}".replace("-", MINUS)


def short(value: float | None, decimals: int = 0, goal: float | None = None) -> str:
    """As `number`, but from 100,000 on in 万 with one decimal: `107,312` → `10.7万`."""
    if value is not None and abs(value) >= 100_000:
        return f"{number(value / 10_000, 1)}万"
    return number(value, decimals, goal)


def value_with_unit(
    value: float | None, unit: str, decimals: int = 0, goal: float | None = None
) -> str:
    """`94.1%`, `23 件`; a missing value has no unit."""
    if value is None:
        return NO_VALUE
    return number(value, decimals, goal) + ("%" if unit == "%" else f" {unit}" if unit else "")


def change(
    difference: float | None, *, unit: str, decimals: int = 0, previous: float | None = None
) -> str:
    """Size of a change without its sign; the arrow beside it shows the direction.

    Shares change in 百分点 (`0.9`), other values in percent of the value before (`6.2%`),
    or absolutely (`7`) where that value is under 30 or unknown.
    """
    if difference is None:
        return NO_VALUE
    size = abs(difference)
    if unit != "%" and previous is not None and abs(previous) >= SMALL_BASE:
        return f"{number(size / abs(previous) * 100, 1)}%"
    return number(size, decimals)


def change_words(
    difference: float | None, *, unit: str, decimals: int = 0, previous: float | None = None
) -> str:
    """The same in words: `下降 0.9 个百分点`, `上升 6.2%`, `持平`."""
    if difference is None:
        return "无可比"
    size = change(difference, unit=unit, decimals=decimals, previous=previous)
    if difference == 0:
        return "持平"
    return f"{'上升' if difference > 0 else '下降'} {size}{' 个百分点' if unit == '%' else ''}"


def direction(difference: float | None) -> str:
    """`up`, `down` or `flat`: the name of the arrow."""
    if not difference:
        return "flat"
    return "up" if difference > 0 else "down"


def tone(difference: float | None, better: str | None) -> str:
    """Whether a change is good: `good`, `bad` or `neu`; `better` is `higher|lower|none`."""
    if not difference or better not in {"higher", "lower"}:
        return "neu"
    return "good" if (difference > 0) == (better == "higher") else "bad"


def duration(hours: float | None) -> str:
    """`40分钟`, `46小时`, `5天`: under an hour, under 72 hours, longer."""
    if hours is None:
        return NO_VALUE
    size = abs(hours)
    if size < 1:
        return f"{max(1, rounded(size * 60, 0)):.0f}分钟"
    if size < 72:
        return f"{number(size)}小时"
    return f"{number(size / 24)}天"


def clock(moment: datetime | None) -> str:
    """`14:30`."""
    return NO_VALUE if moment is None else f"{moment:%H:%M}"


def moment(value: datetime | None) -> str:
    """`05-20 14:30`, as on the desk."""
    return NO_VALUE if value is None else f"{value:%m-%d %H:%M}"


def dated(value: datetime | None, now: datetime) -> str:
    """As `moment`, with the year where it is not this year's: `2025-12-18 08:25`."""
    if value is not None and value.year != now.year:
        return f"{value:%Y-%m-%d %H:%M}"
    return moment(value)


def day(value: date | None) -> str:
    """`5月20日`."""
    return NO_VALUE if value is None else f"{value.month}月{value.day}日"


def long_day(value: date) -> str:
    """`2026年5月20日`."""
    return f"{value.year}年{value.month}月{value.day}日"


def weekday(value: date) -> str:
    """`星期三`."""
    return f"星期{WEEKDAYS[value.weekday()]}"


def day_range(first: date, last: date) -> str:
    """`5月14日—20日`, `4月28日—5月4日`."""
    end = f"{last.day}日" if (first.year, first.month) == (last.year, last.month) else day(last)
    return f"{day(first)}—{end}"


def ago(now: datetime, then: datetime | None) -> str:
    """How long before `now`: `刚刚`, `12分钟前`, `6小时前`, `3天前`."""
    if then is None:
        return NO_VALUE
    hours = (now - then).total_seconds() / 3600
    return "刚刚" if hours < 1 / 30 else f"{duration(hours)}前"


def target(value: float | None, better: str | None, decimals: int = 0) -> str:
    """`≥95`, `≤15`; no target gives an empty text."""
    if value is None:
        return ""
    places = 0 if float(value).is_integer() else max(decimals, 1)
    return f"{'≤' if better == 'lower' else '≥'}{number(value, places)}"
