"""The mapping in docs/boston311 works on rows of its kind (made up here)."""

from __future__ import annotations

import shutil
from datetime import datetime

import pytest

from tests.warehouse.load.conftest import SmallSite
from warehouse.load import check_sources
from warehouse.settings import ROOT, Settings

EXAMPLE = ROOT / "docs" / "boston311"
HEAD = (
    "case_id,open_date,close_date,target_close_date,case_topic,service_name,assigned_department,"
    "case_status,on_time,report_source,full_address,ward,precinct,longitude,latitude\n"
)
ROWS = (
    "C1,2025-08-01 06:35:06.539+00,2025-08-01 08:00:09+00,2025-08-04 06:35:06.539+00,Lamp,Lamp,"
    'Works,Closed,ONTIME,Call,"1 A St, X",03,05,-71.1,42.3\n'
    "C2,2025-12-01 15:17:24+00,2025-12-09 08:00:09.25+00,2025-12-04 15:17:24+00,Tree,Tree,"
    "Parks & Recreation,Closed,OVERDUE,BOS311,,03,,-71.1,42.3\n"
    "C3,2025-12-01 15:17:24.1+00,,,,,,In progress,OVERDUE,Call,,,,,\n"
    "C4,2025-12-01 15:17:24.12+00,,,Tree,Tree,,Error,ONTIME,Call,,03,05,,\n"
)


@pytest.fixture
def boston(site: SmallSite) -> SmallSite:
    for name in ("sources.toml", "site.toml"):
        shutil.copy(EXAMPLE / name, site.settings.var / name)
    there = SmallSite(Settings(var=site.settings.var))
    there.put("boston311.csv", HEAD + ROWS)
    return there


def test_the_check_finds_no_fault(boston: SmallSite):
    assert not [finding for finding in check_sources(boston.settings) if finding.is_fault]


def test_requests_become_events_in_local_time(boston: SmallSite):
    boston.load()
    rows = boston.lake("grid/events").rows_by_key("event_id", named=True, unique=True)
    assert rows["C1"]["reported_at"] == datetime(2025, 8, 1, 2, 35, 6, 539000)
    assert rows["C2"]["reported_at"] == datetime(2025, 12, 1, 10, 17, 24)
    assert {key: row["area_code"] for key, row in rows.items()} == {
        "C1": "980001003005",
        "C2": "980001003000",
        "C3": "980001000000",
    }


def test_the_files_own_verdict_agrees_with_its_dates(boston: SmallSite):
    boston.load()
    checkable = boston.lake("grid/events").drop_nulls(["closed_at", "due_at"])
    verdicts = checkable["closed_at"] <= checkable["due_at"]
    assert checkable.height == 2
    assert checkable["on_time"].to_list() == verdicts.to_list()


def test_one_file_makes_registers_and_events_and_no_row_is_lost(boston: SmallSite):
    report = boston.load()
    assert report.rows == report.accepted + report.quarantined
    assert boston.lake("base/areas")["area_code"].to_list() == [
        "980001000000",
        "980001003000",
        "980001003005",
    ]
    assert set(boston.lake("base/matters")["matter_code"]) == {"Lamp", "Tree", "unknown"}
    assert boston.rules("grid/events") == [(5, ["按来源说明略去：系统标记为错误的工单"])]
