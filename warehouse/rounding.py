"""With how many decimals a value is printed, on paper and on screens, so that it is no untruth."""

from __future__ import annotations

from collections.abc import Iterable

#: Values that are nearer to each other differ only in how a machine divides.
ALIKE = 1e-9


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
        while side and _side(round(value, decimals), line) != side:
            decimals += 1
    return decimals


def _side(value: float, line: float) -> int:
    return 0 if abs(value - line) <= ALIKE else 1 if value > line else -1
