"""Why numbers of a sealed edition are others now: 补录37件、核减2件，口径或计算程序有调整."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read import printed
from warehouse.report.document import Figure, Part, Source
from warehouse.report.editions import proof
from warehouse.report.editions.moves import WORDS, Move, Moves
from warehouse.report.editions.shelf import Sealed
from warehouse.settings import Settings
from warehouse.trace_code import Number, encode
from warehouse.versions import read_record

NOT_KNOWN = "原因待核实"


class Reasons:
    """What moved behind some numbers since an edition, counted for all of them at once."""

    def __init__(
        self, scope: Scope, site: Settings, sealed: Sealed, numbers: Sequence[Number]
    ) -> None:
        """Compare what the edition counted with what the version read counts.

        Raises:
            EditionFaultError: The edition is not what was sealed.
        """
        self._sealed = sealed
        self._measures = printed.measures(scope, [*{one.indicator_code for one in numbers}])
        asked = self._asked(numbers)
        wanted = pl.DataFrame(list(asked), schema=list(printed.THINGS.items())[:3], orient="row")
        self._moves = Moves(
            scope,
            proof.things(sealed).join(wanted, on=wanted.columns, how="semi"),
            printed.things(scope, sealed.area_code, asked),
            cut=sealed.as_of,
            numbers=numbers,
        )
        inputs = read_record(site.versions / scope.version).get("inputs", {})
        self._set = _set_otherwise(sealed, inputs.get("models", ""), inputs.get("settings", ""))

    def of(self, number: Number) -> list[Part]:
        """What moved, then what was set otherwise; the counts are figures."""
        parts: list[Part] = []
        for move in self._moves.of(number):
            parts += ["、"] if parts else []
            parts += [WORDS[move.way], self._figure(move, number)]
        for words in self._set:
            parts += [f"，{words}" if parts else words]
        return parts or [NOT_KNOWN]

    def measure_name(self, indicator_code: str, part: str) -> str:
        """What a numerator (n) or denominator (d) counts."""
        found = self._measures.filter(indicator_code=indicator_code, part=part)
        return str(found["measure_name"].first())

    def _asked(self, numbers: Sequence[Number]) -> set[tuple[str, str, date]]:
        of_code: dict[str, list[str]] = {}
        for code, measure in self._measures.select("indicator_code", "measure_code").iter_rows():
            of_code.setdefault(code, []).append(measure)
        return {
            (measure, number.period_type, number.period_start)
            for number in numbers
            for measure in of_code.get(number.indicator_code, ())
        }

    def _figure(self, move: Move, number: Number) -> Figure:
        # The edition that is compared with is named by its version, as codes end in it.
        sign = encode(number, self._sealed.version).rpartition(".")[2].replace("-", "")[:6]
        source = Source(number, f"{move.way}-{sign}")
        return Figure(f"{move.things}{move.unit}", move.things, source, f'0"{move.unit}"')


def reasons_between(
    scope: Scope, one: Sealed, other: Sealed, numbers: Sequence[Number]
) -> dict[Number, str]:
    """Why numbers differ between two editions, in words; those of an unknown reason are left out.

    Args:
        scope: For the register of places and the catalogue.
        one, other: The earlier and the later edition.
        numbers: Which both of them print.

    Raises:
        EditionFaultError: One of them is not what was sealed.
    """
    if not numbers or one.version == other.version:
        return {}
    moves = Moves(scope, proof.things(one), proof.things(other), cut=one.as_of, numbers=numbers)
    otherwise = _set_otherwise(one, other.models, other.settings)
    said = {}
    for number in numbers:
        moved = "、".join(f"{WORDS[way]}{things}{unit}" for way, things, unit in moves.of(number))
        said[number] = "，".join(words for words in (moved, *otherwise) if words)
    return {number: words for number, words in said.items() if words}


def _set_otherwise(sealed: Sealed, models: str, settings: str) -> list[str]:
    """Whether definitions or settings are others than at the seal; unknown ones are not."""
    said = []
    if sealed.models and models and models != sealed.models:
        said.append("口径或计算程序有调整")
    if sealed.settings and settings and settings != sealed.settings:
        said.append("本地设置有调整")
    return said
