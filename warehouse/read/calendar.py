"""The site's calendar: which days are not as their weekday would have it."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def exceptions(scope: Scope, first: date, last: date) -> pl.DataFrame:
    """Legal holidays and adjusted workdays from one day to another, both included.

    Returns:
        `date`, `is_workday`, `day_kind`, `holiday_name`, in their order.
    """
    return fetch(
        scope,
        """
        select date, is_workday, day_kind, holiday_name
        from core.dim_dates
        where date between $first and $last and holiday_name is not null
        order by date
        """,
        first=first,
        last=last,
    )


def workdays(scope: Scope, first: date, last: date) -> int:
    """How many workdays there are from one day to another, both included."""
    found = fetch(
        scope,
        """
        select count(*) as days from core.dim_dates
        where is_workday and date between $first and $last
        """,
        first=first,
        last=last,
    )
    return int(found["days"][0])
