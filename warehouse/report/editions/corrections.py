"""What became of the numbers of the last edition: 上周通报91.20%，现为90.40%：补录37件。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from warehouse.access.scope import Scope
from warehouse.periods import period_before, period_of
from warehouse.read import printed
from warehouse.report.document import Figure, Part, Source, words_of
from warehouse.report.editions import proof, shelf
from warehouse.report.editions.moves import WORDS, Move, Moves
from warehouse.report.editions.sealing import OWN_PARTS
from warehouse.report.editions.shelf import Report, Sealed
from warehouse.report.kinds import KINDS
from warehouse.report.words import number
from warehouse.settings import Settings
from warehouse.trace_code import Number, encode
from warehouse.versions import read_record

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
    of_kind = KINDS[kind]
    this = period_of(of_kind.period_type, period_start)
    before = period_before(of_kind.period_type, this.start)
    last = shelf.newest(site, Report(kind, area_code, before.label))
    own = shelf.newest(site, Report(kind, area_code, this.label))
    found = []
    if last is not None:
        found += _since(scope, site, last, f"{of_kind.before}通报")
    if own is not None:
        found += _since(scope, site, own, f"{of_kind.this}通报（第{own.n}版）")
    return found


def _since(scope: Scope, site: Settings, sealed: Sealed, said_in: str) -> list[Correction]:
    if sealed.version == scope.version:
        return []
    differing = list(_differing(scope, proof.numbers(sealed), sealed))
    if not differing:
        return []
    moves = _moves(scope, sealed, [row for row, _ in differing])
    why = _settings_moved(site, sealed, scope)
    return [
        Correction(
            name=row["name"] or row["indicator_code"],
            area_name=row["area_name"] or row["area_code"],
            said_in=said_in,
            edition=sealed,
            was=_figure(row, row["words"], row["value"], sealed.version),
            now=None if now is None else _figure(row, now[0], now[1], None),
            reason=_reason(moves, why, row, sealed),
        )
        for row, now in differing
    ]


def _differing(
    scope: Scope, numbers: pl.DataFrame, sealed: Sealed
) -> Iterator[tuple[dict[str, Any], tuple[str, float] | None]]:
    """Figures that would be printed otherwise, each with its words and value now."""
    own = numbers.filter(
        pl.col("part").is_in(OWN_PARTS), pl.col("value").is_not_null(), version=sealed.version
    ).unique([*_SUBJECT, "part"], keep="first", maintain_order=True)
    subjects = own.select(_SUBJECT).unique(maintain_order=True)
    found = printed.readings(scope, [Number(*row) for row in subjects.iter_rows()])
    today = {tuple(row[key] for key in _SUBJECT): row for row in found.iter_rows(named=True)}
    # A place that the reader may not see has no reading, which is no correction.
    seen = shelf.readable(scope, set(own["area_code"]))
    for subject, rows in own.group_by(_SUBJECT, maintain_order=True):
        if subject[1] not in seen or not _is_indicator(subject[0]):
            continue
        by_part = {row["part"]: row for row in rows.iter_rows(named=True)}
        reading = today.get(subject)
        for part in (part for part in OWN_PARTS if part in by_part):
            row = by_part[part]
            value = None if reading is None else reading[_READ[part]]
            now = None if value is None else (_printed(row, value), value)
            if now is None or now[0] != row["words"]:
                yield row, now
                break


def _is_indicator(code: str) -> bool:
    # Scores have seals of their own, and what a report counts itself has no reading.
    return not code.startswith(("KHF", "RPT"))


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


def _moves(scope: Scope, sealed: Sealed, rows: Sequence[dict[str, Any]]) -> Moves:
    """What moved in the measures of some numbers, counted for all of them at once."""
    codes = list({row["indicator_code"] for row in rows})
    of_code = printed.measures(scope, codes).rows_by_key("indicator_code", named=True)
    asked = {
        (measure["measure_code"], row["period_type"], row["period_start"])
        for row in rows
        for measure in of_code[row["indicator_code"]]
    }
    wanted = pl.DataFrame(list(asked), schema=list(printed.THINGS.items())[:3], orient="row")
    before = proof.things(sealed).join(wanted, on=wanted.columns, how="semi")
    return Moves(
        scope,
        before,
        printed.things(scope, sealed.area_code, asked),
        cut=sealed.as_of,
        numbers=[_number(row) for row in rows],
    )


def _settings_moved(site: Settings, sealed: Sealed, scope: Scope) -> list[str]:
    """Whether the definitions or the settings are others than at the seal."""
    inputs = read_record(site.versions / scope.version).get("inputs", {})
    said = []
    if sealed.models and inputs.get("models", sealed.models) != sealed.models:
        said.append("口径或计算程序有调整")
    if sealed.settings and inputs.get("settings", sealed.settings) != sealed.settings:
        said.append("本地设置有调整")
    return said


def _reason(moves: Moves, why: Sequence[str], row: dict[str, Any], sealed: Sealed) -> list[Part]:
    """What moved, then what was set otherwise: `补录37件、核减2件，口径或计算程序有调整`."""
    subject = _number(row)
    parts: list[Part] = []
    for move in moves.of(subject):
        parts += ["、"] if parts else []
        parts += [WORDS[move.way], _moved_figure(move, subject, sealed)]
    for words in why:
        parts += [f"{'，' if parts else ''}{words}"]
    return parts or ["原因待核实"]


def _moved_figure(move: Move, number: Number, sealed: Sealed) -> Figure:
    sign = encode(number, sealed.version).rpartition(".")[2].replace("-", "")[:6]
    source = Source(number, f"{move.way}-{sign}")
    return Figure(f"{move.things}{move.unit}", move.things, source, f'0"{move.unit}"')
