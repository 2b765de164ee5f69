"""Bars of the parts of something; a click narrows the page to one of them."""

from __future__ import annotations

from functools import partial

import polars as pl

from pages.kit.charts import bar_rows
from pages.kit.filters import tell
from pages.kit.frame import nothing_here
from pages.kit.hits import Hit, rows_with_hits

_BARS = 6


def part_bars(
    rows: pl.DataFrame, key: str, chosen: str | None, *, empty: str = "本期没有可分的记录。"
) -> None:
    """Draw the largest parts, and the rest together.

    Args:
        rows: `choice` (what the address takes, null where nothing can be chosen), `part` (its
            words), `records`, `previous` (null when not compared); the most first.
        key: In the address.
        chosen: The choice that holds now; it is always among the bars. Its click lets go of it.
        empty: What is said when there are none.
    """
    if rows.is_empty():
        nothing_here(empty, "放宽日期或区域。")
        return
    listed = _listed(rows, chosen)
    drawn: list[tuple[str, float, float | None]] = list(
        listed.select("part", "records", "previous").iter_rows()
    )
    rest = rows.join(listed, on="part", how="anti")
    others = f"其他 {rest.height} 类"
    if rest.height:
        before = None if rest["previous"].null_count() else sum(rest["previous"])
        drawn.append((others, sum(rest["records"]), before))
    name = next(iter(listed.filter(pl.col("choice") == chosen)["part"]), None) if chosen else None
    hits = [
        _hit(key, choice, part, chosen) for choice, part in listed.select("choice", "part").rows()
    ]
    rows_with_hits(key, bar_rows(drawn, others=others, chosen=name), hits)


def _hit(key: str, choice: str | None, part: str, chosen: str | None) -> Hit:
    is_on = choice is not None and choice == chosen
    return Hit(
        key=part,
        words=f"取消筛选：{part}" if is_on else f"只看：{part}",
        click=partial(tell, key, None if is_on else choice),
        is_on=choice is not None,
    )


def _listed(rows: pl.DataFrame, chosen: str | None) -> pl.DataFrame:
    if rows.height <= _BARS:
        return rows
    listed = rows.head(_BARS - 1)
    if chosen is None or chosen in listed["choice"]:
        return listed
    return pl.concat([listed.head(_BARS - 2), rows.filter(pl.col("choice") == chosen)])
