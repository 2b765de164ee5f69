"""What the events page is asked for: a period, a place and what narrows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

# The two relations have the same columns; the cube is the sum of the entries. Only the entries
# know which event they belong to, which a search for words must ask.
_CUBE = "marts.mart_event_cube"
_ENTRIES = "marts.mart_event_entries"


@dataclass(frozen=True)
class EventFilter:
    """One view of the events. Whatever is None does not narrow.

    Attributes:
        area_code: Events of this place and everything below it.
        start_at: Begin of the period.
        end_at: End of the period, not included, at most the data cut.
        first_day: First day of the period; on the trailing clock, the day on which its first
            24-hour window ends.
        last_day: Last day of the period, included.
        previous_first_day: First day of the period that it is compared with.
        previous_last_day: Last day of that period, included.
        is_trailing: Days are the 24-hour windows that end at the data cut, not calendar days.
        is_current: The period reaches the data cut, so that events of before that are still open
            belong to it.
        line: Line of work.
        class_name: Class of the matter.
        source: Who reported.
        stage: Stage that the events are in now.
        department_code: Department responsible now.
        text: Words to look for in number, title, place, matter and department.
    """

    area_code: str
    start_at: datetime
    end_at: datetime
    first_day: date
    last_day: date
    previous_first_day: date
    previous_last_day: date
    is_trailing: bool = False
    is_current: bool = False
    line: str | None = None
    class_name: str | None = None
    source: str | None = None
    stage: str | None = None
    department_code: str | None = None
    text: str | None = None

    @property
    def is_plain(self) -> bool:
        """Whether only period and place are told, as an indicator's value has them."""
        narrowing = (self.line, self.class_name, self.source, self.stage, self.department_code)
        return not any((*narrowing, self.text))

    def narrowing(self) -> dict[str, Any]:
        """Parameters of `MATCHES`."""
        return {
            "area_code": self.area_code,
            "line": self.line,
            "class_name": self.class_name,
            "source": self.source,
            "stage": self.stage,
            "department_code": self.department_code,
        }

    def searching(self) -> dict[str, Any]:
        """Parameters of `MATCHES` and `FINDS`."""
        return {**self.narrowing(), "text": self.text.lower() if self.text else None}


MATCHES = """
    area_code in (
        select area_code from core.bridge_area_ancestors where ancestor_code = $area_code
    )
    and ($line is null or line = $line)
    and ($class_name is null or class_name = $class_name)
    and ($source is null or source = $source)
    and ($stage is null or stage = $stage)
    and ($department_code is null or department_code = $department_code)
"""

FINDS = "($text is null or contains(search_text, $text))"
_FOUND = "event_id in (select event_id from marts.mart_event_list where <finds>)"


def over_entries(sql: str, asked: EventFilter) -> tuple[str, dict[str, Any]]:
    """A query over event entries, and its parameters.

    Args:
        sql: Reads from `<entries>`, which has the columns of the cube, takes `<day>` as the
            day, and narrows by `<matches>`.
        asked: Chooses the relation: the cube, unless words are looked for.
    """
    relation = _ENTRIES if asked.text else _CUBE
    day = "window_date" if asked.is_trailing else "entry_date"
    matches = f"{MATCHES} and {_FOUND.replace('<finds>', FINDS)}" if asked.text else MATCHES
    text = sql.replace("<entries>", relation).replace("<day>", day).replace("<matches>", matches)
    return text, asked.searching() if asked.text else asked.narrowing()
