"""A code says which number it is, and a slip of the pen never names another one."""

import csv
import string
from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from warehouse.settings import ROOT
from warehouse.trace_code import Number, TraceCodeError, Traced, decode, encode, looks_like_code

NUMBER = Number("OPS-08", "990102000000", "week", date(2026, 11, 9))
BUILD = "20261122T220137-c45c"
CODE = encode(NUMBER, BUILD)
# What a slip puts there: letters, digits, and the letters that look like digits.
TYPED = string.ascii_uppercase + string.digits


def _digits(length: int) -> st.SearchStrategy[str]:
    return st.text(string.digits, min_size=length, max_size=length)


PLACES = st.one_of(
    st.sampled_from((2, 4, 6, 9, 12)).flatmap(_digits).map(lambda code: code.ljust(12, "0")),
    _digits(15),
)
DAYS = st.dates(date(2000, 1, 3), date(2099, 12, 31))
STARTS = {
    "day": lambda day: day,
    "last24h": lambda day: day,
    "last7d": lambda day: day,
    "week": lambda day: day - timedelta(days=day.weekday()),
    "month": lambda day: day.replace(day=1),
    "quarter": lambda day: date(day.year, 3 * ((day.month + 2) // 3) - 2, 1),
    "half": lambda day: date(day.year, 1 if day.month <= 6 else 7, 1),
    "year": lambda day: date(day.year, 1, 1),
}
INDICATORS = st.from_regex(r"[A-Z]{3}-[0-9]{2}[A-Z]?", fullmatch=True)
BUILDS = st.datetimes(datetime(2020, 1, 1), datetime(2053, 12, 31)).map(
    lambda moment: f"{moment:%Y%m%dT%H%M%S}-0a1f"
)


@st.composite
def codes(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(sorted(STARTS)))
    number = Number(draw(INDICATORS), draw(PLACES), kind, STARTS[kind](draw(DAYS)))
    return encode(number, draw(BUILDS))


def is_noticed(mistyped: str, code: str) -> bool:
    """The slip is refused, or it is none: O for 0 at the end means what was meant."""
    try:
        return decode(mistyped) == decode(code)
    except TraceCodeError:
        return True


@given(INDICATORS, PLACES, st.sampled_from(sorted(STARTS)), DAYS, BUILDS)
def test_a_code_gives_back_what_went_in(indicator, place, kind, day, build):
    number = Number(indicator, place, kind, STARTS[kind](day))

    assert decode(encode(number, build)) == Traced(number, build[:15])


def test_every_indicator_of_the_catalogue_has_codes():
    with (ROOT / "transform" / "seeds" / "indicators.csv").open(encoding="utf-8") as rows:
        known = [row["indicator_code"] for row in csv.DictReader(rows)]

    for code in known:
        number = NUMBER._replace(indicator_code=code)
        assert decode(encode(number, BUILD)).number == number


def test_a_code_is_short_and_reads_like_what_it_names():
    assert CODE.startswith("OPS-08.990102.2026W46.")
    assert len(CODE) == 31


@pytest.mark.parametrize(("start", "written"), [((2026, 1, 1), "S1"), ((2026, 7, 1), "S2")])
def test_half_a_year_is_not_taken_for_24_hours(start, written):
    code = encode(NUMBER._replace(period_type="half", period_start=date(*start)), BUILD)

    assert f".2026{written}." in code
    assert decode(code).number.period_type == "half"


@given(codes(), st.data())
def test_every_wrong_character_is_noticed(code, data):
    place = data.draw(st.integers(0, len(code) - 1))
    typed = data.draw(st.sampled_from(TYPED))

    assert is_noticed(code[:place] + typed + code[place + 1 :], code)


def test_every_wrong_character_of_one_code_is_noticed():
    for place in range(len(CODE)):
        for typed in TYPED:
            assert is_noticed(CODE[:place] + typed + CODE[place + 1 :], CODE)


@given(codes(), st.data())
def test_every_character_left_out_is_noticed(code, data):
    place = data.draw(st.integers(0, len(code) - 1))

    assert is_noticed(code[:place] + code[place + 1 :], code)


@given(codes(), st.data())
def test_every_character_too_many_is_noticed(code, data):
    place = data.draw(st.integers(0, len(code)))

    assert is_noticed(code[:place] + data.draw(st.sampled_from(TYPED)) + code[place:], code)


@given(codes(), st.data())
def test_every_pair_of_swapped_neighbours_is_noticed(code, data):
    bare = code.replace(".", "").replace("-", "")
    place = data.draw(st.integers(0, len(bare) - 2))
    assume(bare[place] != bare[place + 1])
    swapped = bare[:place] + bare[place + 1] + bare[place] + bare[place + 2 :]

    assert is_noticed(swapped, code)


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace(".", "·"),
        CODE.replace(".", " ").replace("-", ""),
        f"  {CODE}。",
        f"{CODE}#row-3.overdue_days",
        f"{CODE}＃n",
        CODE.translate({ord(letter): ord(letter) + 0xFEE0 for letter in TYPED + ".-"}),
        CODE[:-8] + CODE[-8:].replace("0", "O").replace("1", "l"),
    ],
)
def test_how_it_is_typed_does_not_matter(typed):
    assert decode(typed) == decode(CODE)


def test_a_version_is_known_by_its_second():
    assert decode(CODE).is_of(BUILD)
    assert not decode(CODE).is_of("20261122T220138-c45c")


@pytest.mark.parametrize("text", ["", "OPS-08", "云溪街道", "E20261122-000123", CODE[:-1]])
def test_what_is_no_code_is_said_to_be_none(text):
    with pytest.raises(TraceCodeError, match="溯源码"):
        decode(text)


@pytest.mark.parametrize("build", ["20261122T220137", "now", "20991122T220137-c45c"])
def test_a_version_that_is_none_has_no_codes(build):
    with pytest.raises(ValueError, match="no code"):
        encode(NUMBER, build)


@pytest.mark.parametrize(("text", "is_meant"), [(CODE, True), (CODE[:-1] + "X", True)])
def test_a_mistyped_code_still_looks_like_one(text, is_meant):
    assert looks_like_code(text) is is_meant


@pytest.mark.parametrize("text", ["OPS-08", "云溪街道", "E20261122-000123", "990102", ""])
def test_other_words_do_not_look_like_one(text):
    assert not looks_like_code(text)
