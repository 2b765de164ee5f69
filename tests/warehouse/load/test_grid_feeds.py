"""What the contracts of the grid family read, and what they refuse in which words."""

from __future__ import annotations

from datetime import date, datetime

from tests.warehouse.load.conftest import SmallSite


def test_a_hotline_export_with_chinese_headings(site: SmallSite):
    site.put(
        "grid/hotline_calls/a.csv",
        "话务日期,时段,呼入总量,接听量,派发工单数,直接答复数\n2026年3月2日,9,20,19,8,11\n",
    )
    site.load()
    row = site.lake("grid/hotline_calls").row(0, named=True)
    assert (row["date"], row["hour"], row["calls_in"]) == (date(2026, 3, 2), 9, 20)


def test_more_answers_than_calls_are_refused_in_words(site: SmallSite):
    site.put(
        "grid/hotline_calls/a.csv",
        "date,hour,calls_in,calls_answered,tickets,direct_answers\n"
        "2026-03-02,9,20,21,8,11\n2026-03-02,10,20,19,0,20\n2026-03-02,24,1,1,0,1\n",
    )
    site.load()
    refused = site.refused("grid/hotline_calls")
    assert refused["rules"].to_list() == [
        ["接通量大于呼入量"],
        ["直接答复量大于接通量"],
        ["小时（hour）大于允许的最大值"],
    ]


def test_cameras_are_on_or_off_in_the_words_of_the_platform(site: SmallSite):
    site.put(
        "grid/devices/a.csv",
        "设备编码,检测时间,设备状态\nSP1,2026/3/2 10:00,在线\nSP1,2026/3/9 10:00,离线\n",
    )
    site.load()
    rows = site.lake("grid/devices").sort("sampled_at")
    assert rows["online"].to_list() == [True, False]


def test_the_five_micros_by_their_names(site: SmallSite):
    kinds = ("微平台", "微行动", "微实事", "微心愿", "微星光")
    lines = [f"S{n},990105001001,线上,2026-03-02 10:00,{kind}" for n, kind in enumerate(kinds)]
    site.put(
        "grid/say_matters/a.csv", "说事编号,社区编码,渠道,提出时间,五微类型\n" + "\n".join(lines)
    )
    site.load()
    rows = site.lake("grid/say_matters").sort("matter_id")
    assert rows["micro_kind"].to_list() == ["platform", "action", "deed", "wish", "starlight"]
    assert rows["raised_at"][0] == datetime(2026, 3, 2, 10)


def test_what_ends_before_it_begins_is_refused(site: SmallSite):
    site.put(
        "grid/say_matters/a.csv",
        "matter_id,area_code,channel,raised_at,solved_at,replied_at\n"
        "S1,990105001001,online,2026-03-02 10:00,2026-03-01 10:00,2026-03-01 11:00\n",
    )
    site.put(
        "grid/deliberations/a.csv",
        "outcome_id,area_code,body,met_on,due_on,implemented_on\n"
        "B1,990105001001,议事会,2026-03-02,2026-03-01,2026-02-01\n",
    )
    site.load()
    assert site.refused("grid/say_matters")["rules"].to_list() == [
        ["解决时间早于说事时间", "反馈时间早于说事时间"]
    ]
    assert site.refused("grid/deliberations")["rules"].to_list() == [
        ["落实日期早于议事日期", "落实期限早于议事日期"]
    ]


def test_a_task_without_an_admission_is_a_good_row(site: SmallSite):
    site.put(
        "grid/admissions/a.csv",
        "任务编号,部门编码,社区编码,下达日期,准入编号\nA1,D01,990105001001,2026-03-02,\n",
    )
    site.load()
    assert site.lake("grid/admissions")["admission_no"].to_list() == [None]
