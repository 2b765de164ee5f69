"""The playlists of the wall: which views it shows in turn, how long, and at which hours.

They stand in `<var>/playlist.toml`. A table `[[NAME]]` is one view of the list NAME:

    [[morning]]
    show = "wall?focus=alerts"
    seconds = 20
    hours = "08:00-12:00"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warehouse.settings import Settings

FILE_NAME = "playlist.toml"
#: A shorter view is not read, a longer one is no rotation.
SHORTEST, LONGEST = 5, 3600
_HOURS = re.compile(r"(?:[01]\d|2[0-4]):[0-5]\d-(?:[01]\d|2[0-4]):[0-5]\d")
_KEYS = {"show", "seconds", "hours"}


class PlaylistError(Exception):
    """A playlist cannot be used; the text says in Chinese what is wrong and in which line."""


@dataclass(frozen=True)
class View:
    """A view of a list.

    Attributes:
        show: Address of a page of this site, such as `wall?focus=alerts`.
        seconds: How long it stays.
        hours: From when to when it is shown, `08:00-12:00`; None always. May pass midnight.
    """

    show: str
    seconds: int
    hours: str | None = None


def read_playlist(site: Settings, name: str, *, pages: Collection[str]) -> list[View]:
    """The views of one list, in order.

    Args:
        site: Whose file.
        name: Name of the list.
        pages: Paths that may be shown.

    Raises:
        PlaylistError: No file, no such list, or a line that cannot be read.
    """
    path = site.var / FILE_NAME
    text = _text(path)
    lists = _lists(text)
    if name not in lists:
        known = "、".join(lists) or "（文件为空）"
        raise PlaylistError(f"{FILE_NAME} 中没有名为“{name}”的清单；现有：{known}")
    return [_view(told, _lines(text, name, place), pages) for place, told in enumerate(lists[name])]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PlaylistError(f"没有播放清单文件 {FILE_NAME}，应放在数据目录 {path.parent}") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise PlaylistError(f"{FILE_NAME} 第 {line} 行不是 UTF-8 编码") from None


def _lists(text: str) -> dict[str, list[dict[str, Any]]]:
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = found[1] if found else text.count("\n") + 1
        raise PlaylistError(f"{FILE_NAME} 第 {line} 行写法有误，无法读取") from None
    for name, views in read.items():
        if not isinstance(views, list) or not all(isinstance(view, dict) for view in views):
            line = _line_of(text, rf"\s*\[*\s*{re.escape(name)}\b")
            raise PlaylistError(f"{FILE_NAME} 第 {line} 行：每个画面要以 [[{name}]] 开头")
    return read


def _lines(text: str, name: str, place: int) -> dict[str, int]:
    """Line of the heading and of every key of a view, counted from 1; the heading is ''."""
    heading = re.compile(rf"\s*\[\[\s*['\"]?{re.escape(name)}['\"]?\s*\]\]")
    found, seen = {}, -1
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            seen += bool(heading.match(line))
            if seen == place and heading.match(line):
                found[""] = number
            elif "" in found:
                break
        elif seen == place and (key := re.match(r"\s*([\w-]+)\s*=", line)):
            found[key[1]] = number
    return found


def _line_of(text: str, pattern: str) -> int:
    """Number of the first line that the pattern matches; 1 if there is none."""
    matching = (
        number for number, line in enumerate(text.splitlines(), 1) if re.match(pattern, line)
    )
    return next(matching, 1)


def _view(told: dict[str, Any], lines: dict[str, int], pages: Collection[str]) -> View:
    def wrong(key: str, words: str) -> PlaylistError:
        return PlaylistError(f"{FILE_NAME} 第 {lines.get(key, lines.get('', 1))} 行：{words}")

    for key in told.keys() - _KEYS:
        raise wrong(key, f"不认识“{key}”，可写 show、seconds、hours")
    show, seconds, hours = told.get("show"), told.get("seconds"), told.get("hours")
    if not isinstance(show, str) or show.partition("?")[0] not in pages:
        raise wrong("show", f"show 要写页面地址，如 wall 或 ranking；现为“{show}”")
    if "playlist=" in show:
        raise wrong("show", "清单里不能再放清单")
    # True and false are numbers to Python.
    if type(seconds) is not int or not SHORTEST <= seconds <= LONGEST:
        raise wrong("seconds", f"seconds 要写 {SHORTEST} 到 {LONGEST} 之间的整数")
    if hours is not None and not (isinstance(hours, str) and _HOURS.fullmatch(hours)):
        raise wrong("hours", '时段要写成 "08:00-12:00"')
    return View(show, seconds, hours)
