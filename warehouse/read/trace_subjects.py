"""Codes that name no indicator: the score of a place in an assessment, or a whole report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from warehouse.access.scope import Scope
from warehouse.periods import Period, period_of
from warehouse.read.connection import fetch
from warehouse.read.trace_codes import check_place, kept_version
from warehouse.settings import settings
from warehouse.trace_code import REPORT, SCORE, Traced, decode, encode
from warehouse.versions import read_record

Row = dict[str, Any]


@dataclass(frozen=True)
class OpenedSubject:
    """What the code of a score and that of a report have in common.

    Attributes:
        code: As it is written.
        traced: What it says.
        version: The build that it was given in, if that is still on disk.
        as_of: The data cut of that build.
        area_name: Name of the place; its code, if it is not in the register any more.
    """

    code: str
    traced: Traced
    version: str | None
    as_of: datetime | None
    area_name: str

    @property
    def period(self) -> Period:
        """The period that it is about."""
        return period_of(self.traced.number.period_type, self.traced.number.period_start)


@dataclass(frozen=True)
class OpenedScore(OpenedSubject):
    """The score of a place.

    Attributes:
        board: Its row of `mart_rank_board` in the code's version, or in the one served if that
            is gone; None if the scheme did not assess the place then.
        items: What the total is made of, item by item: rows of `mart_rank_items`.
        now: Its row in the version served; None if it is not there.
    """

    board: Row | None
    items: list[Row]
    now: Row | None


@dataclass(frozen=True)
class OpenedReport(OpenedSubject):
    """A report as a whole; which one, its number says."""


def open_subject(scope: Scope, text: str) -> OpenedScore | OpenedReport | None:
    """Find a score or a report by its code.

    Args:
        scope: What the reader may see, in the version served now.
        text: The code, however it was typed.

    Returns:
        None if the code is that of an indicator: `trace_codes.open_code` opens those.

    Raises:
        TraceCodeError: It is no code, or was mistyped.
        NotPermittedError: It is about a place that the reader may not see.
    """
    traced = decode(text)
    kind = traced.number.indicator_code[:3]
    if kind not in (SCORE, REPORT):
        return None
    check_place(scope, traced.number.area_code)
    version = kept_version(traced)
    found = OpenedSubject(
        code=encode(traced.number, version or f"{traced.built}-0000"),
        traced=traced,
        version=version,
        as_of=_cut(version) if version else None,
        area_name=_name(scope, traced.number.area_code),
    )
    if kind == REPORT:
        return OpenedReport(**found.__dict__)
    now = _board(scope, traced)
    then = scope if version is None else Scope(version, scope.area_code)
    board = now if then == scope else _board(then, traced)
    items = [] if board is None else _items(then, board)
    return OpenedScore(**found.__dict__, board=board, items=items, now=now)


def _cut(version: str) -> datetime:
    record = read_record(settings().versions / version)
    return datetime.fromisoformat(record["as_of"])


def _name(scope: Scope, area_code: str) -> str:
    found = fetch(
        scope,
        "select area_name from core.dim_areas where area_code = $area_code",
        area_code=area_code,
    )
    return str(found["area_name"][0]) if found.height else area_code


def _board(scope: Scope, traced: Traced) -> Row | None:
    sign, area_code, period_type, period_start = traced.number
    found = fetch(
        scope,
        """
        from marts.mart_rank_board
        where scheme_no = $scheme_no
            and area_code = $area_code
            and period_type = $period_type
            and period_start = $period_start
        """,
        scheme_no=int(sign[4:6]),
        area_code=area_code,
        period_type=period_type,
        period_start=period_start,
    )
    return None if found.is_empty() else found.row(0, named=True)


def _items(scope: Scope, board: Row) -> list[Row]:
    keys = ("scheme_code", "area_code", "period_start")
    found = fetch(
        scope,
        """
        from marts.mart_rank_items
        where scheme_code = $scheme_code
            and area_code = $area_code
            and period_start = $period_start
        order by item_no
        """,
        **{key: board[key] for key in keys},
    )
    return found.to_dicts()
