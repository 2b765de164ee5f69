"""The report that a file is held against: the sealed file, or the same report written again.

The same version, template and editions give the same bytes; so what differs was changed in the
file, unless template or program were changed since it was made, which its properties tell.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from warehouse.access.scope import Scope
from warehouse.periods import period_before
from warehouse.read import places
from warehouse.report.check.compare import NONE, Differences, differences, with_marks
from warehouse.report.check.found import ReadBack
from warehouse.report.check.identity import Origin
from warehouse.report.check.readers import READERS
from warehouse.report.editions import (
    EditionFaultError,
    corrections_against,
    editions,
    fetch,
)
from warehouse.report.facts import Correction
from warehouse.report.made_by import made_by
from warehouse.report.make import make
from warehouse.report.write.pdf_fonts import NoChineseFontError
from warehouse.settings import Settings


@dataclass(frozen=True)
class Held:
    """A file beside the report that it should be.

    Attributes:
        file: The file; numbers whose mark was dropped have that of the report.
        again: The report; None if there is nothing to compare with.
        corrections: Those that the report tells.
        apart: What sets them apart.
        why_not: Why this cannot be judged, in Chinese; empty if it can.
    """

    file: ReadBack
    again: ReadBack | None
    corrections: Sequence[Correction]
    apart: Differences = NONE
    why_not: str = ""


def held_against(site: Settings, origin: Origin, path: Path, file: ReadBack) -> Held:
    """Compare a file with the report that it should be.

    Args:
        site: Whose warehouse and editions.
        origin: Where the file comes from.
        path: The file.
        file: The file, read back.
    """
    if origin.sealed is not None:
        return _as_sealed(origin, path, file)
    _, corrections = next(_possible(site, origin))
    try:
        held = _closest(site, origin, path, file)
    except NoChineseFontError:
        return Held(file, None, corrections, why_not="本机没有中文字体，不能重写PDF来比对")
    except Exception as error:
        if not origin.has_other_models:
            raise
        words = f"数据版本由另一套模型建成，现在的程序不能据此重写报告（{error}）"
        return Held(file, None, corrections, why_not=words)
    changed = _changed(origin)
    if held.apart.number and changed:
        words = f"与现在重写的报告有{held.apart.number}处不同，但{changed}，不能据此判断文件被改动"
        return replace(held, why_not=words)
    return held


def _as_sealed(origin: Origin, path: Path, file: ReadBack) -> Held:
    """A final edition is what was sealed, whatever became of template and program."""
    sealed, corrections = origin.sealed, origin.facts.corrections
    assert sealed is not None
    name = next((name for name in sealed.documents if name.endswith(path.suffix.lower())), None)
    if name is None:
        return Held(file, None, corrections, why_not=f"{sealed.words}没有封存这种格式的文件")
    try:
        content = fetch(sealed, name)
    except EditionFaultError as error:
        return Held(file, None, corrections, why_not=str(error))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"sealed{path.suffix}"
        copy.write_bytes(content)
        return _beside(copy, path, file, corrections)


def _closest(site: Settings, origin: Origin, path: Path, file: ReadBack) -> Held:
    """Of the reports that may have been written, the one that the file is, or is nearest to."""
    found: list[Held] = []
    tried: list[tuple[Scope, Sequence[Correction]]] = []
    for scope, corrections in _possible(site, origin):
        if (scope, corrections) in tried:
            continue
        tried.append((scope, corrections))
        with tempfile.TemporaryDirectory() as folder:
            (again,) = make(
                scope,
                kind=origin.facts.kind,
                area_code=origin.facts.area_code,
                period_start=origin.facts.period.start,
                formats=[path.suffix.lower().removeprefix(".")],
                out=Path(folder),
                template=origin.facts.template,
                edition=origin.edition,
                corrections=corrections,
            )
            held = _beside(again, path, file, corrections)
        if not held.apart.number:
            return held
        found.append(held)
    return min(found, key=lambda held: held.apart.number)


def _beside(again: Path, path: Path, file: ReadBack, corrections: Sequence[Correction]) -> Held:
    if again.read_bytes() == path.read_bytes():
        return Held(file, file, corrections)
    told = READERS[path.suffix.lower()](again)
    marked = with_marks(file, told)
    return Held(marked, told, corrections, differences(marked, told))


def _possible(site: Settings, origin: Origin) -> Iterator[tuple[Scope, Sequence[Correction]]]:
    """Under which scope, and beside which sealed editions, a draft may have been written.

    A set for every street is made under the scope of each. Of the period before there may have
    been fewer editions then; of the report itself there were those before its own number.
    """
    facts, report = origin.facts, origin.report
    sealed = editions(site, report.kind, report.area_code)
    own = [one for one in sealed if one.report == report and one.n < origin.edition.number]
    label = period_before(facts.period.kind, facts.period.start).label
    before = [one for one in sealed if one.label == label]
    scopes = [facts.scope]
    if facts.area_code not in places.register(facts.scope).filter("is_root")["area_code"]:
        scopes.append(Scope(facts.scope.version, facts.area_code))
    for later, scope in product(range(len(before) + 1), scopes):
        yield scope, corrections_against(scope, site, report, [*own, *before[later:]])


def _changed(origin: Origin) -> str:
    """What was changed since the file was made, in Chinese; empty for nothing."""
    if not origin.made_by:
        return "文件没有写明由什么模板和程序生成"
    then, now = (told.split("-") for told in (origin.made_by, made_by(origin.facts.template)))
    if then[0] != now[0]:
        return "报告模板在该文件生成后已变更"
    return "程序在该文件生成后已更新" if then != now else ""
