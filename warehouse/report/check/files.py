"""Check the files of a report: every number right, none missing, none without its mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from warehouse.read import report_numbers
from warehouse.report.check.expected import Expected
from warehouse.report.check.found import Found, Loose, Mark, ReadBack, Value, parse_mark
from warehouse.report.check.judge import Fault, equals, judge
from warehouse.report.check.loose import unmarked
from warehouse.report.check.read_excel import read_excel
from warehouse.report.check.read_pdf import read_pdf
from warehouse.report.check.read_slides import chart_values, read_slides
from warehouse.report.check.read_word import read_word
from warehouse.report.document import Figure
from warehouse.report.facts import Facts
from warehouse.report.sections.main_table import KEY_LINES
from warehouse.trace_code import TraceCodeError

READERS: dict[str, Callable[[Path], ReadBack]] = {
    "docx": read_word,
    "xlsx": read_excel,
    "pptx": read_slides,
    "pdf": read_pdf,
}


@dataclass(frozen=True)
class Verdict:
    """What was found out about a file.

    Attributes:
        path: The file.
        numbers: How many marked numbers it holds.
        wrong: Numbers that are not what the warehouse says.
        unmarked: Texts with digits behind which there is no mark.
        missing: Numbers that the report should tell and the file does not.
    """

    path: Path
    numbers: int
    wrong: Sequence[Fault]
    unmarked: Sequence[Loose]
    missing: Sequence[str]

    @property
    def is_right(self) -> bool:
        """Whether nothing is to be said against it."""
        return not (self.wrong or self.unmarked or self.missing)


def check_file(facts: Facts, path: Path, *, texts: Iterable[str] = ()) -> Verdict:
    """Read a file of a report back and compare every number with the warehouse.

    Args:
        facts: Of the report that the file is of.
        path: The file; its ending says how it is read.
        texts: Of the template, which may hold digits of their own.
    """
    form = path.suffix.removeprefix(".")
    read = READERS[form](path)
    marks = [mark for found in read.found if (mark := _mark(found))]
    expected = Expected(facts.scope, facts.template, marks)
    told = _corrected(facts)
    wrong = [
        fault for found in read.found if (fault := judge(found, expected, told.get(found.mark)))
    ]
    if form == "pptx":
        wrong += _wrong_points(path, read, expected)
    names = {*report_numbers.names(facts.scope), *texts}
    return Verdict(
        path,
        len(read.found),
        wrong,
        unmarked(read.loose, names),
        _missing(facts, marks, KEY_LINES if form == "pptx" else tuple(facts.lines)),
    )


def _mark(found: Found) -> Mark | None:
    try:
        return parse_mark(found.mark)
    except TraceCodeError:
        return None


def _corrected(facts: Facts) -> dict[str, Value]:
    """The numbers of the corrections by their marks: what was said then, and what came since."""
    return {
        part.source.mark(facts.scope.version): part.value
        for correction in facts.corrections
        for part in correction.parts
        if isinstance(part, Figure)
    }


def _missing(facts: Facts, marks: Sequence[Mark], codes: Sequence[str]) -> list[str]:
    """Lines of the main table that have a value and are not in the file."""
    told = {
        (mark.number.indicator_code, mark.number.area_code, mark.number.period_start)
        for mark in marks
        if mark.part == "v"
    }
    return [
        f"{line['indicator_code']} {line['indicator_name']}"
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
