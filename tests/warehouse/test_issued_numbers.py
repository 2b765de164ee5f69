"""What was shown under a code is known after its version is gone; many may write at once."""

import json
import shutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from warehouse import issued_numbers
from warehouse.access.scope import Scope
from warehouse.issued_numbers import IssuedNumber, recall, remember
from warehouse.read import trace, trace_codes
from warehouse.read.connection import whole_site
from warehouse.read.narrowed import NotPermittedError
from warehouse.settings import Settings, settings
from warehouse.trace_code import Number, TraceCodeError, encode
from warehouse.versions import read_record

NUMBER = Number("OPS-08", "990199000000", "month", date(2026, 3, 1))
BUILD = "20260401T000000-0a1f"
SHOWN = IssuedNumber(
    code=encode(NUMBER, BUILD),
    number=NUMBER,
    name="按期结案率",
    unit="%",
    decimals=1,
    area_name="手算区",
    label="2026-03",
    value=91.2,
    numerator=912.0,
    denominator=1000.0,
    version=BUILD,
    as_of=datetime(2026, 3, 25),
    models="abc",
    settings="def",
    issued_at=datetime(2026, 3, 25, 9),
    shown_in="screen",
)


def other(second: int) -> IssuedNumber:
    build = f"20260401T00{second // 60:02d}{second % 60:02d}-0a1f"
    return replace(SHOWN, code=encode(NUMBER, build), version=build)


def write_some(var: Path, first: int) -> None:
    for second in range(first, first + 40):
        remember(Settings(var=var), [other(second), other(0)])


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    return Settings(var=tmp_path)


def lines(site: Settings) -> list[str]:
    (path,) = (site.var / "audit").glob("numbers-*.jsonl")
    return path.read_text().splitlines()


def test_what_was_shown_comes_back_as_it_was(site: Settings):
    assert remember(site, [SHOWN])

    assert recall(site, SHOWN.code) == SHOWN
    assert recall(site, other(7).code) is None


def test_a_number_is_kept_once_however_often_it_is_shown(site: Settings):
    remember(site, [SHOWN])
    remember(site, [replace(SHOWN, issued_at=datetime(2026, 3, 26)), SHOWN])

    assert len(lines(site)) == 1
    assert recall(site, SHOWN.code) == SHOWN


def test_writers_do_not_get_into_each_others_lines(site: Settings):
    with ProcessPoolExecutor(4) as pool:
        list(pool.map(write_some, [site.var] * 4, [0, 20, 40, 60]))

    codes = [json.loads(line)["code"] for line in lines(site)]
    assert sorted(codes) == sorted({other(second).code for second in range(100)})


def test_a_line_cut_off_by_a_crash_is_written_again(site: Settings):
    remember(site, [SHOWN])
    (path,) = (site.var / "audit").glob("numbers-*.jsonl")
    whole = path.read_text()
    path.write_text(whole + whole[:40])
    issued_numbers._seen.clear()

    assert recall(site, SHOWN.code) == SHOWN
    remember(site, [other(5)])
    assert [json.loads(line)["code"] for line in lines(site)] == [SHOWN.code, other(5).code]


def test_a_month_stops_growing(site: Settings, monkeypatch: pytest.MonkeyPatch):
    remember(site, [SHOWN])
    monkeypatch.setattr(issued_numbers, "MONTH_BYTES", 600)

    assert remember(site, [other(5)]) is False
    assert remember(site, [SHOWN])
    assert len(lines(site)) == 1


def test_old_months_are_dropped(site: Settings, monkeypatch: pytest.MonkeyPatch):
    folder = site.var / "audit"
    folder.mkdir()
    for month in range(1, 13):
        (folder / f"numbers-2020-{month:02d}.jsonl").write_text("")
    monkeypatch.setattr(issued_numbers, "KEPT_MONTHS", 3)

    remember(site, [SHOWN])

    assert len(list(folder.glob("numbers-*.jsonl"))) == 3


def test_nothing_about_the_reader_is_kept(site: Settings):
    remember(site, [SHOWN])

    assert set(json.loads(lines(site)[0])) == set(IssuedNumber.__dataclass_fields__)


@pytest.mark.usefixtures("reads_hand_city")
class TestOpeningACode:
    """On the hand city; an older version is the served one's folder under another name."""

    def reading(self) -> dict:
        return trace.reading(whole_site(), *NUMBER).row(0, named=True)

    def test_a_code_of_the_version_served_opens_its_number(self):
        scope, reading = whole_site(), self.reading()

        opened = trace_codes.open_code(scope, trace_codes.code_of(scope, reading).lower())

        assert opened.is_kept
        assert opened.reading == opened.now == reading
        assert opened.reasons == ()

    def test_a_number_that_was_shown_is_known_after_its_version_is_pruned(self):
        scope, reading = whole_site(), self.reading()
        old = Scope("20260331T120000-0a1f")
        folder = settings().versions / old.version
        folder.mkdir()
        record = read_record(settings().versions / scope.version) | {"as_of": "2026-03-20T00:00:00"}
        (folder / "build.json").write_text(json.dumps(record))
        then = reading | {"value": 50.0, "numerator": 1.0, "denominator": 2.0}
        assert trace_codes.issue(old, [then], shown_in="report")
        code = trace_codes.code_of(old, then)
        shutil.rmtree(folder)

        opened = trace_codes.open_code(scope, code)

        assert opened.is_kept is False
        assert opened.then is not None
        assert (opened.then.value, opened.then.version) == (50.0, old.version)
        assert opened.now is not None
        assert opened.now["value"] == reading["value"]
        assert "当时本期尚未结束，数据只到 2026-03-20 00:00。" in opened.reasons
        assert any("此后又收到" in reason for reason in opened.reasons)

    def test_a_pruned_version_that_nobody_saw_has_only_the_number_of_today(self):
        scope = whole_site()

        opened = trace_codes.open_code(scope, encode(NUMBER, "20260301T120000-0a1f"))

        assert (opened.then, opened.is_kept) == (None, False)
        assert opened.now == self.reading()

    def test_two_versions_on_disk_are_compared_entry_by_entry(self):
        scope = whole_site()
        old = "20260331T130000-0a1f"
        shutil.copytree(settings().versions / scope.version, settings().versions / old)
        try:
            opened = trace_codes.open_code(scope, encode(NUMBER, old))
            assert opened.is_kept
            assert opened.scope.version == old
            assert opened.reasons == ()
        finally:
            shutil.rmtree(settings().versions / old)

    def test_a_number_that_is_not_there_has_a_code_but_no_reading(self):
        nowhere = NUMBER._replace(area_code="110101000000")

        opened = trace_codes.open_code(whole_site(), encode(nowhere, BUILD))

        assert (opened.then, opened.now, opened.reading) == (None, None, None)

    def test_a_reader_of_one_street_is_not_told_another_place(self):
        street = Scope(whole_site().version, "990199001000")
        own = NUMBER._replace(area_code="990199001000")

        assert trace_codes.open_code(street, encode(own, street.version)).is_kept
        with pytest.raises(NotPermittedError):
            trace_codes.open_code(street, encode(NUMBER, street.version))

    def test_a_mistyped_code_opens_nothing(self):
        with pytest.raises(TraceCodeError):
            trace_codes.open_code(whole_site(), SHOWN.code[:-1] + "Z")
