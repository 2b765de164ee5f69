"""The box that chooses a period."""

from __future__ import annotations

from datetime import datetime

from pages.kit.filters import choose, told
from pages.kit.periods import DeskPeriod, period_codes, read_period


def period_box(as_of: datetime, default: str) -> DeskPeriod:
    """Draw the box; what the address asks for is on offer even when it is unusual."""
    codes = period_codes(as_of)
    asked = read_period(told("period") or default, as_of)
    if asked.code not in codes:
        codes = [asked.code, *codes]
    labels = {code: read_period(code, as_of).label for code in codes}
    code = choose("日期", "period", labels, default=default)
    return read_period(code, as_of)
