"""Whatever happens to a sealed edition is found."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse.report.editions.conftest import files_in, report_of
from tests.warehouse.report.hand_report import CITY
from warehouse.report.editions import (
    EditionFaultError,
    Issue,
    Sealed,
    editions,
    faults,
    fetch,
    seal,
)
from warehouse.settings import Settings

SUBJECT = f"weekly/{CITY}/2026-W46/1"


@pytest.fixture
def sealed(city: Settings, tmp_path: Path) -> Sealed:
    return seal(city, report_of(city), files_in(tmp_path), Issue("市委政法委"))


def test_an_edition_that_nobody_touched_has_no_fault(city: Settings, sealed: Sealed):
    assert faults(city) == []


@given(data=st.data())
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_byte_changed_in_any_file_is_found(city: Settings, sealed: Sealed, data: st.DataObject):
    path = sealed.folder / data.draw(st.sampled_from([*sealed.files, "edition.json"]))
    before = path.read_bytes()
    place = data.draw(st.integers(0, len(before) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != before[place]))
    path.chmod(0o644)
    path.write_bytes(before[:place] + bytes([other]) + before[place + 1 :])
    try:
        found = faults(city)
        readable = [one for one in editions(city) if one.subject == SUBJECT]
        if path.name in sealed.files:
            with pytest.raises(EditionFaultError, match="与封存时不符"):
                fetch(readable[0], path.name)
    finally:
        path.write_bytes(before)

    assert {fault.subject for fault in found} == {SUBJECT}
    assert faults(city) == []


def test_a_file_missing_or_added_is_found(city: Settings, sealed: Sealed):
    (sealed.folder / "周报.pdf").rename(sealed.folder / "周报（改）.pdf")

    assert [fault.message for fault in faults(city)] == [
        "周报.pdf is missing",
        "周报（改）.pdf was added",
    ]


def test_an_edition_in_the_place_of_another_is_found(city: Settings, sealed: Sealed):
    sealed.folder.rename(sealed.folder.with_name("2"))

    assert [(fault.subject, fault.message) for fault in faults(city)] == [
        (f"weekly/{CITY}/2026-W46/2", f"it is the edition {SUBJECT}"),
        (SUBJECT, "it is missing"),
    ]


def test_a_record_without_its_words_is_a_fault_and_hides_no_other_edition(
    city: Settings, sealed: Sealed, tmp_path: Path
):
    seal(city, report_of(city, 2), files_in(tmp_path), Issue(note="更正"))
    record = sealed.folder / "edition.json"
    record.chmod(0o644)
    record.write_text("{}")

    assert [one.n for one in editions(city)] == [2]
    assert [fault.subject for fault in faults(city)] == [SUBJECT]


@pytest.mark.parametrize(
    ("was", "becomes", "message"),
    [
        ('"n": 1', '"n":  1', "edition.json is not what was written"),
        ('"weekly"', '"weekli"', "edition.json cannot be read: there is no report weekli"),
    ],
)
def test_a_blank_or_a_letter_more_in_a_record_is_found(
    city: Settings, sealed: Sealed, was: str, becomes: str, message: str
):
    record = sealed.folder / "edition.json"
    record.chmod(0o644)
    record.write_text(record.read_text().replace(was, becomes, 1))

    assert [fault.message for fault in faults(city)] == [message]
