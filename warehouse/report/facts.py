"""What a report of one place and period is written from, read from the marts when first asked for.

Nothing here is computed: rows are read, and looked up by code and place.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, Protocol

import polars as pl

from warehouse.access.scope import Scope
from warehouse.periods import Period, period_of
from warehouse.read import calendar, places, ranking, reports
from warehouse.report.document import Part, Source
from warehouse.report.figures import EARLIER
from warehouse.report.kinds import Kind, number_of
from warehouse.report.template import Template, Wording
from warehouse.report.words import whole_word

Row = dict[str, Any]


class Correction(Protocol):
    """A number of a sealed edition that changed since."""

    @property
    def parts(self) -> Sequence[Part]:
        """The sentence: 上周通报91.20%，现为90.40%：补录37件。"""
        ...


class NoSuchReportError(Exception):
    """The place or the period is not in the warehouse."""


class Facts:
    """The data of one report.

    Attributes:
        scope: What is read.
        kind: Which kind of report.
        area_code: Of which place.
        period: Of which period; its type is the kind's.
        template: What the site decided about reports of this kind.
        corrections: Numbers of sealed editions that changed since.
        read_lists: Lists of `lists.py` that were read already.
    """

    def __init__(
        self,
        scope: Scope,
        kind: Kind,
        area_code: str,
        period: Period,
        template: Template,
        corrections: Sequence[Correction] = (),
    ) -> None:
        self.scope = scope
        self.kind = kind
        self.area_code = area_code
        self.period = period
        self.template = template
        self.corrections = corrections
        self.read_lists: dict[str, pl.DataFrame] = {}

    @property
    def wording(self) -> Wording:
        """Which word is used from which change on."""
        return self.template.wording

    @cached_property
    def lines(self) -> dict[str, Row]:
        """The main table, by indicator code, in its order.

        Raises:
            NoSuchReportError: With the sentence for the reader.
        """
        rows = reports.lines(self.scope, self.kind.name, self.area_code, self.period.start)
        if rows.is_empty():
            raise NoSuchReportError(
                f"There are no {self.kind.name} figures of place {self.area_code} for "
                f"{self.period.label}: the place is unknown, or the period lies outside the data."
            )
        return {row["indicator_code"]: row for row in rows.iter_rows(named=True)}

    @property
    def printed_lines(self) -> dict[str, Row]:
        """Those of indicators that places of this level have; the others would all be dashes."""
        return {code: row for code, row in self.lines.items() if row["is_kept"]}

    @cached_property
    def below(self) -> dict[str, dict[str, Row]]:
        """The main table of the places right below: place code, then indicator code."""
        rows = reports.below(self.scope, self.kind.name, self.area_code, self.period.start)
        found: dict[str, dict[str, Row]] = {}
        for row in rows.iter_rows(named=True):
            found.setdefault(row["area_code"], {})[row["indicator_code"]] = row
        return found

    def line(self, code: str) -> Row:
        """One line of the main table.

        Raises:
            KeyError: The report of this kind has no such line.
        """
        return self.lines[code]

    def below_of(self, code: str) -> list[Row]:
        """One indicator at every place right below, in the order of their codes."""
        return [lines[code] for lines in self.below.values()]

    @cached_property
    def classes(self) -> list[Row]:
        """Events of the period by class, the most frequent first; rows that figures understand.

        What all events are not compared with, no class of them is.
        """
        rows = reports.classes(self.scope, self.area_code, self.kind.period_type, self.period.start)
        keys = {
            "indicator_code": "OPS-01",
            "area_code": self.area_code,
            "period_type": self.kind.period_type,
            "period_start": self.period.start,
            "is_complete": self.head["is_complete"],
            "unit": "件",
        }
        whole = self.line("OPS-01")
        keys |= {name: whole[name] for name in ("change", "change_on_year")}
        keys |= {name: None for name in EARLIER.values() if whole[name] is None}
        named = rows.rename(
            {
                "reported": "value",
                "previous_reported": "previous_value",
                "last_year_reported": "last_year_value",
            }
        )
        return [row | keys for row in named.iter_rows(named=True)]

    @cached_property
    def overdue(self) -> pl.DataFrame:
        """Events overdue and open at `moment`, the longest first."""
        return reports.overdue(self.scope, self.area_code, self.moment)

    @cached_property
    def actions(self) -> pl.DataFrame:
        """What the last meeting decided, and what older ones had left open, as of `moment`."""
        rows = reports.actions(self.scope, self.area_code, self.moment, date.min)
        is_of_the_last = pl.col("meeting_on") == pl.col("meeting_on").max()
        was_open = pl.col("done_on").is_null() | (pl.col("done_on") >= self.period.start)
        return rows.filter(is_of_the_last | was_open)

    @cached_property
    def board(self) -> pl.DataFrame:
        """League table of the places right below, of the newest period that had ended at `moment`.

        Empty where none of them is ranked.
        """
        below = places.children(self.scope, self.area_code)
        if below.is_empty():
            return pl.DataFrame()
        level = below["level"][0]
        # Not by the groups: their names of first and last are closed to who sees one place.
        periods = ranking.assessed(self.scope, below["area_code"].to_list()).filter(
            pl.col("is_complete"),
            pl.col("has_ranks"),
            pl.col("period_type") == "month",
            pl.col("period_end") < self.moment.date(),
        )
        if periods.is_empty():
            return pl.DataFrame()
        newest = periods.row(0, named=True)
        board = ranking.board(self.scope, newest["scheme_code"], newest["period_start"], level)
        return board.join(below.select("area_code").unique(), on="area_code", how="semi")

    @property
    def board_items(self) -> pl.DataFrame:
        """What the totals of `board` are made of: the columns of `mart_rank_items`."""
        head = self.board.row(0, named=True)
        return ranking.items(self.scope, head["scheme_code"], head["period_start"], head["level"])

    @cached_property
    def cut(self) -> datetime:
        """The data cut."""
        moment: datetime = reports.cut(self.scope)["as_of"][0]
        return moment

    @property
    def moment(self) -> datetime:
        """End of the period, or the data cut if that comes first."""
        end = datetime.combine(self.period.end + timedelta(days=1), datetime.min.time())
        return min(end, self.cut)

    @property
    def head(self) -> Row:
        """Place and period, from the first line."""
        return next(iter(self.lines.values()))

    def has(self, section: str) -> bool:
        """Whether the site left a section of this kind of report in."""
        return not self.template.sections or section in self.template.sections

    @property
    def at_end(self) -> str:
        """What the moment of stocks is called: 期末, or 目前 in a period that still runs."""
        return "期末" if self.head["is_complete"] else "目前"

    @property
    def here(self) -> str:
        """All of the place: 全市, 全区, 全镇."""
        return whole_word(self.head["level"], self.head["area_name"])

    @cached_property
    def child_word(self) -> str:
        """What the places right below are called: 街道（乡镇）, 社区（村）."""
        below = places.children(self.scope, self.area_code)
        return str(below["level_name"][0]) if below.height else "单位"

    @cached_property
    def days_off(self) -> list[Row]:
        """Legal holidays and adjusted workdays: rows of `calendar.exceptions`."""
        return calendar.exceptions(self.scope, self.period.start, self.period.end).to_dicts()

    @cached_property
    def days_off_before(self) -> list[Row]:
        """Legal holidays of the period before."""
        before = period_of(self.period.kind, self.period.start - timedelta(days=1))
        rows = calendar.exceptions(self.scope, before.start, before.end).to_dicts()
        return [row for row in rows if not row["is_workday"]]

    def own(self, part: str) -> Source:
        """The source of a number that only the report itself has."""
        return Source(number_of(self.kind, self.area_code, self.period.start), part)


def day_words(day: date) -> str:
    """`11月9日`."""
    return f"{day.month}月{day.day}日"
