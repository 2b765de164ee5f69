"""A build keeps what it was made of, and a number's way is drawn from that."""

import json

import pytest

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch, whole_site
from warehouse.read.lineage import Way, lineage
from warehouse.settings import Settings
from warehouse.versions import current

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def way(measure: str, *feeds: str) -> Way:
    known = lineage(whole_site())
    assert known is not None
    found = known.way(measure, feeds)
    assert found is not None
    return found


def names(models) -> list[str]:
    return [model.name for model in models]


def test_every_model_of_the_manifest_is_kept_with_what_it_reads(hand_city: Settings):
    served = current(hand_city)
    assert served is not None
    manifest = json.loads((served.folder / "manifest.json").read_text())
    known = lineage(whole_site())
    assert known is not None

    kept = set(known.models)
    built = {
        node["name"]
        for node in manifest["nodes"].values()
        if node["resource_type"] in {"model", "seed"}
    }
    assert built <= kept
    assert known.models["ledger_entries"].upstream == tuple(
        sorted(
            name.rsplit(".", 1)[-1]
            for name in manifest["nodes"]["model.yiping.ledger_entries"]["depends_on"]["nodes"]
        )
    )
    assert {above for model in known.models.values() for above in model.upstream} <= kept


def test_rows_are_those_of_the_tables_and_feeds():
    scope, known = whole_site(), lineage(whole_site())
    assert known is not None

    for table in ("fct_events", "fct_petitions", "dim_areas"):
        rows = fetch(scope, f"select count(*) as rows from core.{table}")["rows"][0]
        assert known.models[table].rows == rows
    staged = fetch(scope, "select count(*) as rows from staging.stg_grid__events")["rows"][0]
    assert known.models["stg_grid__events"].rows == staged
    assert known.models["grid/events"].rows >= staged
    assert known.models["ledger_entries"].rows is None


def test_every_measure_of_the_ledger_has_a_way():
    measures = fetch(whole_site(), "select measure_code from reference.measures")["measure_code"]

    for measure in measures:
        found = way(measure)
        assert found.feeds, measure
        assert found.models[-1].layer == "ledger", measure


def test_the_way_of_closing_leads_from_the_feed_to_the_readings():
    found = way("closing_done_on_time", "grid/events")

    assert names(found.feeds) == ["grid/events"]
    assert names(found.models)[0] == "stg_grid__events"
    assert names(found.models)[-2:] == ["fct_events", "ldg_event_closing"]
    # Call-backs are in the same model of the ledger, but not in this measure.
    assert "fct_callbacks" not in names(found.models)
    assert {"grid/event_log", "base/areas"} <= set(names(found.beside))
    assert names(found.after)[0] == "ledger_entries"
    assert names(found.after)[-2:] == ["indicator_values", "indicator_readings"]
    assert "一屏统管" in found.screens.values()


def test_a_way_has_the_tests_of_its_models_with_their_outcome():
    tests = way("closing_done_on_time", "grid/events").tests

    assert ("event_id",) in {test.columns for test in tests}
    assert {test.status for test in tests} <= {"pass", "warn"}


def test_a_measure_that_no_model_writes_has_no_way():
    known = lineage(whole_site())
    assert known is not None

    assert known.way("no_such_measure", ["grid/events"]) is None


def test_a_version_without_a_lineage_has_none():
    assert lineage(Scope("20200101T000000-0000")) is None
