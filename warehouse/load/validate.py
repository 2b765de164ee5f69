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
    nothing = pl.DataFrame(schema=_BROKEN)
    unread = pl.concat([nothing, *(_of_trouble(trouble, rows) for trouble in values.troubles)])
    refused = [*_of_schema(frame, contract), *_of_registers(frame, contract, known_codes)]
    # Of a cell that could not be read, that is enough to know.
    more = pl.concat([nothing, *refused]).join(unread, on=["_row", "column"], how="anti")
    broken = pl.concat([unread, more])
    if broken.is_empty():
        return frame, pl.DataFrame(schema={"_row": pl.Int64, "rules": pl.List(pl.String)})
    bad = broken.group_by("_row", maintain_order=True).agg(rules=pl.col("rule")).sort("_row")
    return frame.join(bad, on="_row", how="anti", maintain_order="left"), bad


def _of_trouble(trouble: Trouble, rows: pl.Series) -> pl.DataFrame:
    return _broken(rows.filter(trouble.where), trouble.column, trouble.sentence)


def _of_schema(frame: pl.DataFrame, contract: Contract) -> list[pl.DataFrame]:
    """What dataframely finds."""
    _, failure = contract.schema.filter(frame)
    counts = failure.counts()
    if not counts:
        return []
    details = failure.details()
    return [
        _broken(
            details.filter(pl.col(rule) == "invalid")["_row"],
            rule.partition("|")[0],
            contract.sentence(rule),
        )
        for rule in counts
    ]


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
