"""`sources.toml`: an export that looks otherwise becomes a feed without code."""

from __future__ import annotations

from datetime import datetime

import polars as pl
import pytest

from tests.warehouse.load.conftest import SmallSite
from warehouse.load import check_sources
from warehouse.load.mapping import BadMappingError, read_mappings
from warehouse.load.mapping.places import find_places
from warehouse.load.mapping.record import described

AREAS = (
    "area_code,area_name,level,parent_code\n"
    "990105000000,示范区,district,\n"
    "990105001000,甲街道,street,990105000000\n"
    "990105002000,乙街道,street,990105000000\n"
    "990105001001,新村,community,990105001000\n"
    "990105002001,新村,community,990105002000\n"
)
EXPORT = (
    "工单,街道,社区,类别,渠道,登记,办结,期限,按期\n"
    "A1,甲街道,新村,噪声,12345,01/02/2026 09:00,2026-02-03 10:00,2026-02-05 18:00,按期办结\n"
    "A2,乙街道,新村,噪声,APP,01/02/2026 10:00,-,2026-02-05 18:00,超期\n"
    "A3,乙街道,,积水,APP,01/02/2026 11:00,-,-,-\n"
    "A4,,,积水,APP,01/02/2026 12:00,-,-,-\n"
    "A5,甲街道,旧村,积水,APP,01/02/2026 12:00,-,-,-\n"
    "测试,甲街道,新村,积水,APP,01/02/2026 12:00,-,-,-\n"
)
MAPPING = """
[[source]]
name = "matters"
feed = "base/matters"
files = "export/*.csv"
distinct = true
[source.columns]
matter_code = "类别"
matter_name = "类别"
line = { constant = "城管" }
class_name = { constant = "其他" }
kind = { constant = "event" }

[[source]]
name = "orders"
feed = "grid/events"
files = ["export/*.csv"]
timezone = "UTC"
nulls = ["-", "无"]
skip = [{ where = { "工单" = ["测试"] }, reason = "测试工单" }]
[source.columns]
event_id = { template = "W-{工单:04}" }
area_code = { place = ["{街道}", "{社区}"], otherwise = "990105000000" }
matter_code = "类别"
source = { column = "渠道", map = { "APP" = "citizen" } }
urgency = { constant = "normal" }
reported_at = { column = "登记", formats = ["%d/%m/%Y %H:%M"] }
closed_at = { column = "办结", timezone = "Asia/Shanghai" }
due_at = { column = "期限", timezone = "Asia/Shanghai" }
on_time = "按期"
"""


@pytest.fixture
def mapped(site: SmallSite) -> SmallSite:
    site.put("base/areas/a.csv", AREAS)
    site.put("export/2026.csv", EXPORT, "gb18030")
    (site.settings.var / "sources.toml").write_text(MAPPING, encoding="utf-8")
    return site


def events(site: SmallSite) -> dict[str, dict[str, object]]:
    rows = site.lake("grid/events").to_dicts()
    return {str(row["event_id"]): row for row in rows}


def test_columns_templates_constants_and_words(mapped: SmallSite):
    mapped.load()
    row = events(mapped)["W-00A1"]
    assert row["matter_code"] == "噪声"
    assert row["source"] == "hotline"
    assert events(mapped)["W-00A2"]["source"] == "citizen"
    assert row["urgency"] == "normal"
    assert row["_source"] == "orders"


def test_formats_and_zones_per_column(mapped: SmallSite):
    mapped.load()
    row = events(mapped)["W-00A1"]
    assert row["reported_at"] == datetime(2026, 2, 1, 17)
    assert row["closed_at"] == datetime(2026, 2, 3, 10)


def test_wide_events_carry_deadline_and_the_platforms_own_flag(mapped: SmallSite):
    mapped.load()
    assert events(mapped)["W-00A1"]["on_time"] is True
    assert events(mapped)["W-00A2"]["on_time"] is False
    assert events(mapped)["W-00A3"]["on_time"] is None
    assert events(mapped)["W-00A2"]["closed_at"] is None


def test_an_export_of_dates_says_so_in_every_row_and_knows_no_zone(mapped: SmallSite):
    told = MAPPING.replace('timezone = "UTC"', 'timezone = "America/New_York"\nprecision = "day"')
    (mapped.settings.var / "sources.toml").write_text(told, encoding="utf-8")
    mapped.put("export/2026.csv", EXPORT.replace("01/02/2026 10:00", "2026-02-01"), "gb18030")

    mapped.load()

    rows = events(mapped)
    assert {row["time_precision"] for row in rows.values()} == {"day"}
    assert rows["W-00A2"]["reported_at"] == datetime(2026, 2, 1)
    orders = next(told for told in read_mappings(mapped.settings) if told.name == "orders")
    assert "精度 日" in described(orders)[0]["settings"]


def test_an_export_with_times_says_nothing_of_its_precision(mapped: SmallSite):
    mapped.load()

    assert {row["time_precision"] for row in events(mapped).values()} == {None}


def test_places_are_found_by_name_within_the_place_above(mapped: SmallSite):
    mapped.load()
    codes = {key: row["area_code"] for key, row in events(mapped).items()}
    assert codes == {
        "W-00A1": "990105001001",
        "W-00A2": "990105002001",
        "W-00A3": "990105002000",
        "W-00A4": "990105000000",
    }


def test_an_unknown_place_name_is_refused_and_rows_left_out_say_why(mapped: SmallSite):
    mapped.load()
    assert mapped.rules("grid/events") == [
        (6, ["区划代码（area_code）按地名在地区名录中找不到，或重名"]),
        (7, ["按来源说明略去：测试工单"]),
    ]


def test_rows_that_say_the_same_count_once(mapped: SmallSite):
    report = mapped.load()
    assert mapped.lake("base/matters").select("matter_code", "_row").rows() == [
        ("噪声", 2),
        ("积水", 4),
    ]
    assert report.rows == report.accepted + report.quarantined


def test_a_changed_mapping_reads_its_files_again(mapped: SmallSite):
    mapped.load()
    assert set(mapped.load().files["status"]) == {"skipped"}
    changed = MAPPING.replace('"normal"', '"urgent"')
    (mapped.settings.var / "sources.toml").write_text(changed, encoding="utf-8")
    again = mapped.load().files.filter(status="loaded")
    assert again["source"].to_list() == ["orders"]


def test_a_file_without_a_named_column_is_refused_whole(mapped: SmallSite):
    mapped.put("export/old.csv", "工单,街道\nA9,甲街道\n")
    report = mapped.load()
    refused = report.files.filter(status="refused")
    assert refused["file"].unique().to_list() == ["export/old.csv"]
    assert "没有来源 orders 所说的列：办结" in " ".join(refused["message"].to_list())
    assert report.rows == report.accepted + report.quarantined


def test_a_mapping_may_claim_a_file_in_a_feeds_own_folder(site: SmallSite):
    site.put("base/departments/x.csv", "no,name\n1,甲\n")
    (site.settings.var / "sources.toml").write_text(
        '[[source]]\nname="d"\nfeed="base/departments"\nfiles="base/departments/x*.csv"\n'
        'columns={department_code="no",department_name="name"}\n'
    )
    assert site.load().files["source"].to_list() == ["d"]


def test_the_check_tells_what_a_load_would_meet(mapped: SmallSite):
    wrong = MAPPING.replace('map = { "APP" = "citizen" }', "map = {}")
    (mapped.settings.var / "sources.toml").write_text(wrong, encoding="utf-8")
    mapped.load()
    findings = check_sources(mapped.settings)
    faults = [(finding.source, finding.message) for finding in findings if finding.is_fault]
    assert ("orders", "事件来源（source）有未对应的取值：APP（4 行）") in faults
    assert ("orders", "区划代码（area_code）按地名找到 80.0%") in faults


def test_the_check_needs_no_load_before_it(site: SmallSite):
    site.put("export/a.csv", "区,街道\n示范区,甲街道\n")
    columns = 'area_name="街道"\nlevel={constant="street"}\nparent_code={constant=""}\n'
    team = 'team_id="街道"\nkind={constant="x"}\nfounded_on={constant="2020-01-01"}\n'
    (site.settings.var / "sources.toml").write_text(
        f'[[source]]\nname="a"\nfeed="areas"\nfiles="export/*"\n[source.columns]\n{columns}'
        'area_code={constant="990105001000"}\n'
        f'[[source]]\nname="t"\nfeed="teams"\nfiles="export/*"\n[source.columns]\n{team}'
        'area_code={place="{街道}"}\n',
        encoding="utf-8",
    )
    assert not [finding for finding in check_sources(site.settings) if finding.is_fault]


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("[[source]", "不是合法的 TOML"),
        ('[[source]]\nname="x"', "来源 x feed"),
        (MAPPING.replace('"类别"\nmatter_name', '"类别"\nnonsense="x"\nmatter_name'), "nonsense"),
        (MAPPING.replace('class_name = { constant = "其他" }', ""), "缺少必需的列：class_name"),
        (MAPPING.replace('constant = "城管"', 'constant = "城管", column = "x"'), "之一"),
        (MAPPING.replace('"UTC"', '"Mars/Olympus"'), "没有时区 Mars/Olympus"),
        (MAPPING.replace('"orders"', '"matters"'), "来源名重复：matters"),
        (MAPPING.replace('"orders"', '"contract"'), "保留名"),
        (MAPPING.replace('"grid/events"', '"grid/nothing"'), "grid/nothing"),
        (MAPPING.replace("nulls =", 'coordinates = "X"\nnulls ='), "坐标系"),
        (MAPPING.replace("nulls =", 'precision = "week"\nnulls ='), "只能写 day"),
        (
            MAPPING.replace("distinct =", 'precision = "day"\ndistinct ='),
            "base/matters 没有时间精度",
        ),
    ],
)
def test_a_mapping_that_cannot_be_followed_is_named(site: SmallSite, toml: str, says: str):
    (site.settings.var / "sources.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(BadMappingError, match=says):
        read_mappings(site.settings)


def test_a_name_that_two_places_bear_is_not_guessed():
    places = pl.DataFrame(
        [("1", "甲", None), ("11", "新村", "1"), ("12", "新村", "1"), ("2", "新村", None)],
        schema={"area_code": pl.String, "area_name": pl.String, "parent_code": pl.String},
        orient="row",
    )
    codes, lost = find_places([pl.Series(["新村", "甲"]), pl.Series([None, "新村"])], places)
    assert codes.to_list() == [None, None]
    assert lost.to_list() == [True, True]
