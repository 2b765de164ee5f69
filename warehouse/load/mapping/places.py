"""Places looked up by name, from the larger to the smaller, within the one above."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

#: The register as a look-up needs it.
PLACES: dict[str, pl.DataType] = {
    "area_code": pl.String(),
    "area_name": pl.String(),
    "parent_code": pl.String(),
}


def find_places(names: Sequence[pl.Series], places: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
    """The codes of named places, and where a name is in the file but not in the register.

    Args:
        names: Names of the largest place, then of those within it; a missing name ends the search
            at the place found so far.
        places: `area_code`, `area_name`, `parent_code`; the newest row of a code comes last.

    Returns:
        Codes, null where nothing is named or found; and whether a name was not found.
    """
    register = places.unique("area_code", keep="last").with_columns(_plain("area_name"))
    found = pl.DataFrame({"name": names[0]}).with_columns(_plain("name"))
    # The first name stands alone, so it must be unique.
    alone = register.filter(pl.col("area_name").is_unique())
    code = _look_up(found, alone, ["name"], ["area_name"])
    lost = found["name"].is_not_null() & code.is_null()
    for deeper in names[1:]:
        wanted = pl.DataFrame({"above": code, "name": deeper}).with_columns(_plain("name"))
        within = register.filter(pl.struct("parent_code", "area_name").is_unique())
        below = _look_up(wanted, within, ["above", "name"], ["parent_code", "area_name"])
        named = wanted["name"].is_not_null() & code.is_not_null()
        lost = lost | (named & below.is_null())
        code = below.zip_with(named, code)
    return code, lost


def _look_up(
    wanted: pl.DataFrame, register: pl.DataFrame, left: list[str], right: list[str]
) -> pl.Series:
    joined = wanted.join(
        register.select("area_code", *right),
        left_on=left,
        right_on=right,
        how="left",
        maintain_order="left",
    )
    return joined["area_code"]


def _plain(column: str) -> pl.Expr:
    return pl.col(column).str.normalize("NFKC").str.strip_chars()
