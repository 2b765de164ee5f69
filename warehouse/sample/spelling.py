"""Frames as real systems print them: Chinese headings, Chinese words for codes."""

from __future__ import annotations

import polars as pl

from warehouse.feeds import contract
from warehouse.feeds.columns import Meaning


def in_chinese(frame: pl.DataFrame, feed: str) -> pl.DataFrame:
    """The frame with the first Chinese spelling that the contract knows for everything."""
    meanings = contract(feed).meanings
    return frame.select(
        _spelled(name, meanings[name]).alias(meanings[name].label) for name in frame.columns
    )


def _spelled(name: str, meaning: Meaning) -> pl.Expr:
    column = pl.col(name)
    if meaning.kind == "flag":
        return column.cast(pl.String).replace({"true": "是", "false": "否"})
    words = {
        code: spelling
        for spelling, code in reversed(list(meaning.words.items()))
        if spelling != code
    }
    if meaning.kind == "choice":
        return column.replace(words)
    if meaning.kind == "choices":
        return column.str.split(";").list.eval(pl.element().replace(words)).list.join("；")
    return column
