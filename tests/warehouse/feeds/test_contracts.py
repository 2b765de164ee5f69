"""The contracts hang together: names, aliases, sentences, and what staging reads."""

import re

import polars as pl
import pytest

from warehouse.feeds import Contract, contract, contracts
from warehouse.feeds.columns import KINDS
from warehouse.feeds.contract import plain_heading
from warehouse.settings import TRANSFORM_DIR

EVERY = list(contracts().values())


def test_the_feeds_are_found_by_their_place_in_the_tree():
    assert set(contracts()) == {
        "base/areas", "base/departments", "base/matters", "base/rosters",
        "grid/events", "grid/event_log", "grid/callbacks", "grid/hotline_calls", "grid/visits",
        "grid/population_records", "grid/devices", "grid/say_matters", "grid/admissions",
        "grid/deliberations",
        "base/facilities", "base/social_orgs", "base/party_branches", "base/awards", "base/surveys",
        "case/disputes",
        "petition/petitions", "petition/hearings", "petition/ratings",
        "volunteer/volunteers", "volunteer/teams", "volunteer/service_records",
        "program/tasks",
        "case/court_filings", "case/security_incidents", "case/reward_tips",
        "volunteer/service_orders",
        "program/supervision_findings", "program/meeting_actions",
        "program/compliance_checks", "program/scenarios", "program/score_adjustments",
    }  # fmt: skip


def test_registers_come_first_so_that_codes_can_be_checked():
    families = [known.family for known in EVERY]
    assert families == sorted(families, key=lambda family: family != "base")


def test_a_feed_is_known_by_its_short_name_too():
    assert contract("events") is contract("grid/events")


def test_an_unknown_feed_is_named_in_the_complaint():
    with pytest.raises(LookupError, match="nothing"):
        contract("nothing")


@pytest.mark.parametrize("known", EVERY, ids=lambda known: known.feed)
def test_no_heading_means_two_columns(known: Contract):
    headings = [
        plain_heading(heading)
        for name, meaning in known.meanings.items()
        for heading in {name, *map(plain_heading, meaning.aliases)}
    ]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("known", EVERY, ids=lambda known: known.feed)
def test_every_feed_has_a_key_and_known_kinds(known: Contract):
    assert any(meaning.key for meaning in known.meanings.values())
    assert {meaning.kind for meaning in known.meanings.values()} <= set(KINDS)


@pytest.mark.parametrize("known", EVERY, ids=lambda known: known.feed)
def test_every_rule_says_in_chinese_what_is_wrong(known: Contract):
    rows = pl.DataFrame(schema={"_row": pl.Int64, **known.types})
    blank = rows.clear(1) if rows.width else rows
    _, failure = known.schema.filter(blank)
    rules = [name for name in failure.details().columns if name not in blank.columns]
    assert rules
    for rule in rules:
        if not rule.startswith("_row"):
            assert re.search("[\u4e00-\u9fff]", known.sentence(rule))


@pytest.mark.parametrize("known", EVERY, ids=lambda known: known.feed)
def test_staging_selects_columns_of_the_contract_only(known: Contract):
    model = f"models/staging/{known.family}/stg_{known.family}__{known.name}.sql"
    sql = (TRANSFORM_DIR / model).read_text(encoding="utf-8")
    selected = sql.split("renamed as", 1)[1].split("from source", 1)[0]
    lines = (line.strip().rstrip(",") for line in selected.splitlines())
    columns = {
        re.sub(r"(?:nullif|coalesce)\((\w+).*", r"\1", line.split(" as ")[0]).strip('"')
        for line in lines
        if re.match(r'["a-z]', line) and line != "select" and not line.startswith("_")
    }
    assert columns <= set(known.types)
