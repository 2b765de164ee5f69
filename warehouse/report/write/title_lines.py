"""Where a title is broken that is too long for one line: between words, lines about as long."""

from __future__ import annotations

import re
from math import ceil

from warehouse.report.write.table_columns import UPRIGHT
from warehouse.report.write.text_width import ems

#: Points of a title, 2号.
TITLE_SIZE = 22
_ROOM = UPRIGHT / 25.4 * 72
#: Words before which a title may be broken.
_WORDS = re.compile("市域|工作|情况|考核|督查")
#: How far from an even part that may be, as a share of the title.
_NEAR = 0.2


def title_lines(title: str, size: float = TITLE_SIZE) -> list[str]:
    """A title in as many lines as it needs in letters of so many points."""
    lines = ceil(ems(title) * size / _ROOM)
    if lines <= 1:
        return [title]
    even = ceil(len(title) / lines)
    breaks = (match.start() for match in _WORDS.finditer(title))
    near = [
        at
        for at in breaks
        if abs(at - even) <= _NEAR * len(title) and ems(title[:at]) * size <= _ROOM
    ]
    at = min(near, key=lambda place: abs(place - even), default=even)
    return [title[:at], *title_lines(title[at:], size)]
