"""The catalogue of indicators as a reference book: words, trends, leagues, months by places."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.lineage import lineage


def entries(scope: Scope) -> pl.DataFrame:
    """All of `mart_catalogue_indicators`, by group and code."""
    return fetch(
        scope,
        "from marts.mart_catalogue_indicators order by governance_order, indicator_code",
    )


def feed_names(scope: Scope) -> dict[str, str]:
    """Chinese name of each feed of the catalogue, in its order."""
    rows = fetch(scope, "select feed_code, feed_name from reference.feeds order by sort_order")
    return dict(rows.iter_rows())


def feeds_by_measure(scope: Scope) -> dict[str, tuple[str, ...]]:
    """The feeds that each measure is counted in; nothing where the build kept no lineage."""
    known = lineage(scope)
    if known is None:
        return {}
    return {
        measure: feeds for model in known.models.values() for measure, feeds in model.feeds.items()
    }


def last_values(scope: Scope, area_code: str, first: date, last: date) -> pl.DataFrame:
    """Months and quarters of all indicators at one place, oldest first.

    Args:
        scope: What is read.
        area_code: The place.
        first: Periods that begin on this day or later,
        last: and on this day or earlier.

    Returns:
        `indicator_code`, `period_type`, `period_start`, `value`.
    """
    return fetch(
        scope,
        """
        select indicator_code, period_type, period_start, value
        from indicators.indicator_values
        where area_code = $area_code
            and period_type in ('month', 'quarter')
            and period_start between $first and $last
        order by indicator_code, period_type, period_start
        """,
        area_code=area_code,
        first=first,
        last=last,
    )


def trend(
    scope: Scope, indicator_code: str, area_code: str, period_type: str, span: tuple[date, date]
) -> pl.DataFrame:
    """One indicator of one place over periods that begin in a span, oldest first.

    Returns:
        `period_start`, `label`, `value`, `numerator`, `denominator`, `target`, `status`,
        `is_complete`, `is_small_sample`.
    """
    return fetch(
        scope,
        """
        select
            period_start, label, value, numerator, denominator, target, status, is_complete,
            is_small_sample
        from indicators.indicator_readings
        where indicator_code = $indicator_code
            and area_code = $area_code
            and period_type = $period_type
            and period_start between $first and $last
        order by period_start
        """,
        indicator_code=indicator_code,
        area_code=area_code,
        period_type=period_type,
        first=span[0],
        last=span[1],
    )


def days(scope: Scope, indicator_code: str, area_code: str, *, count: int) -> pl.DataFrame:
    """The last 24-hour windows with the range they were expected in, oldest first.

    Returns:
        `day`, `reported` (the value), `low`, `high` (null without history), `standing`.
    """
    return fetch(
        scope,
        """
        select * from (
            select
                period_start as day,
                value as reported,
                usual_low as low,
                usual_high as high,
                standing
            from indicators.expected_ranges
            where indicator_code = $indicator_code
                and area_code = $area_code
                and period_type = 'last24h'
            order by period_start desc
            limit $count
        ) as latest
        order by day
        """,
        indicator_code=indicator_code,
        area_code=area_code,
        count=count,
    )


def league(
    scope: Scope, indicator_code: str, parent_code: str, period_type: str, period_start: date
) -> pl.DataFrame:
    """An indicator at all places right below one, with or without a value there.

    Returns:
        `area_code`, `area_name`, and of `indicator_readings` `value`, `numerator`,
        `denominator`, `change`, `target`, `severe_line`, `status`, `is_small_sample`; in the
        order of the codes.
    """
    return fetch(
        scope,
        """
        select
            areas.area_code,
            areas.area_name,
            readings.value,
            readings.numerator,
            readings.denominator,
            readings.change,
            readings.previous_value,
            readings.target,
            readings.severe_line,
            readings.status,
            readings.is_small_sample
        from marts.mart_event_areas as areas
        left join (
            from indicators.indicator_readings
            where indicator_code = $indicator_code
                and period_type = $period_type
                and period_start = $period_start
        ) as readings
            on areas.area_code = readings.area_code
        where areas.parent_code = $parent_code
        order by areas.area_code
        """,
        indicator_code=indicator_code,
        parent_code=parent_code,
        period_type=period_type,
        period_start=period_start,
    )


def months_by_place(
    scope: Scope, indicator_code: str, parent_code: str, period_type: str, span: tuple[date, date]
) -> pl.DataFrame:
    """An indicator at the places right below one, over periods that begin in a span.

    Returns:
        `area_code`, `area_name`, `period_start`, `label`, `value`, `numerator`,
        `denominator`, `is_small_sample`; by place and period.
    """
    return fetch(
        scope,
        """
        select
            areas.area_code,
            areas.area_name,
            readings.period_start,
            readings.label,
            readings.value,
            readings.numerator,
            readings.denominator,
            readings.is_small_sample
        from indicators.indicator_readings as readings
        inner join marts.mart_event_areas as areas
            on readings.area_code = areas.area_code
            and areas.parent_code = $parent_code
        where readings.indicator_code = $indicator_code
            and readings.period_type = $period_type
            and readings.period_start between $first and $last
        order by areas.area_code, readings.period_start
        """,
        indicator_code=indicator_code,
        parent_code=parent_code,
        period_type=period_type,
        first=span[0],
        last=span[1],
    )
