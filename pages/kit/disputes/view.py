"""What the page says about disputes."""

from __future__ import annotations

from typing import Any

from pages.kit.html import Markup, tag
from pages.kit.records import RecordView

COUNTS = ("opened", "open", "overdue", "due_soon")
INDICATORS = {
    "LAW-01": "调解成功率",
    "LAW-02": "30 日调结率",
    "LAW-04": "矛盾上行率",
    "LAW-05": "万人起诉率",
}


def _facts(record: dict[str, Any]) -> list[tuple[str, Any]]:
    level = record["accepted_level"]
    return [
        ("调解方式", record["ways"]),
        ("受理来源", record["initiated"]),
        ("层级", f"{level} → {record['held_level']}" if record["is_passed_up"] else level),
        ("司法确认", record["judicially_confirmed_at"]),
        ("来自事件", _link(f"events?event={record['event_id']}", record["event_id"])),
        ("来自信访", _link(f"petitions?record={record['petition_id']}", record["petition_id"])),
    ]


def _link(href: str, words: str | None) -> Markup | None:
    return None if words is None else tag("a", words, href=href, target="_self")


DISPUTES = RecordView(
    record_set="disputes",
    noun="纠纷",
    title="矛盾纠纷",
    boxes={
        "kind": "纠纷类型",
        "channel": "调解方式",
        "state": "状态",
        "department": "调解组织",
    },
    columns={
        "record_id": "编号",
        "opened_at": "受理时间",
        "place": "位置",
        "title": "事项",
        "channel": "调解方式",
        "department_name": "调解组织",
        "state": "状态",
        "used": "已用/时限",
        "time_status": "时限状态",
    },
    extra={
        "kind": "纠纷类型",
        "closed_at": "调结时间",
        "initiated": "受理来源",
        "ways": "用到的调解",
        "accepted_level": "受理层级",
        "held_level": "办理层级",
        "passed_up_at": "上交时间",
        "judicially_confirmed_at": "司法确认时间",
        "event_id": "来自事件",
        "petition_id": "来自信访",
    },
    shown={
        "all": "全部",
        "opened": "本期受理",
        "open": "调解中",
        "overdue": "超期未结",
        "due_soon": "3 日内到期",
        "closed": "本期调结",
    },
    facts=_facts,
    hint="编号、类型、调解组织、上交、司法确认",
)
