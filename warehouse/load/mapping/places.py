"""Places looked up by name, from the larger to the smaller, within the one above."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

import polars as pl

#: The register as a look-up needs it.
PLACES: dict[str, pl.DataType] = {
    "area_code": pl.String(),
    "area_name": pl.String(),
    "parent_code": pl.String(),
    "level": pl.String(),
    "geometry": pl.String(),
    "code_system": pl.String(),
    "alternative_codes": pl.String(),
}
_CLOSE = 0.6


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


def closest_names(
    names: Sequence[pl.Series], lost: pl.Series, places: pl.DataFrame
) -> dict[str, str]:
    """For names that are not in the register, the most similar one that is, to be confirmed.

    A name is compared within the place above it, if that was found; short forms such as 街 for
    街道 are what real exports differ in.

    Returns:
        Name in the export -> name in the register; names with nothing similar are left out.
    """
    register = places.unique("area_code", keep="last").with_columns(_plain("area_name"))
    missing: dict[str, str] = {}
    table = pl.DataFrame({str(depth): part for depth, part in enumerate(names)}).filter(lost)
    for row in table.unique(maintain_order=True).iter_rows():
        within = register
        for name in (part for part in row if part is not None):
            here = within.filter(pl.col("area_name") == name)
            if here.is_empty():
                close = get_close_matches(name, within["area_name"].to_list(), 1, _CLOSE)
                missing |= {name: close[0]} if close else {}
                break
            within = register.filter(pl.col("parent_code").is_in(here["area_code"].implode()))
    return missing


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
