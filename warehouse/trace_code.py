"""溯源码: the short code of a number, to be written on paper and typed in again.

    OPS-08.990102.2026W46.6FF1-A17J
    |      |      |       |       `- last two: check characters over everything before them
    |      |      |       `--------- six: the version, as seconds from 2020 to its build
    |      |      `----------------- period: 2026Y  2026S2 (half a year)  2026Q4  2026M11  2026W46
    |      |                         2026D1116, and the windows ending with the data cut:
    |      |                         2026H1122 (24 hours), 2026T1122 (7 days)
    |      `------------------------ place, without the zeros that end its code
    `------------------------------- indicator; KHF-01 a score of the first scheme, RPT-01 a
                                     report of the first kind

Nothing is stored for it: the code says the number's indicator, place, period and version, and
`decode` gives them back. Dots and dashes are for the eye; case, blanks and full-width characters
do not matter, and in the last eight O counts as 0, I and L as 1 (the letters O, I, L, U are not
used there). One character that is wrong, missing, too many or swapped with its neighbour is
always noticed: a wrong one changes the sum below, for any other the parts no longer fit. Files
write which of a subject's numbers is meant behind it (`…-A17J#n`); that is read over.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

# Digits, then letters without those that look like digits (Crockford's base 32).
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_DIGITS + "ILOU")}
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})
# A prime under 32², and a radix that no difference of two values makes divisible by it.
_MODULUS, _RADIX = 1021, 36
#: What stands for the indicator where the subject is a score of an assessment, or a report.
SCORE, REPORT = "KHF", "RPT"
_EPOCH = datetime(2020, 1, 1)
_BUILT = re.compile(r"(\d{8}T\d{6})-[0-9a-f]{4}")
_INDICATOR = re.compile(r"([A-Z]{3})-(\d{2}[A-Z]?)")
_PLACE = re.compile(r"\d{12}(\d{3})?")
# How much of a place's code its level needs: province, city, district, street, community, grid.
_PLACE_LENGTHS = (2, 4, 6, 9, 12, 15)
_TYPED = re.compile(
    r"(?P<indicator>[A-Z]{3}\d{2}[A-Z]?)(?P<place>\d{2,15})"
    r"(?P<period>\d{4}(?:Y|[QS]\d|[MW]\d{2}|[DHT]\d{4}))"
    rf"(?P<version>[{_DIGITS}OIL]{{6}})(?P<check>[{_DIGITS}OIL]{{2}})"
)
_DAYS = {"D": "day", "H": "last24h", "T": "last7d"}
_LETTERS = {
    **{"year": "Y", "half": "S", "quarter": "Q", "month": "M", "week": "W"},
    **{kind: letter for letter, kind in _DAYS.items()},
}


class TraceCodeError(ValueError):
    """The text is no code, or was mistyped; the message says so in Chinese, for the reader."""


class Number(NamedTuple):
    """Which number: an indicator of a place in a period.

    Attributes:
        indicator_code: Such as `OPS-08`; `KHF-01`, `RPT-01` for a score or a report.
        area_code: 12 digits, 15 for a grid.
        period_type: As in `indicators.periods`.
        period_start: As in `indicators.periods`.
    """

    indicator_code: str
    area_code: str
    period_type: str
    period_start: date


@dataclass(frozen=True)
class Traced:
    """What a code says.

    Attributes:
        number: Which number.
        built: When its version was built, as build ids begin: `20261122T220137`.
    """

    number: Number
    built: str

    def is_of(self, build_id: str) -> bool:
        """Whether a build is the version meant; no two builds of a site begin in one second."""
        return build_id.startswith(f"{self.built}-")


@lru_cache(maxsize=4096)
def encode(number: Number, build_id: str) -> str:
    """The code of a number in a version.

    Raises:
        ValueError: The indicator, place, period or build is not of the form that the warehouse
            gives them.
    """
    indicator, built = _INDICATOR.fullmatch(number.indicator_code), _BUILT.fullmatch(build_id)
    if not indicator or not built or not _PLACE.fullmatch(number.area_code):
        raise ValueError(f"There is no code for {number} in version {build_id}.")
    place, period = _short_place(number.area_code), _period(number)
    seconds = int((datetime.strptime(built[1], "%Y%m%dT%H%M%S") - _EPOCH).total_seconds())
    version = _written(seconds, 6)
    body = "".join(indicator.groups())
    tail = version + _written(_check(body, place, period, version), 2)
    return ".".join([number.indicator_code, place, period, f"{tail[:4]}-{tail[4:]}"])


def decode(text: str) -> Traced:
    """What a code says, however it was typed.

    Raises:
        TraceCodeError: It is no code, or a character is wrong.
    """
    parts = _TYPED.fullmatch(_plain(text))
    if parts is None or len(parts["place"]) not in _PLACE_LENGTHS:
        raise TraceCodeError("这不是一个完整的溯源码，请逐段核对：指标、区划、时段、校验各一段。")
    version, check = (parts[name].translate(_MEANT) for name in ("version", "check"))
    if _check(parts["indicator"], parts["place"], parts["period"], version) != _read(check):
        raise TraceCodeError("溯源码与其校验位不符，有字符抄错或输错，请逐段核对。")
    kind, start = _period_of(parts["period"])
    place = parts["place"]
    return Traced(
        Number(
            indicator_code=f"{parts['indicator'][:3]}-{parts['indicator'][3:]}",
            area_code=place if len(place) > 12 else place.ljust(12, "0"),
            period_type=kind,
            period_start=start,
        ),
        built=f"{_EPOCH + timedelta(seconds=_read(version)):%Y%m%dT%H%M%S}",
    )


def looks_like_code(text: str) -> bool:
    """Whether somebody means a code, be it right or mistyped: its first and last part fit."""
    return re.fullmatch(r"[A-Z]{3}\d{2}[A-Z]?\d{6,}[A-Z]\w{8,13}", _plain(text)) is not None


def _plain(text: str) -> str:
    """Capital letters and digits of the code only; full-width characters as the plain ones."""
    code, _, _ = unicodedata.normalize("NFKC", text).partition("#")
    return re.sub(r"[\W_]", "", code).upper()


def _short_place(area_code: str) -> str:
    """The code up to the last level that it names."""
    if len(area_code) == 15:
        return area_code
    return next(
        area_code[:length]
        for length in _PLACE_LENGTHS
        if not area_code[length:].strip("0") or length == 12
    )


def _period(number: Number) -> str:
    start, letter = number.period_start, _LETTERS[number.period_type]
    if letter == "W":
        year, week, _ = start.isocalendar()
        return f"{year}W{week:02d}"
    return {
        "Y": f"{start.year:04d}Y",
        "S": f"{start.year:04d}S{(start.month + 5) // 6}",
        "Q": f"{start.year:04d}Q{(start.month + 2) // 3}",
        "M": f"{start.year:04d}M{start.month:02d}",
    }.get(letter, f"{start.year:04d}{letter}{start:%m%d}")


def _period_of(text: str) -> tuple[str, date]:
    """Type and start of a period as it stands in the code."""
    year, letter, rest = int(text[:4]), text[4], text[5:]
    try:
        if letter == "W":
            return "week", date.fromisocalendar(year, int(rest), 1)
        if letter in _DAYS:
            return _DAYS[letter], date(year, int(rest[:2]), int(rest[2:]))
        if letter == "S":
            return "half", date(year, 6 * int(rest) - 5, 1)
        if letter == "Q":
            return "quarter", date(year, 3 * int(rest) - 2, 1)
        return ("month", date(year, int(rest), 1)) if rest else ("year", date(year, 1, 1))
    except ValueError:
        raise TraceCodeError(f"没有 {text} 这个时段，请核对溯源码的第三段。") from None


def _check(indicator: str, place: str, period: str, version: str) -> int:
    """A sum in which every place counts differently.

    Each part is filled up to its greatest length, so that leaving out the letter that ends
    some indicators, or adding one, is a wrong character and not another length.
    """
    total = 0
    for letter in f"{indicator:0<6}{place:0<15}{period:0<9}{version}":
        total = (total * _RADIX + _VALUES[letter]) % _MODULUS
    return total * _RADIX % _MODULUS


def _written(value: int, length: int) -> str:
    letters = ""
    for _ in range(length):
        value, digit = divmod(value, 32)
        letters = _DIGITS[digit] + letters
    if value:
        raise ValueError("There are no codes for versions built before 2020 or after 2053.")
    return letters


def _read(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 32 + _VALUES[letter]
    return value
