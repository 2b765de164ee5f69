"""Scope: what a reader may see, and in which version of the warehouse."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """First argument of every read.

    Attributes:
        version: The build that is read. One page run uses one version, so a screen never
            mixes two.
        area_code: The place that the reader may see, with everything below it. None means
            the whole site.
    """

    version: str
    area_code: str | None = None
