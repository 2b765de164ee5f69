"""How much room text takes: in ems, the width of one Chinese character.

Office programs set the text, not we; what is estimated here only decides on sizes and widths, so
it errs to the wide side: half an em and a little for a digit, as in bold YaHei.
"""

from __future__ import annotations

import math
import unicodedata

_NARROW = 0.58
_WIDE_CLASSES = {"W", "F", "A"}  # A: quotation marks and dashes, full width in Chinese fonts


def ems(text: str) -> float:
    """Width of a line of text in ems."""
    return sum(
        1.0 if unicodedata.east_asian_width(letter) in _WIDE_CLASSES else _NARROW for letter in text
    )


def lines_needed(text: str, width: float) -> int:
    """How many lines of `width` ems the text fills; at least one."""
    return max(1, math.ceil(ems(text) / max(width - 1, 1)))
