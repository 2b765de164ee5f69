"""Assessment: the league table, what a total is made of, and how ranks moved.

Results are published to every unit (通报), so a narrower scope sees the whole table.
"""

from __future__ import annotations

from collections.abc import Sequence
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


def assessed(scope: Scope, area_codes: Sequence[str]) -> pl.DataFrame:
    """Periods in which some of these places were assessed; also where other places are closed.

    What became of others plays no part, so that who may not see them is told the same.

    Returns:
        `scheme_code`, `scheme_no`, `period_type`, `period_start`, `period_end`, `is_complete`,
        `has_ranks`; the first scheme and the newest period first.
    """
    return fetch(
        scope,
        """
        select
            scheme_code, scheme_no, period_type, period_start, period_end, is_complete,
            count(rank) > 0 as has_ranks
        from marts.mart_rank_board
        where area_code in (select unnest($area_codes::varchar []))
        group by all
        order by scheme_no, period_start desc
        """,
        area_codes=list(area_codes),
    )


def board(scope: Scope, scheme_code: str, period_start: date, level: str) -> pl.DataFrame:
    """The league table of a level, group by group, the best first and the unranked last.

    Returns:
        The columns of `mart_rank_board`; no rows for a period that was not assessed.
    """
    found = fetch(
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
    # A version from before the reasons were published may be served again (`rollback`).
    if "decision_reasons" not in found.columns:
        found = found.with_columns(pl.lit(None, pl.String).alias("decision_reasons"))
    return found


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


def completeness(scope: Scope, scheme_code: str, period_start: date) -> pl.DataFrame:
    """How complete the data of a period are, the least complete feed first.

    Returns:
        The columns of `mart_rank_completeness`; no rows for a scheme that names no feeds.
    """
    return fetch(
        scope,
        """
        from marts.mart_rank_completeness
        where scheme_code = $scheme_code
            and period_start = $period_start
        order by state = 'complete', days_covered / days_due, sort_order
        """,
        scheme_code=scheme_code,
        period_start=period_start,
    )


def losses(scope: Scope, scheme_code: str, period_start: date, level: str) -> pl.DataFrame:
    """What cost every place most, and where half of it would take the place.

    Returns:
        The columns of `mart_rank_losses`; only places that are ranked.
    """
    return fetch(
        scope,
        """
        from marts.mart_rank_losses
        where scheme_code = $scheme_code
            and period_start = $period_start
            and level = $level
        order by area_code
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


def changes(scope: Scope, scheme_code: str, period_start: date, level: str) -> pl.DataFrame:
    """Why totals and ranks changed: a row per place and aspect, in the order of the aspects.

    Returns:
        The columns of `mart_rank_changes`. The parts of a place add up to its change; a place
        without a rank in one of the two periods has no row.
    """
    return fetch(
        scope,
        """
        from marts.mart_rank_changes
        where scheme_code = $scheme_code
            and period_start = $period_start
            and level = $level
        order by area_code, step_no
        """,
        scheme_code=scheme_code,
        period_start=period_start,
        level=level,
    )


def corrections(scope: Scope, scheme_code: str, period_start: date, level: str) -> pl.DataFrame:
    """What later data made of a sealed period: a row per place and item that differs today.

    Returns:
        The columns of `mart_rank_corrections`; no rows for a period that is not sealed.
    """
    return fetch(
        scope,
        """
        from marts.mart_rank_corrections
        where scheme_code = $scheme_code
            and period_start = $period_start
            and level = $level
        order by peer_group, area_code, item_no
        """,
        scheme_code=scheme_code,
        period_start=period_start,
        level=level,
    )


def correction_rows(
    scope: Scope, scheme_code: str, period_start: date, area_code: str, item_code: str
) -> pl.DataFrame:
    """The rows behind a correction, with file and row.

    Returns:
        The columns of `mart_rank_correction_rows`, what came first.
    """
    return fetch(
        scope,
        """
        from marts.mart_rank_correction_rows
        where scheme_code = $scheme_code
            and period_start = $period_start
            and area_code = $area_code
            and item_code = $item_code
        order by kind, part, source_file, source_row
        """,
        scheme_code=scheme_code,
        period_start=period_start,
        area_code=area_code,
        item_code=item_code,
    )


def grid_support(scope: Scope, street_code: str | None = None) -> pl.DataFrame:
    """Grids that need support, by place; never by how good they are.

    Returns:
        The columns of `mart_grid_support`, of one street or of all.
    """
    return fetch(
        scope,
        """
        from marts.mart_grid_support
        where $street_code is null or street_code = $street_code
        order by area_code
        """,
        street_code=street_code,
    )
