"""Seeded draws, many at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Random = np.random.Generator


def random_for(seed: int, subject: str) -> Random:
    """A source of randomness of its own for each subject, so that one does not shift another."""
    return np.random.default_rng([seed, crc32(subject.encode())])


def pick(random: Random, weights: Sequence[float] | npt.NDArray[Any], size: int) -> Whole:
    """`size` indices drawn by weight."""
    sums = np.cumsum(np.asarray(weights, dtype=float))
    return np.searchsorted(sums / sums[-1], random.random(size), "right").astype(np.int64)


def pick_by_row(random: Random, table: Numbers, rows: Whole) -> Whole:
    """For each entry of `rows`, a column drawn by the weights in that row of `table`."""
    sums = np.cumsum(table, axis=1)
    sums /= sums[:, -1:]
    # Row r occupies (r, r + 1], so that one search serves all rows.
    ladder = (sums + np.arange(len(table))[:, None]).ravel()
    found = np.searchsorted(ladder, random.random(len(rows)) + rows, "right")
    column: Whole = np.clip(found - rows * table.shape[1], 0, table.shape[1] - 1)
    return column


def lognormal(random: Random, median: float | Numbers, spread: float, size: int) -> Numbers:
    """Lognormal values with the given median and sigma."""
    return np.asarray(median) * np.exp(spread * random.standard_normal(size))


def lognormal_below(
    random: Random, median: float, spread: float, limit: float, size: int
) -> Numbers:
    """Lognormal values cut off at `limit`, without piling up there."""
    top = ndtr(np.log(limit / median) / spread)
    values: Numbers = median * np.exp(spread * ndtri(random.random(size) * top))
    return values


def logistic(odds: Numbers) -> Numbers:
    """Log odds as probabilities."""
    return 1.0 / (1.0 + np.exp(-odds))
