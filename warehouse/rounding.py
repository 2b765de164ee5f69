"""How values are rounded in print, on paper and on screens, so that it is no untruth."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

#: Values that are nearer to each other differ only in how a machine divides.
ALIKE = 1e-9

#: Digits that a spreadsheet knows of a number.
_DIGITS = 15


def rounded(value: float, decimals: int) -> float:
    """四舍五入, as people and spreadsheets do it: a half goes away from zero, `0.125, 2` → `0.13`.

    Python's own `round` goes to the even digit, and by binary digits that nobody sees: a paper
    would say 0.12 where the workbook beside it shows 0.13.
    """
    step = Decimal(1).scaleb(-decimals)
    return float(Decimal(f"{value:.{_DIGITS}g}").quantize(step, ROUND_HALF_UP))


def telling(value: float, decimals: int, lines: Iterable[float]) -> int:
    """How many decimals keep a printed value on its own side of every line.

    `94.996, 2, [95]` → 3, as 95.00 would contradict what is said about it; `94.99` → 2.

    Args:
        value: To be printed.
        decimals: As many at least.
        lines: Values that it is judged by.
    """
    for line in lines:
        side = _side(value, line)
        while side and _side(rounded(value, decimals), line) != side:
            decimals += 1
    return decimals


def _side(value: float, line: float) -> int:
    return 0 if abs(value - line) <= ALIKE else 1 if value > line else -1
