"""Numbers that were shown or printed with a code, remembered longer than their version.

    <var>/audit/numbers-2026-11.jsonl     one line a number, only ever added to

A version is deleted after a while; whoever holds a paper with its code must still be told what
stood there. Only the number is kept, never who looked at it. A number is kept once a month at
most; months older than three years are dropped, and a month stops at 64 MB.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from filelock import FileLock

from warehouse.settings import Settings
from warehouse.trace_code import Number

KEPT_MONTHS = 36
MONTH_BYTES = 64 * 2**20
_NAME = "numbers-{:%Y-%m}.jsonl"
# Codes already in a month's file, and how far it was read; only touched under the lock.
_seen: dict[Path, tuple[int, set[str]]] = {}


@dataclass(frozen=True)
class IssuedNumber:
    """A number as somebody was told it.

    Attributes:
        code: Its code, as `trace_code.encode` writes it.
        number: Which number.
        name, unit, decimals: Of the indicator.
        area_name: Of the place.
        label: Of the period.
        value, numerator, denominator: As they were; null as in `indicator_values`.
        version: The build.
        as_of: The data cut of the build.
        models, settings: Fingerprints of the models and the settings of the build, if known.
        issued_at: When it was first shown under this code, on the site's clock.
        shown_in: `screen`, `report` or `command line`.
    """

    code: str
    number: Number
    name: str
    unit: str
    decimals: int
    area_name: str
    label: str
    value: float | None
    numerator: float | None
    denominator: float | None
    version: str
    as_of: datetime
    models: str | None
    settings: str | None
    issued_at: datetime
    shown_in: str


def remember(site: Settings, numbers: Iterable[IssuedNumber]) -> bool:
    """Add numbers that this month does not have yet; safe with other processes at work.

    Returns:
        Whether all of them are remembered now; not, when the month is full.

    Raises:
        OSError: The folder cannot be written to.
    """
    folder = _folder(site)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _NAME.format(site.now())
    with FileLock(folder / ".numbers.lock"):
        known = _codes(path)
        lines = {number.code: _line(number) for number in numbers if number.code not in known}
        if not lines:
            return True
        is_new = not path.exists()
        content = "".join(lines.values()).encode()
        if not is_new and path.stat().st_size + len(content) > MONTH_BYTES:
            return False
        with path.open("ab") as file:
            file.write(content)
        if is_new:
            _drop_old(folder)
    return True


def recall(site: Settings, code: str) -> IssuedNumber | None:
    """What was said under a code when it was first shown; None if it never was."""
    sought = f'"code": "{code}"'
    for path in sorted(_folder(site).glob("numbers-*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                # A line without its end was cut off by a crash, and was never answered for.
                if sought in line and line.endswith("\n"):
                    return _read(line)
    return None


def _folder(site: Settings) -> Path:
    return site.var / "audit"


def _codes(path: Path) -> set[str]:
    """Codes in a month's file, reading only what was added since the last time."""
    if not path.exists():
        return set()
    place, codes = _seen.get(path, (0, set()))
    with path.open("r+b") as file:
        file.seek(place)
        added = file.read()
        if added and not added.endswith(b"\n"):
            # Cut off by a crash: nobody was told, so the rest of the line goes.
            added = added[: added.rfind(b"\n") + 1]
            file.truncate(place + len(added))
    codes |= {json.loads(line)["code"] for line in added.splitlines()}
    _seen[path] = (place + len(added), codes)
    return codes


def _drop_old(folder: Path) -> None:
    for path in sorted(folder.glob("numbers-*.jsonl"))[:-KEPT_MONTHS]:
        path.unlink()
        _seen.pop(path, None)


def _line(issued: IssuedNumber) -> str:
    written = asdict(issued) | {"number": issued.number._asdict()}
    return json.dumps(written, ensure_ascii=False, default=_iso) + "\n"


def _iso(moment: date) -> str:
    return moment.isoformat()


def _read(line: str) -> IssuedNumber:
    told = json.loads(line)
    number = told["number"]
    told["number"] = Number(
        **{**number, "period_start": date.fromisoformat(number["period_start"])}
    )
    for moment in ("as_of", "issued_at"):
        told[moment] = datetime.fromisoformat(told[moment])
    return IssuedNumber(**told)
