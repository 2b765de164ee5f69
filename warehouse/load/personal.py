"""Personal data: replaced by a keyed hash before anything is written."""

from __future__ import annotations

import re
from hashlib import blake2b

import polars as pl

from warehouse.feeds.contract import Contract

#: Headings of columns that no contract knows but that plainly hold personal data.
_PERSONAL = re.compile(
    r"姓名|身份证|证件号|手机|电话|联系方式|住址|地址|门牌"
    r"|(?:^|_)(?:person_?name|full_?name|phone|mobile|id_?card|e?mail|(?:full_)?address|street_number)(?:$|_)",
    re.IGNORECASE,
)


def is_personal(heading: str) -> bool:
    """Whether an unknown column's heading says that it holds personal data."""
    return bool(_PERSONAL.search(heading))


def hashed(cells: pl.Series, key: str) -> pl.Series:
    """Each value as 32 hex digits of a keyed hash: equal values stay equal, nothing else shows."""
    text = cells.cast(pl.String)
    unique = text.unique().drop_nulls()
    secret = blake2b(key.encode(), digest_size=32).digest()
    digests = [blake2b(value.encode(), key=secret, digest_size=16).hexdigest() for value in unique]
    return text.replace_strict(unique, digests, default=None, return_dtype=pl.String)


def hash_columns(frame: pl.DataFrame, contract: Contract, key: str) -> pl.DataFrame:
    """The contract's pii columns hashed."""
    personal = [name for name, meaning in contract.meanings.items() if meaning.pii]
    return frame.with_columns(hashed(frame[name], key) for name in personal)
