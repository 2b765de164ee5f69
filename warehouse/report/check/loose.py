"""Digits that no mark stands behind: what else may have digits in a report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from warehouse.report.check.found import Loose

#: Letters shown before and after what is left.
CONTEXT = 16
#: Days, periods, ordinals, codes and rules; everything else with digits must be a marked number.
_FURNITURE = re.compile(
    "|".join(
        (
            r"\d{4}年(\d{1,2}月(\d{1,2}日(\d{1,2}时(\d{1,2}分)?)?)?)?",
            r"\d{1,2}月(\d{1,2}日)?",
            r"(20)?\d{2}年((\d{1,2}月)|[一二三四1-4]季|[上下12]半?年?)?",
            r"\d{4}-(W\d{2}|Q\d|H\d|\d{2}(-\d{2}( \d{2}:\d{2})?)?)",
            r"第\d+(至第?\d+)?(周|期|版|页|张|季度|名)",
            r"总第\d+期",
            r"(表|图|附件)\d+",
            r"[A-Z]{3}-\d{2}[A-Z]?\.[0-9A-Z.\-]+",
            r"\d{8}T\d{6}-[0-9a-f]{4}",
            r"近\d+(个月|周|期|日|年)|最近\d+期",
            r"^\d+$|\d+．|(?<!\d)\d\.(?=[一-龥])|—\d+—",
            r"另有\d+行见",
            # A date that the end of a page of a PDF breaks, a code that it breaks at its hyphen.
            r"\d{1,2}(?=—\d+—数据截至)|月\d{1,2}日|((?<=真实地区)|^)\d{1,2}日",
            r"\ufffe[0-9A-Z]{4}",
            r"12345热线",
            r"(超过|不足|合计为|不低于|低于)\d+(\.\d+)?%?(件|人)?",
            r"不是0|row-\d|第\d+行|第2至第",
            # The remarks of a league table, as the mart words them; a page may end within.
            r"样本\d+项|缺\d+项|\d+项，按其余项|(加分|扣分|更正|否决)[+−-]?\d+(\.\d+)?",
        )
    )
)


#: A row's place in a list: no unit follows.
_SERIAL = re.compile(r"(?<=[^\d.])\d{1,3}(?![\d.%件项天人分名个小])")


def unmarked(loose: Iterable[Loose], names: Iterable[str]) -> list[Loose]:
    """Texts in which digits are left when names and what belongs to the form are taken out."""
    # Longer names first: a path holds the name of its place.
    bare = {_bare(name) for name in names if re.search(r"\d", name)}
    known = sorted(bare, key=len, reverse=True)
    found = []
    for told in loose:
        left = _left(told, known)
        if digits := re.search(r"\d", left):
            start = max(0, digits.start() - CONTEXT)
            found.append(Loose(left[start : digits.start() + CONTEXT], told.where))
    return found


def _left(told: Loose, known: list[str]) -> str:
    text = _bare(told.text)
    if not re.search(r"\d", text):
        return ""
    for name in known:
        if name in text:
            text = text.replace(name, "◇")
    text = _FURNITURE.sub("", text)
    if told.has_serials:
        text = _SERIAL.sub("", text)
    for words in sorted(set(map(_bare, told.words)), key=len, reverse=True):
        after = r"(?!\d)" if words[-1].isdigit() else ""
        text = re.sub(rf"(?<![\d.]){re.escape(words)}{after}", "□", text)
    return text


def _bare(text: str) -> str:
    """Without blanks, which a PDF does not keep."""
    return re.sub(r"\s", "", text)
