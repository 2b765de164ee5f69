"""What the alerts page says about an alert, and where it leads."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from pages.kit.html import Markup, join, tag
from pages.kit.records import RecordView

# What an alert is about -> the page that handles it, and the key of its number there.
_HANDLED = {
    "网格事件": ("events", "event"),
    "矛盾纠纷": ("disputes", "record"),
    "信访": ("petitions", "record"),
    "任务": ("tasks", "record"),
}
_LEADS = {
    "网格事件": "打开事件",
    "矛盾纠纷": "打开纠纷",
    "信访": "打开信访件",
    "任务": "打开任务",
    "网格": "打开网格画像",
    "指标": "打开指标",
}


def subject_address(alert: dict[str, Any]) -> str:
    """Where the thing itself is handled, already filtered; relative to the pages."""
    area, subject = alert["area_code"], alert["subject_id"]
    if alert["kind"] == "聚集":
        return "events?" + urlencode({"area": area, "matter": subject, "show": "reported"})
    if alert["kind"] == "静默网格":
        return "place?" + urlencode({"area": subject})
    if alert["kind"] == "异常":
        return "indicators?" + urlencode({"code": subject, "area": area})
    page, key = _HANDLED[alert["channel"]]
    return f"{page}?" + urlencode({key: subject})


def alert_address(alert: dict[str, Any]) -> str:
    """Where the alert is shown with its line of time."""
    return "alerts?" + urlencode({"area": alert["area_code"], "record": alert["record_id"]})


def subject_words(alert: dict[str, Any]) -> str:
    """What the link to the thing itself says."""
    return "打开这些事件" if alert["kind"] == "聚集" else _LEADS[alert["channel"]]


def alert_view(rules: dict[str, dict[str, Any]]) -> RecordView:
    """The declaration of the page.

    Args:
        rules: Rows of `alert_list.rules` by their code.
    """
    return RecordView(
        record_set="alerts",
        noun="预警",
        title="预警",
        unit="条",
        boxes={"kind": "类型", "state": "级别", "channel": "对象", "department": "责任单位"},
        columns={
            "kind": "类型",
            "state": "级别",
            "title": "事项",
            "place": "位置",
            "department_name": "责任单位",
            "last_action": "最近进展",
            "next_action": "下一步",
            "opened_at": "预警起于",
            "time_status": "时限状态",
        },
        extra={
            "record_id": "预警编码",
            "channel": "对象",
            "last_step_at": "最近进展时间",
            "next_step": "下一步做法",
            "next_actor": "由谁推进",
            "limit_name": "时限名称",
            "subject_id": "编号",
        },
        shown={"open": "全部", "opened": "本期新增", "overdue": "超期", "due_soon": "临期"},
        default_shown="open",
        facts=partial(_facts, rules),
        hint="编号、事项、地点、单位",
        quoted="subject_id",
    )


def _facts(rules: dict[str, dict[str, Any]], alert: dict[str, Any]) -> list[tuple[str, Any]]:
    rule = rules.get(alert["alert_code"], {})
    return [
        ("最近进展", alert["last_action"]),
        ("下一步", tag("b", alert["next_step"], class_="next")),
        ("由谁推进", alert["next_actor"]),
        (
            "口径",
            join([rule.get("rule", ""), tag("small", f"（{rule.get('basis', '')}）")]),
        ),
        ("去处理", _links(alert)),
    ]


def _links(alert: dict[str, Any]) -> Markup:
    place = "place?" + urlencode({"area": alert["area_code"]})
    links = [(subject_words(alert), subject_address(alert)), ("单位画像", place)]
    written = [
        tag("a", words, href=href, target="_self", class_="go")
        for words, href in dict(links).items()
    ]
    return join(written if alert["kind"] != "静默网格" else written[:1])
