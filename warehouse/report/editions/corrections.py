"""What became of the numbers of the last edition: 上周通报91.20%，现为90.40%：补录37件。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from warehouse.access.scope import Scope
from warehouse.periods import parse_period, period_before, period_of
from warehouse.read import printed
from warehouse.report.document import Figure, Part, Source, words_of
from warehouse.report.editions import proof, shelf
from warehouse.report.editions.reasons import Reasons
from warehouse.report.editions.sealing import OWN_PARTS
from warehouse.report.editions.shelf import Report, Sealed
from warehouse.report.kinds import KINDS, period_words
from warehouse.report.words import number
from warehouse.settings import Settings
from warehouse.trace_code import Number

_SUBJECT = ["indicator_code", "area_code", "period_type", "period_start"]
_READ = {"v": "value", "n": "numerator", "d": "denominator"}
_NUMBER = re.compile(r"-?\d+(?:\.(\d+))?")
NO_VALUE = "无数值"


@dataclass(frozen=True)
class Correction:
    """A number of a sealed edition that would be printed otherwise today.

    Attributes:
        name, area_name: The indicator and the place.
        said_in: What the edition is called in a sentence: 上周通报, 本周通报（第1版）.
        edition: The sealed edition.
        was: As it was printed; its source names the sealed version.
        now: As it would be printed; None if it has no value any more.
        reason: Why, as far as it is known: 补录37件、核减2件.
    """

    name: str
    area_name: str
    said_in: str
    edition: Sealed
    was: Figure
    now: Figure | None
    reason: Sequence[Part]

    @property
    def was_words(self) -> str:
        """As it was printed."""
        return self.was.words

    @property
    def now_words(self) -> str:
        """As it would be printed now."""
        return NO_VALUE if self.now is None else self.now.words

    @property
    def reason_words(self) -> str:
        """The reason as plain text."""
        return "".join(words_of(part) for part in self.reason)

    @property
    def parts(self) -> Sequence[Part]:
        """`东街街道按期结案率上周通报91.20%，现为90.40%：补录37件。`"""
        # The report's own place goes without saying.
        place = "" if self.was.source.number.area_code == self.edition.area_code else self.area_name
        head = f"{place}{self.name}{self.said_in}"
        now = NO_VALUE if self.now is None else self.now
        return [head, self.was, "，现为", now, "：", *self.reason, "。"]


def corrections(
    scope: Scope, site: Settings, kind: str, area_code: str, period_start: date
) -> list[Correction]:
    """What a report has to correct of what was said before it.

    The newest edition of the period before and of its own period are compared with the version
    that is read; an indicator of a place is told once, by its value rather than by what it divides.

    Args:
        scope: The version that the report is made from.
        site: Whose editions.
        kind: Of the report.
        area_code: Of the report.
        period_start: Of the report.

    Raises:
        EditionFaultError: A sealed edition is not what was sealed.
    """
    this = period_of(KINDS[kind].period_type, period_start)
    known = shelf.editions(site, kind, area_code)
    return corrections_against(scope, site, Report(kind, area_code, this.label), known)


def corrections_of(scope: Scope, site: Settings, sealed: Sealed) -> list[Correction]:
    """What a sealed edition had to correct: of those that had been sealed before it.

    Args:
        scope: The version of the edition.
        site: Whose editions.
        sealed: The edition.

    Raises:
        EditionFaultError: A sealed edition is not what was sealed.
    """
    known = [
        one
        for one in shelf.editions(site, sealed.kind, sealed.area_code)
        if (one.n < sealed.n if one.report == sealed.report else one.sealed_at <= sealed.sealed_at)
    ]
    return corrections_against(scope, site, sealed.report, known)


def corrections_against(
    scope: Scope, site: Settings, report: Report, known: Sequence[Sealed]
) -> list[Correction]:
    """What a report had to correct when these were the editions, in the order of the shelf.

    Compared are the newest of the period before and the newest of its own.
    """
    kind = KINDS[report.kind]
    before = period_before(kind.period_type, parse_period(report.label).start)
    last = next((one for one in known if one.label == before.label), None)
    own = next((one for one in known if one.label == report.label), None)
    found = [] if last is None else _since(scope, site, last, f"{kind.before}通报")
    if own is not None:
        told = {one.was.source.number for one in found}
        again = _since(scope, site, own, f"{kind.this}通报（第{own.n}版）")
        # Charts show earlier periods again; what was told of them is not told twice.
        found += [one for one in again if one.was.source.number not in told]
    return found


def _since(scope: Scope, site: Settings, sealed: Sealed, said_in: str) -> list[Correction]:
    if sealed.version == scope.version:
        return []
    differing = list(_differing(scope, proof.numbers(sealed), sealed))
    if not differing:
        return []
    why = Reasons(scope, site, sealed, [_number(row) for row, _ in differing])
    return [
        Correction(
            name=_name(row, sealed, why),
            area_name=row["area_name"] or row["area_code"],
            said_in=said_in,
            edition=sealed,
            was=_figure(row, row["words"], row["value"], sealed.version),
            now=None if now is None else _figure(row, now[0], now[1], None),
            reason=why.of(_number(row)),
        )
        for row, now in differing
    ]


def _differing(
    scope: Scope, numbers: pl.DataFrame, sealed: Sealed
) -> Iterator[tuple[dict[str, Any], tuple[str, float] | None]]:
    """Figures that would be printed otherwise, with words and value now; one per indicator, place.

    Of the periods that a report prints, as charts do, its own goes before the latest.
    """
    own = _own(numbers, sealed)
    subjects = own.select(_SUBJECT).unique(maintain_order=True)
    found = printed.readings(scope, [Number(*row) for row in subjects.iter_rows()])
    today = {tuple(row[key] for key in _SUBJECT): row for row in found.iter_rows(named=True)}
    # A place that the reader may not see has no reading, which is no correction.
    seen = shelf.readable(scope, set(own["area_code"]))
    for (_, area_code), rows in own.group_by(_SUBJECT[:2], maintain_order=True):
        if area_code not in seen:
            continue
        for row in rows.iter_rows(named=True):
            reading = today.get(tuple(row[key] for key in _SUBJECT))
            value = None if reading is None else reading[_READ[row["part"]]]
            now = None if value is None else (_printed(row, value), value)
            if now is None or now[0] != row["words"]:
                yield row, now
                break


def _own(numbers: pl.DataFrame, sealed: Sealed) -> pl.DataFrame:
    """The values, numerators and denominators that an edition states itself, once each.

    Indicators and places are in the order of the paper; of each the report's own period comes
    first, and of each period the value.
    """
    # Scores have seals of their own, and what a report counts itself has no reading.
    stated = numbers.filter(
        pl.col("part").is_in(OWN_PARTS),
        pl.col("value").is_not_null(),
        ~pl.col("indicator_code").str.contains("^(KHF|RPT)"),
        version=sealed.version,
    )
    once = stated.unique([*_SUBJECT, "part"], keep="first", maintain_order=True)
    is_other = (pl.col("period_type") != sealed.period_type) | (
        pl.col("period_start") != sealed.period_start
    )
    return once.sort(
        pl.int_range(pl.len()).min().over(_SUBJECT[:2]),
        is_other,
        -pl.col("period_start").to_physical(),
        pl.col("part").replace_strict(list(OWN_PARTS), [0, 1, 2], return_dtype=pl.Int32),
        maintain_order=True,
    )


def _name(row: dict[str, Any], sealed: Sealed, why: Reasons) -> str:
    """按期结案率; 按期结案率（应结案数） for a part; 事件上报量（2026年第45周） for then."""
    told = []
    if row["part"] != "v":
        told.append(why.measure_name(row["indicator_code"], row["part"]))
    if (row["period_type"], row["period_start"]) != (sealed.period_type, sealed.period_start):
        told.append(_period_name(row["period_type"], row["period_start"]))
    name = row["name"] or row["indicator_code"]
    return f"{name}（{'，'.join(told)}）" if told else name


def _period_name(kind: str, start: date) -> str:
    if kind not in {known.period_type for known in KINDS.values()}:
        return f"{start.month}月{start.day}日"
    return period_words(period_of(kind, start)).partition("（")[0]


def _printed(row: dict[str, Any], value: float) -> str:
    """A value in the words of another one of the same number: `93.72%` gives `90.40%`."""
    found = _NUMBER.search(row["words"])
    decimals = len(found[1] or "") if found else 0
    if found is None or number(row["value"], decimals) != found[0]:
        # Printed in a way of its own; the same value has the same words.
        return str(row["words"]) if value == row["value"] else f"{value:g}"
    return str(
        row["words"][: found.start()] + number(value, decimals) + row["words"][found.end() :]
    )


def _number(row: dict[str, Any]) -> Number:
    return Number(*(row[key] for key in _SUBJECT))


def _figure(row: dict[str, Any], words: str, value: float, version: str | None) -> Figure:
    source = Source(_number(row), row["part"], version)
    return Figure(words, value, source, row["form"])
