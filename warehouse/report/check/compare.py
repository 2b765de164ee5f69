"""Hold a file against the report written again: what is missing, too many, or worded otherwise.

Both were read back by the same reader, so whatever differs was changed after the file was made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from warehouse.report.check.found import Found, Loose, ReadBack
from warehouse.report.check.judge import Fault

#: Letters that are told before and after a difference.
CONTEXT = 12
#: Letters of a difference that are told at most.
LONGEST = 60
#: Text is compared clause by clause; a PDF has a □ for each letter of a number.
_ENDS = re.compile(r"(?<=[，。；：、□])")
_BLANK = re.compile(r"\s+")
_TAKEN_OUT = re.compile(r"□+")


class Differences(NamedTuple):
    """What sets a file apart from the report written again.

    Attributes:
        missing: Numbers of the report that the file does not have, by their marks.
        altered: Numbers that are too many, moved or printed otherwise, and other words.
    """

    missing: list[Fault]
    altered: list[Fault]

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.missing) + len(self.altered)


NONE = Differences([], [])


def differences(file: ReadBack, again: ReadBack) -> Differences:
    """Compare numbers by their marks, and text as it follows one another."""
    missing, altered = _numbers(file.found, again.found)
    for said, meant in ((file.loose, again.loose), (file.beside, again.beside)):
        altered += _texts(_clauses(said), _clauses(meant))
    return Differences(missing, altered)


def with_marks(file: ReadBack, again: ReadBack) -> ReadBack:
    """The file with the marks that the program that saved it dropped, where the words agree."""
    said, meant = ([number.printed for number in read.found] for read in (file, again))
    found = list(file.found)
    matcher = SequenceMatcher(None, said, meant, autojunk=False)
    for first, other, length in matcher.get_matching_blocks():
        for place in range(length):
            number = found[first + place]
            if not number.mark:
                mark = again.found[other + place].mark
                found[first + place] = replace(number, mark=mark)
    return replace(file, found=found)


def _numbers(said: Sequence[Found], meant: Sequence[Found]) -> tuple[list[Fault], list[Fault]]:
    marks, wanted = [number.mark for number in said], [number.mark for number in meant]
    apart = list(_apart(marks, wanted))
    lacking, more = Counter(wanted) - Counter(marks), Counter(marks) - Counter(wanted)
    missing = [
        Fault(number.where, "", number.printed, number.mark, "文件中没有这个数")
        for number in _taken(apart, meant, lacking)
    ]
    altered = [
        Fault(number.where, number.printed, "", number.mark, "报告中没有这个数")
        for number in _taken([(there, here) for here, there in apart], said, more)
    ]
    moved = next((said[here][0] for here, _ in apart if said[here]), None)
    if moved and not missing and not altered:
        altered.append(Fault(moved.where, moved.printed, "", moved.mark, "数字的次序与报告不同"))
    return missing, altered + _printed_otherwise(said, meant)


def _taken(
    apart: Sequence[tuple[slice, slice]], numbers: Sequence[Found], count: Counter[str]
) -> Iterator[Found]:
    """So many numbers of each mark, from where the two do not agree."""
    left = Counter(count)
    for _, there in apart:
        for number in numbers[there]:
            if left[number.mark] > 0:
                left[number.mark] -= 1
                yield number


def _printed_otherwise(said: Sequence[Found], meant: Sequence[Found]) -> list[Fault]:
    """Numbers whose mark is the same and whose letters are not: a digit less, another unit."""
    ways: dict[str, list[str]] = {}
    for number in meant:
        ways.setdefault(number.mark, []).append(number.printed)
    faults = []
    for number in said:
        known = ways.get(number.mark, [])
        if number.printed in known:
            known.remove(number.printed)
        elif known:
            told = (number.where, number.printed, known[0], number.mark)
            faults.append(Fault(*told, "写法与报告不同"))
    return faults


def _clauses(told: Sequence[Loose]) -> list[Loose]:
    """The text in short pieces, without blanks, which not every format keeps."""
    return [
        Loose(piece, one.where)
        for one in told
        for piece in _ENDS.split(_TAKEN_OUT.sub("□", _BLANK.sub("", one.text)))
        if piece
    ]


def _texts(said: Sequence[Loose], meant: Sequence[Loose]) -> list[Fault]:
    faults = []
    for here, there in _apart([one.text for one in said], [one.text for one in meant]):
        where = next(one.where for one in [*said[here], *meant[there]])
        words = ("".join(one.text for one in part) for part in (said[here], meant[there]))
        faults.append(Fault(where, *_around(*words), "", "文字与报告不同"))
    return faults


def _around(said: str, meant: str) -> tuple[str, str]:
    """Both texts from shortly before they begin to differ until shortly after."""
    start, end = _same(said, meant)
    first = max(0, start - CONTEXT)
    parts = (text[first : len(text) - end + CONTEXT] for text in (said, meant))
    here, there = (f"{part[:LONGEST]}…" if len(part) > LONGEST else part for part in parts)
    return here, there


def _same(one: Sequence[Any], other: Sequence[Any]) -> tuple[int, int]:
    """How much two sequences have in common at their beginning, and at their end."""
    start = _common(one, other)
    return start, _common(one[start:][::-1], other[start:][::-1])


def _common(one: Sequence[Any], other: Sequence[Any]) -> int:
    pairs = zip(one, other, strict=False)
    shorter = min(len(one), len(other))
    return next((place for place, (a, b) in enumerate(pairs) if a != b), shorter)


def _apart(said: Sequence[str], meant: Sequence[str]) -> Iterator[tuple[slice, slice]]:
    """The stretches in which two sequences do not agree, in order."""
    # Most of a file is as it was, and looking for what moved takes long.
    begun, ended = _same(said, meant)
    here, there = (part[begun : len(part) - ended] for part in (said, meant))
    for kind, first, last, start, end in SequenceMatcher(None, here, there).get_opcodes():
        if kind != "equal":
            yield slice(begun + first, begun + last), slice(begun + start, begun + end)
