"""A reader of one street cannot read anything of another, whichever page asks."""

from collections.abc import Iterator

import pytest

from tests.hand_records import DISTRICT, STREET_A, write_hand_records
from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.narrowed import NotPermittedError
from warehouse.settings import settings


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A version with records of two streets."""
    var = tmp_path_factory.mktemp("narrowed")
    version = write_hand_records(var / "versions")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YIPING_VAR", str(var))
        settings.cache_clear()
        yield version
    settings.cache_clear()


def test_a_list_has_only_the_records_of_the_place(version):
    sql = "select record_id from marts.mart_hand_list order by record_id"

    assert len(fetch(Scope(version), sql)) == 8
    assert fetch(Scope(version, STREET_A), sql)["record_id"].to_list() == [
        *("R1", "R2", "R3", "R6", "R7")
    ]


def test_a_line_of_time_is_as_closed_as_its_record(version):
    sql = "select distinct record_id from marts.mart_hand_steps order by record_id"

    assert fetch(Scope(version), sql)["record_id"].to_list() == ["R2", "R4"]
    assert fetch(Scope(version, STREET_A), sql)["record_id"].to_list() == ["R2"]


def test_what_knows_no_place_is_refused(version):
    with pytest.raises(NotPermittedError):
        fetch(Scope(version, STREET_A), "from marts.mart_hand_totals")
    assert fetch(Scope(version), "from marts.mart_hand_totals").height == 1


def test_the_place_is_the_top_of_what_is_shown(version):
    sql = "select area_code from marts.mart_event_areas where is_root"

    assert fetch(Scope(version), sql)["area_code"].to_list() == [DISTRICT]
    assert fetch(Scope(version, STREET_A), sql)["area_code"].to_list() == [STREET_A]


def test_a_quote_in_the_place_is_only_a_letter(version):
    sql = "select count(*) from marts.mart_hand_list"

    assert fetch(Scope(version, "A' or 'x' = 'x"), sql).item() == 0
