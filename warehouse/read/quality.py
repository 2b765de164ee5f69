"""Rhythm of the feeds, matters over several channels, and questions about habits."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def batches(scope: Scope) -> pl.DataFrame:
    """One row per feed with a rhythm; columns as `mart_feed_batches`."""
    return fetch(scope, "select * from marts.mart_feed_batches order by feed_code")


def feed_days(scope: Scope) -> pl.DataFrame:
    """One row per feed and day of the last 60, newest first; columns as `mart_feed_days`."""
    return fetch(scope, "select * from marts.mart_feed_days order by date desc, sort_order")


def conservation(scope: Scope) -> pl.DataFrame:
    """One row per feed; columns as `mart_data_conservation`."""
    return fetch(scope, "select * from marts.mart_data_conservation order by sort_order, feed_code")


def questions(scope: Scope, *, signal_code: str | None = None) -> pl.DataFrame:
    """One row per signal, unit and month that gives a question, the newest and farthest first.

    Columns as `mart_integrity_questions`.
    """
    return fetch(
        scope,
        """
        select * from marts.mart_integrity_questions
        where is_question
            and ($signal_code is null or signal_code = $signal_code)
        order by month_start desc, level = 'community', deviations desc, area_code
        """,
        signal_code=signal_code,
    )


def signals(scope: Scope) -> pl.DataFrame:
    """One row per signal, in order, with how many units and months were judged and asked.

    `signal_code`, `signal_name`, `base_name`, `hit_name`, `rule`, `question`, `sort_order`,
    `base_count`, `hit_count`, `judged_count`, `asked_count`, `asked_units`.
    """
    return fetch(scope, "select * from marts.mart_integrity_signals order by sort_order")


def question_rows(
    scope: Scope, *, signal_code: str, area_code: str, month_start: date, limit: int | None = None
) -> pl.DataFrame:
    """The events behind one question, in order of time; columns as `mart_integrity_rows`."""
    return fetch(
        scope,
        """
        select * from marts.mart_integrity_rows
        where signal_code = $signal_code
            and area_code = $area_code
            and month_start = $month_start
        order by happened_at, event_id
        limit $limit
        """,
        signal_code=signal_code,
        area_code=area_code,
        month_start=month_start,
        limit=limit,
    )


def threads(scope: Scope, *, limit: int) -> pl.DataFrame:
    """Threads over two channels or more, most closings first; columns as `mart_threads`."""
    return fetch(
        scope,
        """
        select * from marts.mart_threads
        where channel_count >= 2
        order by channel_count desc, closed_count desc, after_closing_count desc, last_at desc
        limit $limit
        """,
        limit=limit,
    )


def thread_members(scope: Scope, *, thread_key: str) -> pl.DataFrame:
    """The entries of one thread, in order of time; columns as `mart_thread_members`."""
    return fetch(
        scope,
        """
        select * from marts.mart_thread_members
        where thread_key = $thread_key
        order by position
        """,
        thread_key=thread_key,
    )


def thread_rules(scope: Scope) -> pl.DataFrame:
    """How entries are linked, the surest rule first; columns as `mart_thread_rules`."""
    return fetch(
        scope, "select * from marts.mart_thread_rules order by confidence desc, link_count desc"
    )


def duplicates(scope: Scope, *, limit: int) -> pl.DataFrame:
    """Reports that seem to be another one, newest first; columns as `mart_data_duplicates`."""
    return fetch(
        scope,
        "select * from marts.mart_data_duplicates order by reported_at desc limit $limit",
        limit=limit,
    )


def repeats(scope: Scope, *, limit: int) -> pl.DataFrame:
    """Repeated demands, the most frequent first; columns as `mart_data_repeats`."""
    return fetch(
        scope,
        """
        select * from marts.mart_data_repeats
        order by demand_count desc, after_closing_count desc, last_at desc
        limit $limit
        """,
        limit=limit,
    )
