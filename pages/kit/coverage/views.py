"""The lists of the coverage page: who lacks what, facilities, posts, titles."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from pages.kit.formats import number
from pages.kit.html import Markup, tag
from pages.kit.records import RecordView


def _unit_facts(unit: dict[str, Any]) -> list[tuple[str, Any]]:
    code, area = unit["indicator_code"], unit["area_code"]
    return [
        ("指标", _link(f"indicators?{urlencode({'code': code})}", f"{code} 的定义与历史")),
        ("单位画像", _link(f"place?{urlencode({'area': area})}", unit["area_name"])),
    ]


def _link(address: str, words: str) -> Markup:
    return tag("a", words, href=address, target="_self")


def _post_facts(post: dict[str, Any]) -> list[tuple[str, Any]]:
    people = "<5" if post["is_few"] else number(post["people"])
    return [("在岗人数", f"{people} 人"), ("说明", "只列岗位，不列个人；不足 5 人不显示人数")]


VIEWS = {
    "coverage_units": RecordView(
        record_set="coverage_units",
        noun="覆盖单位",
        title="缺口清单",
        unit="个",
        boxes={"kind": "项目", "channel": "类别", "state": "状态"},
        columns={
            "title": "缺口",
            "kind": "项目",
            "channel": "类别",
            "area_name": "单位",
            "place": "位置",
            "closed_at": "覆盖自",
            "state": "状态",
        },
        extra={"opened_at": "设立", "indicator_code": "指标"},
        shown={"open": "未覆盖", "closed": "本期新覆盖"},
        default_shown="open",
        facts=_unit_facts,
        hint="项目、单位",
        usual_period="quarter",
        order="按项目和区划",
        by_day=True,
    ),
    "facilities": RecordView(
        record_set="facilities",
        noun="设施",
        title="设施台账",
        unit="处",
        boxes={"kind": "设施", "channel": "层级", "state": "状态"},
        columns={
            "record_id": "编号",
            "title": "名称",
            "kind": "设施",
            "place": "位置",
            "channel": "层级",
            "opened_at": "启用",
            "closed_at": "停用",
            "state": "状态",
        },
        shown={"open": "在用", "opened": "本期启用", "closed": "本期停用"},
        default_shown="open",
        hint="编号、名称、地点",
        usual_period="quarter",
        order="最近启用的在前",
        by_day=True,
    ),
    "rosters": RecordView(
        record_set="rosters",
        noun="岗位",
        title="队伍名册",
        unit="个",
        boxes={"kind": "角色", "channel": "类别", "state": "状态"},
        columns={
            "title": "岗位",
            "channel": "类别",
            "place": "位置",
            "area_name": "单位",
            "closed_at": "最近到岗/离岗",
            "state": "状态",
        },
        extra={"kind": "角色", "opened_at": "设岗", "people": "在岗人数（5 人以上）"},
        shown={"open": "缺岗", "closed": "本期到岗"},
        default_shown="open",
        facts=_post_facts,
        hint="角色、单位",
        usual_period="quarter",
        order="缺岗的在前",
        by_day=True,
    ),
    "awards": RecordView(
        record_set="awards",
        noun="荣誉",
        title="创建荣誉",
        unit="项",
        boxes={"kind": "荣誉", "channel": "授予级别", "state": "状态"},
        columns={
            "record_id": "编号",
            "title": "荣誉",
            "area_name": "单位",
            "place": "位置",
            "channel": "授予级别",
            "opened_at": "授予",
            "closed_at": "撤销",
            "state": "状态",
        },
        extra={"kind": "荣誉类别"},
        shown={"open": "有效", "opened": "本期授予", "closed": "本期撤销"},
        default_shown="open",
        hint="编号、荣誉、单位",
        usual_period="quarter",
        order="最近授予的在前",
        by_day=True,
    ),
}
