"""Where a 溯源码 was printed, and of which edition a file is."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from warehouse.access.scope import Scope
from warehouse.frozen import sha256_of
from warehouse.report.editions import proof, shelf
from warehouse.report.editions.figures import NUMBERS
from warehouse.report.editions.shelf import NUMBERS_FILE, Sealed
from warehouse.settings import Settings

#: What is told about the edition, beside the figure.
_OF_EDITION = ("noun", "label", "n", "title", "sealed_at", "sealed_by")


def said_under(site: Settings, code: str, *, scope: Scope | None = None) -> pl.DataFrame:
    """Every place in a sealed edition where a number with this code stands.

    Args:
        site: Whose editions.
        code: As it is written: `OPS-08.990102.2026W46.6FF1-A17J`.
        scope: Only in editions of places that this reader may see.

    Returns:
        The columns of `proof.numbers` with `edition` (its subject), `noun`, `label`, `n`, `title`,
        `sealed_at`, `sealed_by`; the newest period first. No rows if it was never sealed.

    Raises:
        EditionFaultError: An edition that has it is not what was sealed.
    """
    there = {sealed.folder / NUMBERS_FILE: sealed for sealed in shelf.editions(site, scope=scope)}
    found = []
    for path, sealed in there.items():
        if path.exists() and code in pl.scan_parquet(path).select("code").collect()["code"]:
            told = {name: pl.lit(getattr(sealed, name)) for name in _OF_EDITION}
            rows = proof.numbers(sealed).filter(code=code)
            found.append(rows.with_columns(edition=pl.lit(sealed.subject), **told))
    return pl.concat(found) if found else pl.DataFrame(schema=NUMBERS)


def sealed_as(site: Settings, path: Path) -> Sealed | None:
    """The edition that a file is of, wherever it lies now; None if it was never sealed."""
    hashed = sha256_of(path)
    of_edition = (
        one for one in shelf.editions(site) if hashed in {f.sha256 for f in one.files.values()}
    )
    return next(of_edition, None)
