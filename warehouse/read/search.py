"""Find things by words or by number, for one field that leads everywhere."""

from __future__ import annotations

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.record_sets import RECORD_SETS

#: Shorter beginnings of a number fit too many records.
SHORTEST_NUMBER = 4
# The list of events, whose columns have names of their own.
_EVENTS = (
    "select event_id as record_id, title, area_path, reported_at as at from marts.mart_event_list"
)
_COLUMNS = "select record_id, title, area_path, opened_at as at from"


def by_words(scope: Scope, words: str, *, limit: int) -> pl.DataFrame:
    """Places, indicators and tasks that have all the words; the best of each kind.

    Args:
        scope: What the reader may see.
        words: Parted by blanks.
        limit: At most so many of a kind.

    Returns:
        `kind`, `entry_id`, `title`, `detail`, `area_code`, `found` (how many the kind has);
        the code itself first, then titles that begin with the words, then that have them.
    """
    return fetch(
        scope,
        """
        with found as (
            select
                *,
                case
                    when lower(entry_id) = $whole then 0
                    when lower(title) = $whole then 1
                    when starts_with(lower(title), $whole) then 2
                    when starts_with(lower(entry_id), $whole) then 3
                    when contains(lower(title), $whole) then 4
                    else 5
                end as nearness
            from marts.mart_search
            where list_bool_and([contains(search_text, word) for word in $words])
                and ($area_code is null or area_code is null or area_code in (
                    select area_code from core.bridge_area_ancestors
                    where ancestor_code = $area_code
                ))
        )
        select kind, entry_id, title, detail, area_code, found
        from (
            select
                *,
                count(*) over (partition by kind) as found,
                row_number() over (
                    partition by kind order by nearness, sort_order, title, entry_id
                ) as place
            from found
        )
        where place <= $limit
        order by kind, place
        """,
        whole=words.lower().strip(),
        words=words.lower().split() or [""],
        area_code=scope.area_code,
        limit=limit,
    )


def by_number(scope: Scope, record_set: str, number: str, *, limit: int) -> pl.DataFrame:
    """Records whose number is, or begins with, what was typed; the exact one first.

    Args:
        scope: What the reader may see.
        record_set: `events`, or a name of `RECORD_SETS`.
        number: As typed, at least `SHORTEST_NUMBER` characters.
        limit: At most so many.

    Returns:
        `record_id`, `title`, `area_path`, `at`.
    """
    rows = _EVENTS if record_set == "events" else f"{_COLUMNS} {RECORD_SETS[record_set].mart}"
    return fetch(
        scope,
        f"from ({rows}) where record_id between $number and $after order by all limit $limit",
        number=number.upper(),
        # Behind everything that begins so.
        after=number.upper() + "\U0010ffff",
        limit=limit,
    )
