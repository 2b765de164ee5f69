"""Whether two rates differ by more than chance would make them."""

from __future__ import annotations

from math import sqrt

#: So many standard errors apart, two samples of one rate come once in twenty times.
SURE = 1.96


def differ(
    hits: float | None, whole: float | None, hits_other: float | None, whole_other: float | None
) -> bool:
    """The test of two proportions with a common rate, at 5 %.

    Args:
        hits: Numerator of the one rate.
        whole: Its denominator.
        hits_other: Numerator of the other.
        whole_other: Its denominator.

    Returns:
        Whether they differ for certain; never with a count that is missing or nothing to divide.
    """
    if not whole or not whole_other or hits is None or hits_other is None:
        return False
    pooled = (hits + hits_other) / (whole + whole_other)
    error = sqrt(max(pooled * (1 - pooled), 0) * (1 / whole + 1 / whole_other))
    return abs(hits / whole - hits_other / whole_other) > SURE * error
