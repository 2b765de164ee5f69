"""Everything that the weekly report of one place says, read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read import places, ranking, weekly
from warehouse.read.site import names_in
from warehouse.settings import settings

Row = dict[str, Any]


class NoSuchReportError(Exception):
    """The place or the week is not in the warehouse."""


@dataclass(frozen=True)
class Brief:
    """The data of one weekly report.

    Attributes:
        lines: Main table by indicator code.
        below: Main table of the places right below, one row per place and line.
        classes: Events of the week by class, and `classes_before` those of the week before.
        overdue: Events overdue and open at `moment`, the longest first.
        board: League table of the places below, of the newest assessed month that had ended by
            then; empty for a place without ranked places below it.
        moment: End of the week, or the data cut if that comes first.
        as_of: The data cut.
        build_id: The version that was read.
        product_title: What the product is called at this site.
        child_word: What the places right below are called.
    """

    lines: dict[str, Row]
    below: pl.DataFrame
    classes: pl.DataFrame
    classes_before: pl.DataFrame
    overdue: pl.DataFrame
    board: pl.DataFrame
    moment: datetime
    as_of: datetime
    build_id: str
    product_title: str
    child_word: str
    is_demo: bool

    @property
    def head(self) -> Row:
        """Place and week, from the first line."""
        return next(iter(self.lines.values()))

    def value(self, code: str, part: str = "value") -> float | None:
        """A number of a line; None if the line or the number is missing."""
        found: float | None = self.lines.get(code, {}).get(part)
        return found


def gather(scope: Scope, area_code: str, week: date) -> Brief:
    """Read the report of a place and week.

    Args:
        scope: What is read.
        area_code: The place.
        week: Monday of the ISO week.

    Raises:
        NoSuchReportError: With the sentence for the reader.
    """
    lines = weekly.lines(scope, area_code, week)
    if lines.is_empty():
        raise NoSuchReportError(
            f"No weekly figures for place {area_code} and the week from {week}: "
            "the place is unknown, or the week lies outside the data."
        )
    cut = weekly.cut(scope).row(0, named=True)
    first = lines.row(0, named=True)
    end = datetime.combine(first["period_end"], datetime.min.time()) + timedelta(days=1)
    moment = min(end, cut["as_of"])
    below = weekly.below(scope, area_code, week)
    return Brief(
        lines={row["indicator_code"]: row for row in lines.iter_rows(named=True)},
        below=below,
        classes=weekly.classes(scope, area_code, week),
        classes_before=weekly.classes(scope, area_code, week - timedelta(days=7)),
        overdue=weekly.overdue(scope, area_code, moment),
        board=_board(scope, below, moment),
        moment=moment,
        as_of=cut["as_of"],
        build_id=cut["build_id"],
        child_word=_child_word(scope, area_code),
        product_title=names_in(scope.version).product_title,
        is_demo=settings().demo,
    )


def _child_word(scope: Scope, area_code: str) -> str:
    """What the places right below one are called."""
    below = places.children(scope, area_code)
    return str(below["level_name"][0]) if below.height else "单位"


def _board(scope: Scope, below: pl.DataFrame, moment: datetime) -> pl.DataFrame:
    if below.is_empty():
        return pl.DataFrame()
    level = below["level"][0]
    groups = ranking.groups(scope).filter(
        pl.col("is_complete"),
        pl.col("level") == level,
        pl.col("ranked_count") > 0,
        pl.col("period_end") < moment.date(),
    )
    if groups.is_empty():
        return pl.DataFrame()
    newest = groups.row(0, named=True)
    board = ranking.board(scope, newest["scheme_code"], newest["period_start"], level)
    return board.join(below.select("area_code").unique(), on="area_code", how="semi")
