"""Good rows and bad rows: a bad one knows every rule that it broke, in words."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from warehouse.feeds.contract import Contract
from warehouse.load.cells import Trouble, Values

_BROKEN = {"_row": pl.Int64, "column": pl.String, "rule": pl.String}
REGISTER_NAMES = {
    "base/areas": "地区名录",
    "base/departments": "部门名录",
    "base/matters": "事项清单",
}


def split_rows(
    values: Values, rows: pl.Series, contract: Contract, known_codes: Mapping[str, pl.Series]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Good rows with `_row`, and of the bad ones `_row` and `rules`.

    `known_codes` maps a register (`base/areas`) to its codes; an empty one checks nothing.
    Every row of `values.frame` is in exactly one of the two.
    """
    frame = values.frame.insert_column(0, rows.alias("_row"))
    broken = pl.concat(
        [
            *(_of_trouble(trouble, rows) for trouble in values.troubles),
            *_of_schema(frame, contract, values.troubles),
            *_of_registers(frame, contract, known_codes),
        ]
        or [pl.DataFrame(schema=_BROKEN)]
    )
    if broken.is_empty():
        return frame, pl.DataFrame(schema={"_row": pl.Int64, "rules": pl.List(pl.String)})
    bad = broken.group_by("_row", maintain_order=True).agg(rules=pl.col("rule")).sort("_row")
    return frame.join(bad, on="_row", how="anti", maintain_order="left"), bad


def _of_trouble(trouble: Trouble, rows: pl.Series) -> pl.DataFrame:
    return _broken(rows.filter(trouble.where), trouble.column, trouble.sentence)


def _of_schema(
    frame: pl.DataFrame, contract: Contract, troubles: list[Trouble]
) -> list[pl.DataFrame]:
    """What dataframely finds; of a cell that could not be read, that is enough to know."""
    _, failure = contract.schema.filter(frame)
    counts = failure.counts()
    if not counts:
        return []
    details = failure.details()
    unreadable = {trouble.column: trouble for trouble in troubles}
    found = []
    for rule in counts:
        column = rule.partition("|")[0]
        rows = details.filter(pl.col(rule) == "invalid")["_row"]
        if column in unreadable:
            spoilt = frame["_row"].filter(unreadable[column].where)
            rows = rows.filter(~rows.is_in(spoilt.implode()))
        found.append(_broken(rows, column, contract.sentence(rule)))
    return found


def _of_registers(
    frame: pl.DataFrame, contract: Contract, known_codes: Mapping[str, pl.Series]
) -> list[pl.DataFrame]:
    """Codes that stand in no register."""
    found = []
    for column, meaning in contract.meanings.items():
        known = known_codes.get(meaning.refers_to or "")
        if known is None or known.is_empty():
            continue
        unknown = (
            frame.select("_row", column)
            .drop_nulls()
            .join(known.to_frame(column), on=column, how="anti")
        )
        name = REGISTER_NAMES[meaning.refers_to or ""]
        found.append(_broken(unknown["_row"], column, f"{contract.title(column)}不在{name}中"))
    return found


def _broken(rows: pl.Series, column: str, sentence: str) -> pl.DataFrame:
    return rows.to_frame("_row").with_columns(column=pl.lit(column), rule=pl.lit(sentence))
