"""The lists of the volunteers page: teams, orders, social organisations."""

from __future__ import annotations

from typing import Any

from pages.kit.formats import number
from pages.kit.records import RecordView

INDICATORS = ("MOR-02", "MOR-03", "MOR-04A", "MOR-04B", "MOR-06", "MOR-05", "SLF-09")


def _team_facts(team: dict[str, Any]) -> list[tuple[str, Any]]:
    people = "<5" if team["is_few"] else number(team["volunteers_90d"])
    return [
        ("最近活动", team["last_activity_at"]),
        ("近 90 日", f"{number(team['attendances_90d'])} 人次，{number(team['hours_90d'])} 小时"),
        ("参加人数", f"{people} 人（近 90 日）"),
        ("近一年", f"{number(team['hours_365d'])} 小时"),
    ]


def _order_facts(order: dict[str, Any]) -> list[tuple[str, Any]]:
    stars = order["rating"]
    return [
        ("接单队伍", order["channel"] or "还没有队伍接单"),
        ("接单时间", order["accepted_at"]),
        ("居民评分", None if stars is None else f"{stars} 星"),
    ]


def _organisation_facts(organisation: dict[str, Any]) -> list[tuple[str, Any]]:
    return [("孵化", "出自孵化场所" if organisation["is_incubated"] else "不是孵化产生")]


VIEWS = {
    "teams": RecordView(
        record_set="teams",
        noun="志愿团队",
        title="志愿团队",
        unit="支",
        boxes={"kind": "服务类别", "state": "状态"},
        columns={
            "record_id": "编号",
            "title": "团队",
            "place": "位置",
            "kind": "服务类别",
            "opened_at": "成立",
            "last_activity_at": "最近活动",
            "hours_90d": "近 90 日小时",
            "attendances_90d": "人次",
            "hours_365d": "近一年小时",
            "idle_days": "停歇天数",
            "state": "状态",
        },
        extra={"closed_at": "解散"},
        shown={"open": "在册", "opened": "本期成立", "closed": "本期解散"},
        default_shown="open",
        facts=_team_facts,
        hint="编号、类别、地点",
        usual_period="month",
        order="停歇最久的在前",
        by_day=True,
    ),
    "service_orders": RecordView(
        record_set="service_orders",
        noun="服务订单",
        title="服务订单",
        unit="单",
        boxes={"kind": "服务", "channel": "接单队伍", "state": "状态"},
        columns={
            "record_id": "编号",
            "opened_at": "点单时间",
            "place": "位置",
            "kind": "服务",
            "channel": "接单队伍",
            "state": "状态",
            "used": "已用/时限",
            "time_status": "时限状态",
        },
        extra={
            "accepted_at": "接单时间",
            "rating": "居民评分（星）",
            "due_at": "完成时限",
            "closed_at": "完成时间",
        },
        shown={
            "all": "全部",
            "opened": "本期点单",
            "open": "未完成",
            "overdue": "超期",
            "due_soon": "临期",
            "closed": "本期完成",
        },
        default_shown="opened",
        facts=_order_facts,
        hint="编号、服务、队伍、地点",
        usual_period="month",
    ),
    "social_orgs": RecordView(
        record_set="social_orgs",
        noun="社会组织",
        title="社会组织",
        unit="家",
        boxes={"kind": "类型", "channel": "登记方式", "state": "状态"},
        columns={
            "record_id": "编号",
            "title": "名目",
            "place": "位置",
            "kind": "类型",
            "channel": "登记方式",
            "opened_at": "成立",
            "closed_at": "注销",
            "is_incubated": "孵化产生",
            "state": "状态",
        },
        shown={"open": "在册", "opened": "本期新增", "closed": "本期注销"},
        default_shown="open",
        facts=_organisation_facts,
        hint="编号、类型、地点",
        usual_period="month",
        order="最近成立的在前",
        by_day=True,
    ),
}
