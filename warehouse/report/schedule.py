"""The site's calendar of reports: `<var>/reports/schedule.toml`.

    [[report]]
    kind = "weekly"
    each_child = true
    day = 1
    at = "08:30"
    formats = ["docx", "pdf"]
    folders = ["/srv/outgoing"]
    mail = true

    [addresses]
    990105001000 = ["office@example.gov.cn"]

`docs/schedule.toml` is an example of a whole one.
"""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from warehouse.report.kinds import KINDS, Kind
from warehouse.settings import Settings
from warehouse.toml_lines import Toml, TomlError, read_toml

KindName = Literal["weekly", "monthly", "quarterly", "half-yearly", "annual"]
Format = Literal["docx", "xlsx", "pptx", "pdf"]
#: The day on which a report is due unless the file says another; 1 follows the period's last.
_DAYS = {"weekly": 1, "monthly": 3, "quarterly": 5, "half-yearly": 10, "annual": 15}
# What every mail server takes; a name in other letters is none of them.
_ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


class NoScheduleError(Exception):
    """The site has not said which reports are due."""


def _as_time(value: object) -> time:
    """`08:30`, or what TOML itself takes for a time."""
    if isinstance(value, time):
        return value
    if isinstance(value, str) and re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", value):
        return time.fromisoformat(value)
    raise ValueError(f'时刻要写成 "08:30"；现为“{value}”')


def _some(values: tuple[Any, ...]) -> tuple[Any, ...]:
    if not values:
        raise ValueError("至少要写一项")
    return values


def _once(values: tuple[str, ...]) -> tuple[str, ...]:
    twice = next((one for one in values if values.count(one) > 1), None)
    if twice is not None:
        raise ValueError(f"“{twice}”写了两次")
    return values


def _as_address(value: object) -> str:
    if isinstance(value, str) and _ADDRESS.fullmatch(value):
        return value
    raise ValueError(f"“{value}”不是邮箱地址")


Address = Annotated[str, BeforeValidator(_as_address)]


class Entry(BaseModel):
    """A report that is made again and again.

    Attributes:
        kind: Which one.
        area: Code of the place; the top place unless given.
        each_child: For every place right below it instead, each with what it may see only.
        day: On which day after the end of the period it is due.
        at: At which time of that day.
        formats: The files of a set.
        catch_up: How many periods are made after downtime, the newest ones; the file's unless
            given.
        folders: Where the files are put; relative ones lie in `<var>/reports`.
        mail: Whether they are sent to the addresses of each place.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: KindName
    area: str | None = None
    each_child: bool = False
    day: int | None = Field(None, ge=1, le=60)
    at: Annotated[time, BeforeValidator(_as_time)] = time(8, 30)
    formats: Annotated[tuple[Format, ...], AfterValidator(_some), AfterValidator(_once)] = (
        *("docx", "xlsx"),
        *("pptx", "pdf"),
    )
    catch_up: int | None = Field(None, ge=1, le=53)
    folders: tuple[str, ...] = ()
    mail: bool = False

    @property
    def report(self) -> Kind:
        """The kind of report."""
        return KINDS[self.kind]

    @property
    def due_day(self) -> int:
        """`day`, or the one that is usual for the kind."""
        return self.day or _DAYS[self.kind]


class Schedule(BaseModel):
    """The whole file.

    Attributes:
        catch_up: How many periods of each report are made after downtime.
        report: The reports.
        addresses: Of each place, by its code.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    catch_up: int = Field(4, ge=1, le=53)
    report: Annotated[tuple[Entry, ...], AfterValidator(_some)]
    addresses: dict[str, tuple[Address, ...]] = {}


def path_of(site: Settings) -> Path:
    """Where the file lies, or would lie."""
    return site.var / "reports" / "schedule.toml"


def read_schedule(site: Settings) -> Schedule:
    """The site's calendar.

    Raises:
        NoScheduleError: There is no file.
        TomlError: A line cannot be used.
    """
    try:
        file = read_toml(path_of(site))
    except FileNotFoundError:
        raise NoScheduleError(
            f"没有报告日程 {path_of(site)}；写法见 docs/reports.md，样例 docs/schedule.toml"
        ) from None
    schedule = file.checked(Schedule)
    _check_once(file, schedule)
    if any(entry.mail for entry in schedule.report) and not site.smtp_host:
        place = next(number for number, entry in enumerate(schedule.report) if entry.mail)
        words = "要发邮件，须先在 site.toml 中设置 smtp_host 和 smtp_from"
        raise TomlError(file.told(words, "report", place, "mail"))
    return schedule


def told(site: Settings, words: str, *place: str | int) -> str:
    """`schedule.toml 第 3 行：…`, for what shows only beside the data."""
    return read_toml(path_of(site)).told(words, *place)


def _check_once(file: Toml, schedule: Schedule) -> None:
    """The same report twice would be delivered twice."""
    seen: dict[tuple[object, ...], int] = {}
    for number, entry in enumerate(schedule.report):
        key = (entry.kind, entry.area, entry.each_child, frozenset(entry.formats))
        if key in seen:
            first = file.line("report", seen[key])
            raise TomlError(file.told(f"与第 {first} 行是同一份报告，请合并", "report", number))
        seen[key] = number
