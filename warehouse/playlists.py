"""The playlists of the wall: which views it shows in turn, how long, and at which hours.

They stand in `<var>/playlist.toml`. A table `[[NAME]]` is one view of the list NAME:

    [[morning]]
    show = "wall?focus=alerts"
    seconds = 20
    hours = "08:00-12:00"
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warehouse.settings import Settings
from warehouse.toml_lines import Toml, TomlError, read_toml

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
    file = _read(site.var / FILE_NAME)
    lists = _lists(file)
    if name not in lists:
        known = "、".join(lists) or "（文件为空）"
        raise PlaylistError(f"{FILE_NAME} 中没有名为“{name}”的清单；现有：{known}")
    return [_view(file, (name, place), pages) for place in range(len(lists[name]))]


def _read(path: Path) -> Toml:
    try:
        return read_toml(path)
    except FileNotFoundError:
        raise PlaylistError(f"没有播放清单文件 {FILE_NAME}，应放在数据目录 {path.parent}") from None
    except TomlError as error:
        raise PlaylistError(str(error)) from None


def _lists(file: Toml) -> dict[str, list[dict[str, Any]]]:
    for name, views in file.values.items():
        if not isinstance(views, list) or not all(isinstance(view, dict) for view in views):
            raise PlaylistError(file.told(f"每个画面要以 [[{name}]] 开头", name))
    return file.values


def _view(file: Toml, place: tuple[str, int], pages: Collection[str]) -> View:
    name, number = place
    told = file.values[name][number]

    def wrong(key: str, words: str) -> PlaylistError:
        return PlaylistError(file.told(words, *place, key))

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
