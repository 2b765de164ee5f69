"""What the page says about petitions."""

from __future__ import annotations

from typing import Any

from pages.kit.records import RecordView

COUNTS = ("opened", "open", "overdue", "due_soon")
INDICATORS = {
    "LAW-08": "及时受理率",
    "LAW-09": "按期答复率",
    "LAW-11": "重复信访率",
    "LAW-13B": "群众满意率",
}


def _facts(record: dict[str, Any]) -> list[tuple[str, Any]]:
    held = [
        f"{name} {record[column]} 次"
        for column, name in (("hearing_count", "听证会商"), ("reception_count", "领导接访"))
        if record[column]
    ]
    repeat = f"第 {record['repeat_number']} 次，首件 {record['first_record_id']}"
    return [
        ("信访目的", record["purpose"]),
        ("当前时限", record["clock_name"]),
        ("标记", record["marks"]),
        ("同一事项", repeat if record["is_repeat"] else None),
        ("听证接访", "，".join(held) or None),
        ("群众评价", record["rating"]),
    ]


PETITIONS = RecordView(
    record_set="petitions",
    noun="信访件",
    title="信访",
    unit="件",
    boxes={
        "channel": "信访形式",
        "kind": "内容分类",
        "state": "状态",
        "department": "责任单位",
    },
    columns={
        "record_id": "编号",
        "opened_at": "登记时间",
        "place": "位置",
        "channel": "形式",
        "title": "事项",
        "marks": "标记",
        "department_name": "责任单位",
        "state": "状态",
        "used": "已用/时限",
        "time_status": "时限状态",
    },
    extra={
        "kind": "内容分类",
        "purpose": "信访目的",
        "clock_name": "当前时限",
        "repeat_number": "同一事项第几次",
        "first_record_id": "首件编号",
        "is_backlog": "积案",
        "is_in_charge": "包案",
        "is_group_visit": "集体访",
        "is_extended": "延期",
        "is_litigation_related": "涉法涉诉",
        "hearing_count": "听证会商次数",
        "reception_count": "接访次数",
        "rating": "群众评价",
        "first_answer_at": "首次告知或受理",
        "accepted_at": "受理时间",
        "replied_at": "答复时间",
        "review_at": "复查时间",
        "recheck_at": "复核时间",
        "closed_at": "办结时间",
    },
    shown={
        "all": "全部",
        "opened": "本期收到",
        "open": "在办",
        "overdue": "超法定时限",
        "due_soon": "3 日内到期",
        "closed": "本期办结",
    },
    widths={
        "record_id": 96,
        "opened_at": 122,
        "place": 122,
        "channel": 44,
        "title": 150,
        "marks": 100,
        "department_name": 84,
        "state": 74,
        "used": 84,
        "time_status": 104,
    },
    facts=_facts,
    hint="编号、单位、重复、积案、包案、集体访、听证",
)
