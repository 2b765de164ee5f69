"""What supervision found, checks against the standard, and tasks: the lists of a period's report.

Every list has an order of its own that no two rows share, so that "the third row" says which.
"""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def findings(scope: Scope, area_code: str, period_type: str, start: date) -> pl.DataFrame:
    """Findings on the books of a place in a period, what is overdue first.

    Args:
        scope: What is read.
        area_code: The place; findings of all places below it are its own.
        period_type: `quarter`, `half` or `year`.
        start: First day of the period.

    Returns:
        The columns of `mart_report_findings`; their state is that of the end of the period.
    """
    return fetch(
        scope,
        """
        select findings.*
        from marts.mart_report_findings as findings
        inner join core.bridge_area_ancestors as bridge
            on findings.area_code = bridge.area_code
        where bridge.ancestor_code = $area_code
            and findings.period_type = $period_type
            and findings.period_start = $start
        order by findings.state_order, findings.days_late desc nulls last, findings.due_on,
            findings.finding_id
        """,
        area_code=area_code,
        period_type=period_type,
        start=start,
    )


def finding_units(scope: Scope, area_code: str, period_type: str, start: date) -> pl.DataFrame:
    """The same by the unit that must act: the columns of `mart_report_finding_units`."""
    return fetch(
        scope,
        """
        from marts.mart_report_finding_units
        where area_code = $area_code and period_type = $period_type and period_start = $start
        order by overdue_count desc, late_count desc, due_count desc, unit_code
        """,
        area_code=area_code,
        period_type=period_type,
        start=start,
    )


def finding_matters(scope: Scope, area_code: str, period_type: str, start: date) -> pl.DataFrame:
    """What was found in a period, the most frequent first: `mart_report_finding_matters`."""
    return fetch(
        scope,
        """
        from marts.mart_report_finding_matters
        where area_code = $area_code and period_type = $period_type and period_start = $start
        order by row_no
        """,
        area_code=area_code,
        period_type=period_type,
        start=start,
    )


def compliance(scope: Scope, area_code: str, period_type: str, start: date) -> pl.DataFrame:
    """Checks by dimension, grids first: the columns of `mart_report_compliance`."""
    return fetch(
        scope,
        """
        from marts.mart_report_compliance
        where area_code = $area_code and period_type = $period_type and period_start = $start
        order by unit_kind desc, dimension_order
        """,
        area_code=area_code,
        period_type=period_type,
        start=start,
    )


def tasks(scope: Scope, area_code: str, period_type: str, start: date) -> pl.DataFrame:
    """Tasks and listed problems on the books, what is overdue first.

    Returns:
        The columns of `mart_report_tasks`; their state is that of the end of the period.
    """
    return fetch(
        scope,
        """
        select tasks.*
        from marts.mart_report_tasks as tasks
        inner join core.bridge_area_ancestors as bridge
            on tasks.area_code = bridge.area_code
        where bridge.ancestor_code = $area_code
            and tasks.period_type = $period_type
            and tasks.period_start = $start
        order by tasks.state_order, tasks.days_late desc nulls last, tasks.due_on, tasks.task_id
        """,
        area_code=area_code,
        period_type=period_type,
        start=start,
    )
