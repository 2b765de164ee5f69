"""What a list of records is asked for: a place, a period and what narrows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

#: Name of a dimension -> its column with the code and its column with the words.
DIMENSIONS = {
    "kind": ("kind", "kind"),
    "channel": ("channel", "channel"),
    "state": ("state", "state"),
    "department": ("department_code", "department_name"),
}

#: What a list can be narrowed to; the figures above it count the same records.
SHOWN = {
    "all": "is_open and $is_current or opened_at >= $start_at and opened_at < $end_at",
    "opened": "opened_at >= $start_at and opened_at < $end_at",
    "open": "is_open",
    "overdue": "is_open and is_overdue",
    "due_soon": "is_open and time_status = 'due_soon'",
    "closed": "closed_at >= $start_at and closed_at < $end_at",
}
# Those that happen in a period, in the one before.
_BEFORE = {
    "opened": "opened_at >= $previous_start_at and opened_at < $previous_end_at",
    "closed": "closed_at >= $previous_start_at and closed_at < $previous_end_at",
}
#: Those that can be compared with the period before.
FLOWS = frozenset(_BEFORE)

#: Which records a reader may see at all.
READABLE = """
    ($reader_area is null or area_code in (
        select area_code from core.bridge_area_ancestors where ancestor_code = $reader_area
    ))
"""
_MATCHES = """
    <readable>
    and area_code in (
        select area_code from core.bridge_area_ancestors where ancestor_code = $area_code
    )
    and ($kind is null or kind = $kind)
    and ($channel is null or channel = $channel)
    and ($state is null or state = $state)
    and ($department_code is null or department_code = $department_code)
    and ($text is null or contains(search_text, $text))
"""


@dataclass(frozen=True)
class RecordFilter:
    """One view of a set of records. Whatever is None does not narrow.

    Attributes:
        area_code: Records of this place and everything below it.
        start_at: Begin of the period.
        end_at: End of the period, not included, at most the data cut.
        previous_start_at: Begin of the period that it is compared with.
        previous_end_at: Its end, not included.
        is_current: The period reaches the data cut, so that records of before that are still
            open belong to it.
        is_trailing: Days are the 24-hour windows that end at `end_at`, not calendar days.
        kind: In the words of the mart.
        channel: The second dimension of the set, in the words of the mart.
        state: In the words of the mart.
        department_code: Who must act.
        text: Words to look for.
    """

    area_code: str
    start_at: datetime
    end_at: datetime
    previous_start_at: datetime
    previous_end_at: datetime
    is_current: bool = False
    is_trailing: bool = False
    kind: str | None = None
    channel: str | None = None
    state: str | None = None
    department_code: str | None = None
    text: str | None = None

    @property
    def is_plain(self) -> bool:
        """Whether only period and place are told, as an indicator's value has them."""
        narrowing = (self.kind, self.channel, self.state, self.department_code, self.text)
        return not any(narrowing)

    @property
    def last_day(self) -> date:
        """Last day of the period, included."""
        return (self.end_at - timedelta(microseconds=1)).date()

    def parameters(self, reader_area: str | None) -> dict[str, Any]:
        """Values of everything that a query of `records` may name, except its own."""
        return {
            "reader_area": reader_area,
            "area_code": self.area_code,
            "start_at": self.start_at,
            "end_at": self.end_at,
            "previous_start_at": self.previous_start_at,
            "previous_end_at": self.previous_end_at,
            "is_current": self.is_current,
            "is_trailing": self.is_trailing,
            "last_day": self.last_day,
            "kind": self.kind,
            "channel": self.channel,
            "state": self.state,
            "department_code": self.department_code,
            "text": self.text.lower() if self.text else None,
        }


def written(sql: str, mart: str, *, shown: str = "all", dimension: str = "kind") -> str:
    """A query with its places filled in, from this module's own words only.

    Args:
        sql: Names `<mart>`, `<matches>`, `<readable>`, `<shown>` and `<shown before>`, any key of
            `SHOWN`, `<opened before>`, `<closed before>`, `<dimension>`, `<code>`, `<words>`.
        mart: Of the record set.
        shown: A key of `SHOWN`.
        dimension: A key of `DIMENSIONS`.
    """
    code, words = DIMENSIONS[dimension]
    filled = {
        "<matches>": _MATCHES,
        "<readable>": READABLE,
        "<mart>": mart,
        "<shown>": f"({SHOWN[shown]})",
        "<shown before>": f"({_BEFORE.get(shown, 'false')})",
        "<dimension>": f"'{dimension}'",
        "<code>": code,
        "<words>": words,
        **{f"<{name}>": f"({condition})" for name, condition in SHOWN.items()},
        **{f"<{name} before>": f"({condition})" for name, condition in _BEFORE.items()},
    }
    for place, inside in filled.items():
        sql = sql.replace(place, inside)
    return sql
