"""A load, from the landing folder to the lake and the quarantine."""

from __future__ import annotations

import json
from datetime import date, datetime

import polars as pl
import pytest
import xlsxwriter
from rich.progress import Progress

from tests.warehouse.load.conftest import SmallSite
from warehouse.feeds import contract, contracts
from warehouse.load import ensure_lake, load
from warehouse.load.lake import Incoming, lake_schema

TEAMS = "team_id,area_code,kind,founded_on\n"
TEAM = "T1,990105001000,助老,2020-01-02\n"


def test_rows_arrive_with_the_types_of_the_contract_and_where_they_came_from(site: SmallSite):
    site.put("volunteer/teams/2026.csv", TEAMS + TEAM)
    site.load()
    row = site.lake("volunteer/teams").row(0, named=True)
    assert row["founded_on"] == date(2020, 1, 2)
    assert row["dissolved_on"] is None
    assert (row["_feed"], row["_file"], row["_row"]) == (
        "volunteer/teams", "volunteer/teams/2026.csv", 2,
    )  # fmt: skip
    assert row["_source"] == "contract"
    assert row["_extra"] is None
    assert row["_row_hash"]
    assert row["_load_id"]


def test_chinese_headings_in_any_order_below_a_title_in_gb18030(site: SmallSite):
    text = (
        "某区志愿队伍一览表\n\n"
        "成立日期,队伍类型,所属区域编码,队伍编号（必填）\n"
        "2020/1/2,助老,990105001000,T1\n"
    )
    site.put("volunteer/teams/导出.csv", text, "gb18030")
    site.load()
    row = site.lake("volunteer/teams").row(0, named=True)
    assert (row["team_id"], row["kind"], row["_row"]) == ("T1", "助老", 4)


def test_words_of_real_systems_become_codes(site: SmallSite):
    site.put(
        "grid/callbacks/a.csv",
        "事件编号,回访时间,是否有效,满意度,回访主体\nE1,2026-11-16 09:30,有效,不满意,上级\n",
    )
    site.load()
    row = site.lake("grid/callbacks").row(0, named=True)
    assert (row["valid"], row["rating"], row["measured_by"]) == (True, "dissatisfied", "superior")


def test_several_mediations_in_one_cell(site: SmallSite):
    head = "dispute_id,area_code,kind,initiated_by,accepted_at,mediation\n"
    row = "J1,990105001000,邻里,主动,2026-01-01 09:00:00,人民调解；司法\n"
    site.put("case/disputes/a.csv", head + row)
    site.load()
    assert site.lake("case/disputes")["mediation"].to_list() == ["people;judicial"]


def test_codes_keep_zeros_and_become_half_width(site: SmallSite):
    site.put("base/departments/a.csv", "部门编码,部门名称\n００７,（甲）局\n")
    site.load()
    assert site.lake("base/departments").select("department_code", "department_name").row(0) == (
        "007", "（甲）局",
    )  # fmt: skip


def test_short_place_codes_are_padded(site: SmallSite):
    site.put(
        "base/areas/a.csv",
        "area_code,area_name,level,parent_code\n990105,甲区,区,\n990105001,乙街道,街道,990105\n",
    )
    site.load()
    assert site.lake("base/areas").select("area_code", "parent_code").rows() == [
        ("990105000000", None),
        ("990105001000", "990105000000"),
    ]


def test_a_code_spoilt_by_a_spreadsheet_is_refused(site: SmallSite):
    site.put("volunteer/teams/a.csv", TEAMS + "T1,9.90105E+11,助老,2020-01-02\n")
    site.load()
    assert site.rules() == [(2, ["区划代码（area_code）被表格软件改成了科学计数法，编码已损坏"])]


def test_a_bad_row_shows_every_rule_it_broke_and_its_values(site: SmallSite):
    site.put("volunteer/teams/a.csv", TEAMS + TEAM + ",99,,2026-02-30\n")
    report = site.load()
    refused = site.refused().row(0, named=True)
    assert report.accepted == 1
    assert refused["row"] == 3
    assert set(refused["rules"]) == {
        "队伍编号（team_id）不能为空",
        "队伍类型（kind）不能为空",
        "成立日期（founded_on）不是可识别的日期",
    }
    assert json.loads(refused["values"])["founded_on"] == "2026-02-30"


def test_a_rule_of_two_columns(site: SmallSite):
    head = "team_id,area_code,kind,founded_on,dissolved_on\n"
    site.put("volunteer/teams/a.csv", head + "T1,990105001000,助老,2020-01-02,2019-01-01\n")
    site.load()
    assert site.rules() == [(2, ["解散日期早于成立日期"])]


def test_unknown_places_are_refused_once_there_is_a_register(site: SmallSite):
    site.put("volunteer/teams/a.csv", TEAMS + TEAM)
    site.put("base/areas/a.csv", "area_code,area_name,level,parent_code\n990105002000,乙,街道,\n")
    site.load()
    assert site.rules() == [(2, ["区划代码（area_code）不在地区名录中"])]


def test_rows_that_waited_for_a_register_are_taken_in_once_it_knows_them(site: SmallSite):
    register = "area_code,area_name,level,parent_code\n"
    site.put("volunteer/teams/a.csv", TEAMS + TEAM + "T2,990105009000,助老,2020-01-02\nT3,,,\n")
    site.put("base/areas/a.csv", register + "990105002000,乙,街道,\n")
    assert site.load("areas", "teams").accepted == 1
    assert site.load().accepted == 0
    site.put("base/areas/b.csv", register + "990105001000,甲,街道,\n")
    healing = site.load().files.filter(file="volunteer/teams/a.csv").row(0, named=True)
    assert (healing["rows"], healing["accepted"], healing["quarantined"]) == (1, 1, 0)
    assert healing["message"] == "名录更新后补收 1 行"
    site.put("base/areas/c.csv", register + "990105003000,丙,街道,\n")
    assert site.load().files.filter(file="volunteer/teams/a.csv")["status"].to_list() == ["skipped"]
    assert site.lake("volunteer/teams").select("team_id", "_row").rows() == [("T1", 2)]
    assert site.refused("teams").height == 3


def test_without_a_register_places_are_taken_on_trust(site: SmallSite):
    site.put("volunteer/teams/a.csv", TEAMS + TEAM)
    assert site.load().accepted == 1


def test_unknown_columns_are_kept_and_reported(site: SmallSite):
    site.put("volunteer/teams/a.csv", "备注," + TEAMS + "好," + TEAM)
    report = site.load()
    assert json.loads(site.lake("volunteer/teams")["_extra"][0]) == {"备注": "好"}
    assert "备注" in report.files["message"][0]


def test_personal_data_are_hashed_everywhere(site: SmallSite):
    head = "志愿者编号,所属区域编码,注册日期,姓名\n"
    site.put(
        "volunteer/volunteers/a.csv",
        head
        + "32010519800101001X,990105001000,2020-01-02,张三\n"
        + "32010519800101002X,1,坏,李四\n"
        + "多,余,的,一,格\n",
    )
    site.load()
    written = [path.read_bytes() for path in site.settings.var.rglob("*.parquet")]
    frames = [pl.read_parquet(path) for path in site.settings.var.rglob("*.parquet")]
    text = "".join(str(frame.rows()) for frame in frames)
    assert written
    assert "32010519800101" not in text
    assert "张三" not in text
    assert "李四" not in text
    assert "多,余" not in text
    assert len(site.lake("volunteer/volunteers")["volunteer_key"][0]) == 32


def test_the_same_person_gets_the_same_hash_in_every_feed(site: SmallSite):
    site.put(
        "volunteer/volunteers/a.csv", "志愿者编号,区划代码,注册日期\nV1,990105001000,2020-01-02\n"
    )
    site.put(
        "volunteer/service_records/a.csv",
        "编号,志愿者编号,区划代码,服务类型,开始时间,服务时长\n"
        "R1,V1,990105001000,助老,2020-01-02 9:00,1.5\n",
    )
    site.load()
    assert (
        site.lake("volunteer/volunteers")["volunteer_key"][0]
        == site.lake("volunteer/service_records")["volunteer_key"][0]
    )


def test_the_same_content_is_loaded_once_under_whatever_name(site: SmallSite):
    site.put("volunteer/teams/a.csv", TEAMS + TEAM)
    site.load()
    site.put("volunteer/teams/b.csv", TEAMS + TEAM)
    report = site.load()
    assert report.files["status"].to_list() == ["skipped", "skipped"]
    assert site.lake("volunteer/teams").height == 1


def test_every_version_of_a_row_stays_in_the_lake(site: SmallSite):
    site.put("volunteer/teams/a.csv", TEAMS + TEAM)
    site.load()
    site.put("volunteer/teams/b.csv", TEAMS + TEAM.replace("助老", "助残"))
    site.load()
    assert site.lake("volunteer/teams")["kind"].to_list() == ["助老", "助残"]


def test_only_the_wanted_feeds_are_loaded(site: SmallSite):
    site.put("volunteer/teams/a.csv", TEAMS + TEAM)
    site.put("base/departments/a.csv", "部门编码,部门名称\n1,甲\n")
    assert site.load("teams").per_feed["feed"].to_list() == ["volunteer/teams"]


def test_an_unknown_feed_is_refused(site: SmallSite):
    with pytest.raises(LookupError, match="nothing"):
        site.load("nothing")


def test_the_same_table_in_every_format(site: SmallSite):
    table = pl.DataFrame(
        {
            "team_id": ["T1", "T2"],
            "area_code": ["990105001000"] * 2,
            "kind": ["助老", "助残"],
            "founded_on": [date(2020, 1, 2), date(2021, 3, 4)],
        }
    )
    folder = site.settings.landing / "volunteer" / "teams"
    folder.mkdir(parents=True)
    table.write_csv(folder / "a.csv")
    site.put_packed("volunteer/teams/b.csv.gz", table.write_csv() + "\n")
    table.write_parquet(folder / "c.parquet")
    site.put(
        "volunteer/teams/d.ndjson",
        table.with_columns(pl.col("founded_on").cast(str)).write_ndjson(),
    )
    with xlsxwriter.Workbook(folder / "e.xlsx") as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy/m/d"})
        sheet.write_row(1, 0, ["志愿队伍"])
        sheet.write_row(2, 0, table.columns)
        for line, row in enumerate(table.rows(), start=3):
            sheet.write_row(line, 0, row[:3])
            sheet.write_datetime(line, 3, datetime.combine(row[3], datetime.min.time()), day)
        book.add_worksheet("说明").write_row(0, 0, ["本表由系统导出"])
    report = site.load()
    lake = site.lake("volunteer/teams")
    assert report.quarantined == 0
    assert report.refused_files.is_empty()
    for file in "abcde":
        rows = lake.filter(pl.col("_file").str.contains(f"/{file}."))
        assert rows.select(table.columns).equals(table), file
    rows_of = dict(lake.group_by("_file").agg("_row").iter_rows())
    assert rows_of["volunteer/teams/a.csv"] == [2, 3]
    assert rows_of["volunteer/teams/c.parquet"] == [1, 2]
    assert rows_of["volunteer/teams/d.ndjson"] == [1, 2]
    assert rows_of["volunteer/teams/e.xlsx"] == [4, 5]
    assert "说明" in "".join(report.files["message"].drop_nulls())


def test_places_may_come_as_geojson(site: SmallSite):
    shape = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    properties = {
        "area_code": "990105",
        "area_name": "甲区",
        "level": "区",
        "parent_code": None,
        "resident_population": 12,
    }
    collection = {
        "type": "FeatureCollection",
        "features": [{"properties": properties, "geometry": shape}],
    }
    site.put("base/areas/a.geojson", json.dumps(collection))
    site.load()
    row = site.lake("base/areas").row(0, named=True)
    assert json.loads(row["geometry"]) == shape
    assert row["resident_population"] == 12


def test_the_log_says_what_became_of_each_file(site: SmallSite):
    site.put("volunteer/teams/a.csv", TEAMS + TEAM + "T2,,助老,2021-01-02\n")
    site.load()
    log = pl.read_parquet(site.settings.raw / "meta" / "loads" / "*.parquet").row(0, named=True)
    assert (log["rows"], log["accepted"], log["quarantined"], log["status"]) == (2, 1, 1, "loaded")
    assert log["earliest"] == datetime(2020, 1, 2)


def test_the_report_has_a_line_per_feed_and_per_refused_file(site: SmallSite):
    site.put("volunteer/teams/a.csv", TEAMS + TEAM)
    site.put("volunteer/teams/b.csv", b"")
    columns, rows = site.load().as_table()
    assert columns[0] == "feed"
    assert rows[0][0] == "volunteer/teams"
    assert rows[1][0] == "volunteer/teams/b.csv: 文件是空的"


def test_progress_counts_bytes(site: SmallSite):
    file = site.put("volunteer/teams/a.csv", TEAMS + TEAM)
    with Progress(disable=True) as progress:
        load(site.settings, progress=progress)
        assert progress.tasks[0].total == progress.tasks[0].completed == file.stat().st_size


def test_every_feed_can_be_read_before_anything_is_loaded(site: SmallSite):
    ensure_lake(site.settings)
    for feed in contracts():
        assert site.lake(feed).schema == lake_schema(contract(feed))
    assert site.refused().is_empty()


def test_what_a_killed_load_left_is_swept_away(site: SmallSite):
    site.put("volunteer/teams/a.csv", TEAMS + TEAM)
    site.load()
    killed = Incoming(site.settings, "20990101T000000000000")
    rows = site.lake("volunteer/teams")
    killed.write(rows, site.settings.raw / "never.parquet")
    half = site.settings.raw / "volunteer/teams/load_date=2099-01-01/20990101T000000000000.parquet"
    half.parent.mkdir()
    rows.write_parquet(half)
    ensure_lake(site.settings)
    assert not half.exists()
    assert not killed.folder.exists()
    assert site.lake("volunteer/teams").height == 1


def test_a_load_that_fails_leaves_nothing(site: SmallSite, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise OSError("disk full")

    site.put("volunteer/teams/a.csv", TEAMS + TEAM)
    monkeypatch.setattr(Incoming, "publish", fail)
    with pytest.raises(OSError, match="disk full"):
        site.load()
    monkeypatch.undo()
    assert site.lake("volunteer/teams").is_empty()
    assert site.load().accepted == 1
