"""Assessment: the league table, what a total is made of, and how ranks moved.

Results are published to every unit (通报), so a narrower scope sees the whole table.
"""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def groups(scope: Scope) -> pl.DataFrame:
    """Every period of every scheme at a glance; what the filters of a page can offer.

    Returns:
        The columns of `mart_rank_groups`, the first scheme and the newest period first. The
        empty `peer_group` is all groups of a level together.
    """
    return fetch(
        scope,
        """
        from marts.mart_rank_groups
        order by scheme_no, period_start desc, level desc, peer_group
        """,
    )


def board(scope: Scope, scheme_code: str, period_start: date, level: str) -> pl.DataFrame:
    """The league table of a level, group by group, the best first and the unranked last.

    Returns:
        The columns of `mart_rank_board`; no rows for a period that was not assessed.
    """
    return fetch(
        scope,
        """
        from marts.mart_rank_board
        where scheme_code = $scheme_code
            and period_start = $period_start
            and level = $level
        order by peer_group, rank nulls last, total desc, area_code
        """,
        scheme_code=scheme_code,
        period_start=period_start,
        level=level,
    )


def items(scope: Scope, scheme_code: str, period_start: date, level: str) -> pl.DataFrame:
    """What the totals of a level are made of: a row per place and item.

    Returns:
        The columns of `mart_rank_items`. An item without a value has null points.
    """
    return fetch(
        scope,
        """
        from marts.mart_rank_items
        where scheme_code = $scheme_code
            and period_start = $period_start
            and level = $level
        order by area_code, item_no
        """,
        scheme_code=scheme_code,
        period_start=period_start,
        level=level,
    )


def history(
    scope: Scope, scheme_code: str, level: str, peer_group: str, months: tuple[date, date]
) -> pl.DataFrame:
    """Ranks of a group's places from the first of two months to the second, both included.

    Returns:
        The columns of `mart_rank_history`; a month without a rank has a null rank.
    """
    return fetch(
        scope,
        """
        from marts.mart_rank_history
        where scheme_code = $scheme_code
            and peer_group = $peer_group
            and level = $level
            and period_start between $since and $until
        order by period_start, rank nulls last, area_code
        """,
        scheme_code=scheme_code,
        peer_group=peer_group,
        level=level,
        since=months[0],
        until=months[1],
    )
