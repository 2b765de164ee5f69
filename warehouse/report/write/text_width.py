"""How much room text takes: in ems, the width of one Chinese character.

Office programs set the text, not we; what is estimated here only decides on sizes and widths, so
it errs to the wide side: half an em and a little for a digit, as in bold YaHei.
"""

from __future__ import annotations

import itertools
import math
import unicodedata

_NARROW = 0.58
#: In ems.
_APART = 0.25
#: Lines end early where a stop may not begin the next; in ems.
_RAGGED = 0.7
_WIDE_CLASSES = {"W", "F", "A"}  # A: quotation marks and dashes, full width in Chinese fonts


def ems(text: str) -> float:
    """Width of a line of text in ems."""
    return sum(1.0 if is_wide else _NARROW for is_wide in _wide(text))


def widest(text: str) -> float:
    """The same in programs that set Latin letters and digits apart from Chinese."""
    changes = sum(one != other for one, other in itertools.pairwise(_wide(text)))
    return ems(text) + _APART * changes


def _wide(text: str) -> list[bool]:
    return [unicodedata.east_asian_width(letter) in _WIDE_CLASSES for letter in text]


def lines_needed(text: str, width: float) -> int:
    """How many lines of `width` ems the text fills; at least one."""
    return max(1, math.ceil(widest(text) / max(width - _RAGGED, 1)))
