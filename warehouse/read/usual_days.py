"""Counts by day before the range that is usual on such a day of the week."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

_USUAL = """
    calendar as (
        select ($last_day - place::integer)::date as day
        from range($days::integer + 56) as places (place)
    ),
    ranged as (
        select
            day,
            coalesce(reported, 0) as reported,
            quantile_cont(coalesce(reported, 0), 0.1) over before as low,
            quantile_cont(coalesce(reported, 0), 0.9) over before as high,
            min(day) filter (reported > 0) over () as begin
        from calendar
        left join counted using (day)
        window before as (
            partition by dayofweek(day) order by day rows between 8 preceding and 1 preceding
        )
    )
    select
        day,
        reported,
        case when day >= begin + 49 then low end as low,
        case when day >= begin + 49 then high end as high
    from ranged
    where day > $last_day - $days::integer
    order by day
"""


def before_the_usual(counted: str) -> str:
    """A query of `$days` days up to `$last_day`, each with what is usual on it.

    Gives `day`, `reported`, and P10 and P90 of the same weekday in the eight weeks before as
    `low` and `high`; null without eight weeks of history.

    Args:
        counted: The begin of the query: a CTE `counted` with `day` and `reported`.
    """
    return f"{counted}, {_USUAL}"


def last_whole_day(last_day: date, end_at: datetime, *, is_trailing: bool) -> date:
    """The day with which a line of days ends, so that it never dips in an unfinished one.

    Args:
        last_day: Last day of the period.
        end_at: Its end, not included; at most the data cut.
        is_trailing: Days are the 24-hour windows that end at `end_at`; all of them are whole.
    """
    day_after = last_day + timedelta(days=1)
    is_over = end_at >= datetime.combine(day_after, time())
    return last_day if is_trailing or is_over else last_day - timedelta(days=1)
