"""Place codes of other systems than the register's own (民政, 统计用 …).

The two official systems agree down to the county and diverge below: the same digits can be two
different townships. A code is therefore only ever looked up together with its system.
"""

from __future__ import annotations

from typing import TypeVar

import polars as pl

_Text = TypeVar("_Text", pl.Expr, pl.Series)
_PAIR = r"^(.+?)[:：](\S+)$"
_WHOLE = 12


def translate(codes: pl.Series, system: str, places: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
    """Codes of one system as codes of the register.

    Args:
        codes: Codes as the export has them; short ones are padded with zeros to 12 digits.
        system: Their system, as the register names it.
        places: `area_code`, `code_system`, `alternative_codes` (`系统:代码`, several separated by
            semicolons); the newest row of a code comes last.

    Returns:
        Codes of the register, null where (system, code) is not in it; and where that is so.
    """
    known = known_codes(places).filter(pl.col("code_system") == system)
    asked = pl.DataFrame({"code": _padded(codes.cast(pl.String))})
    found = asked.join(known, on="code", how="left", maintain_order="left")["area_code"]
    return found, asked["code"].is_not_null() & found.is_null()


def known_codes(places: pl.DataFrame) -> pl.DataFrame:
    """Every (`code_system`, `code`) that means exactly one place: with its `area_code`."""
    newest = places.unique("area_code", keep="last", maintain_order=True)
    own = newest.select("code_system", pl.col("area_code").alias("code"), "area_code")
    pairs = (
        newest.select(
            "area_code",
            pl.col("alternative_codes").str.replace_all("；", ";").str.split(";").alias("pair"),
        )
        .explode("pair")
        .with_columns(pl.col("pair").str.strip_chars())
        .select(
            pl.col("pair").str.extract(_PAIR, 1).str.strip_chars().alias("code_system"),
            pl.col("pair").str.extract(_PAIR, 2).alias("code"),
            "area_code",
        )
    )
    told = pl.concat([own, pairs]).drop_nulls().with_columns(_padded(pl.col("code")))
    return told.filter(pl.struct("code_system", "code").is_unique())


def _padded(codes: _Text) -> _Text:
    return codes.str.strip_chars().str.pad_end(_WHOLE, "0")
