"""Check the files of a report: every number right, none missing, no word another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from warehouse.read import report_numbers
from warehouse.report.check.again import Held, held_against
from warehouse.report.check.expected import Expected
from warehouse.report.check.found import Found, Loose, Mark, ReadBack, Value, parse_mark
from warehouse.report.check.identity import Origin, texts_of
from warehouse.report.check.judge import Fault, equals, judge
from warehouse.report.check.loose import unmarked
from warehouse.report.check.read_slides import chart_values
from warehouse.report.check.readers import READERS
from warehouse.report.document import Figure
from warehouse.report.facts import Correction, Facts
from warehouse.report.sections.main_table import KEY_LINES
from warehouse.settings import Settings
from warehouse.trace_code import TraceCodeError


@dataclass(frozen=True)
class Verdict:
    """What was found out about a file.

    Attributes:
        path: The file.
        numbers: How many numbers it holds.
        wrong: Numbers that are not what the warehouse says.
        unmarked: Texts with digits behind which there is no mark.
        missing: Numbers that the report tells and the file does not.
        altered: Numbers too many or printed otherwise, and text that is not the report's.
        stripped: How many numbers have lost their marks, as a program may drop them on saving.
        uncompared: Why `missing` and `altered` could not be told, in Chinese; empty if they were.
        doubtful: What differs then, be it by what changed since or by a forger's hand.
    """

    path: Path
    numbers: int
    wrong: Sequence[Fault]
    unmarked: Sequence[Loose]
    missing: Sequence[Fault]
    altered: Sequence[Fault]
    stripped: int = 0
    uncompared: str = ""
    doubtful: Sequence[Fault] = ()

    @property
    def is_right(self) -> bool:
        """Whether nothing is to be said against it."""
        found = (self.wrong, self.unmarked, self.missing, self.altered, self.stripped)
        return not any(found)


def check_file(site: Settings, origin: Origin, path: Path) -> Verdict:
    """Read a file back, compare its numbers with the warehouse, and it with the report.

    Args:
        site: Whose warehouse and editions.
        origin: Where the file comes from.
        path: The file; its ending says how it is read.

    Raises:
        OtherModelsError: Its version was built by other models, which have not these numbers.
    """
    facts = origin.facts
    read = READERS[path.suffix.lower()](path)
    held = held_against(site, origin, path, read)
    wrong = _wrong(facts, path, held)
    told = {(fault.where, fault.mark, fault.said) for fault in wrong}
    altered = [one for one in held.apart.altered if (one.where, one.mark, one.said) not in told]
    missing, doubtful = held.apart.missing, list[Fault]()
    if held.why_not:
        missing, altered, doubtful = [], [], [*missing, *altered]
    names = {*report_numbers.names(facts.scope), *texts_of(facts.template)}
    return Verdict(
        path,
        len(read.found),
        wrong,
        unmarked(read.loose, names),
        [*missing, *_lines_missing(facts, path, held.again or held.file)],
        [*_not_sealed(origin), *altered],
        sum(not found.mark for found in read.found),
        held.why_not,
        doubtful,
    )


def _wrong(facts: Facts, path: Path, held: Held) -> list[Fault]:
    """Numbers whose mark says something else; those without a mark are counted apart."""
    numbers = [found for found in held.file.found if found.mark]
    expected = Expected(facts.scope, facts.template, filter(None, map(_mark, numbers)))
    told = _corrected(facts, held.corrections)
    wrong = [fault for found in numbers if (fault := judge(found, expected, told.get(found.mark)))]
    return wrong + (_wrong_points(path, held.file, expected) if path.suffix == ".pptx" else [])


def _mark(found: Found) -> Mark | None:
    try:
        return parse_mark(found.mark)
    except TraceCodeError:
        return None


def _corrected(facts: Facts, corrections: Sequence[Correction]) -> dict[str, Value]:
    """The numbers of the corrections by their marks: what was said then, and what came since."""
    return {
        part.source.mark(facts.scope.version): part.value
        for correction in corrections
        for part in correction.parts
        if isinstance(part, Figure)
    }


def _not_sealed(origin: Origin) -> list[Fault]:
    """A file that calls itself final and was never sealed."""
    if not origin.edition.is_final or origin.sealed is not None:
        return []
    return [Fault("文件属性", origin.edition.words, "", "", "自称定稿，但没有封存过这一版")]


def _lines_missing(facts: Facts, path: Path, read: ReadBack) -> list[Fault]:
    """Lines of the main table that have a value and are not told: asked from the marts.

    It is the report written again that is asked, so that what it lacks itself is seen, too.
    """
    told = {
        (mark.number.indicator_code, mark.number.area_code, mark.number.period_start)
        for found in read.found
        if (mark := _mark(found)) and mark.part == "v"
    }
    codes = KEY_LINES if path.suffix == ".pptx" else tuple(facts.lines)
    return [
        Fault("", "", f"{code} {line['indicator_name']}", "", "没有写主要指标的这一行")
        for code in codes
        if (line := facts.lines.get(code)) is not None
        and line["value"] is not None
        and (code, facts.area_code, facts.period.start) not in told
    ]


def _wrong_points(path: Path, read: ReadBack, expected: Expected) -> list[Fault]:
    """Points of charts that are none of the numbers that their slide's notes list."""
    faults = []
    for where, points in chart_values(path).items():
        listed = [mark for found in read.found if found.where == where and (mark := _mark(found))]
        known = [expected.value(mark) for mark in listed]
        faults += [
            Fault(where, str(point), "", "", "图中的点不在本页备注所列数字之中")
            for point in points
            if not any(equals(point, value) for value in known)
        ]
    return faults
