"""Whether a soak was passed: what grew, what it held at most, whether the wall was ever blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

#: A curve of memory is judged after this share of the run: caches fill first.
WARM_UP = 0.4


@dataclass(frozen=True)
class Bounds:
    """What is allowed.

    Attributes:
        server_mb, browser_mb: Most that each may hold at any time.
        growth_mb: Most that each may grow, by its trend, from the warm-up to the end.
        growth_share: The same as a share of what it held after the warm-up; either is enough.
        shortest_text: Least share of the wall's text that must be there at any moment.
        flattest: Least spread of the brightness of a screenshot (0-255); a blank one has none.
    """

    server_mb: float = 1200.0
    browser_mb: float = 1800.0
    growth_mb: float = 40.0
    growth_share: float = 0.08
    shortest_text: float = 0.6
    flattest: float = 6.0


def trend(minutes: Sequence[float], values: Sequence[float]) -> float:
    """Growth per hour after the warm-up, by the median slope of all pairs (Theil and Sen).

    A garbage collector draws saws; a line through the squares would follow their teeth.
    """
    at, held = _after_warm_up(minutes, values)
    if len(at) < 3:
        return 0.0
    first, second = np.triu_indices(len(at), k=1)
    slopes = (held[second] - held[first]) / (at[second] - at[first])
    return float(np.median(slopes) * 60)


def grown(minutes: Sequence[float], values: Sequence[float]) -> float:
    """Growth from the warm-up to the end, by the trend."""
    at, _ = _after_warm_up(minutes, values)
    return trend(minutes, values) * float(at[-1] - at[0]) / 60 if len(at) else 0.0


def complaints(rows: Sequence[dict[str, float]], bounds: Bounds) -> list[str]:
    """One line per bound that was broken; none if the soak was passed.

    Args:
        rows: What was recorded: `minutes`, `server_mb`, `browser_mb`, `text_share`, `spread`.
        bounds: What is allowed.
    """
    if not rows:
        return ["nothing was recorded"]
    minutes = [row["minutes"] for row in rows]
    broken = []
    for who, most in (("server", bounds.server_mb), ("browser", bounds.browser_mb)):
        values = [row[f"{who}_mb"] for row in rows]
        if max(values) > most:
            broken.append(f"the {who} held {max(values):.0f} MB, more than {most:.0f}")
        growth, start = grown(minutes, values), float(np.median(_after_warm_up(minutes, values)[1]))
        if growth > max(bounds.growth_mb, bounds.growth_share * start):
            broken.append(f"the {who} grew by {growth:.0f} MB after the warm-up")
    shortest = min(row["text_share"] for row in rows)
    if shortest < bounds.shortest_text:
        broken.append(f"at one moment only {shortest:.0%} of the wall's text was there")
    flattest = min(row["spread"] for row in rows)
    if flattest < bounds.flattest:
        broken.append(f"a screenshot was blank (spread {flattest:.1f})")
    return broken


def _after_warm_up(
    minutes: Sequence[float], values: Sequence[float]
) -> tuple[np.ndarray, np.ndarray]:
    at, held = np.asarray(minutes, dtype=float), np.asarray(values, dtype=float)
    late = at >= at[0] + WARM_UP * (at[-1] - at[0])
    return at[late], held[late]
