"""志愿服务统计: registered and serving volunteers, hours, teams and orders; services by kind."""

from __future__ import annotations

from warehouse.report import lists
from warehouse.report.document import (
    Block,
    Chart,
    Column,
    Figure,
    Paragraph,
    Part,
    Series,
    Slide,
    Table,
)
from warehouse.report.facts import Facts
from warehouse.report.figures import figure
from warehouse.report.phrases import (
    furthest,
    named,
    paragraph,
    sentence,
    told_rate,
    without_stop,
)
from warehouse.report.sections.fields import count_sentence
from warehouse.report.sections.section import Written


def volunteers_year(facts: Facts) -> Written | None:
    """What the regulation on volunteer service has published yearly; None without volunteers."""
    served = count_sentence(facts, "MOR-09", "服务时长") if facts.line("MOR-09")["value"] else []
    told = [*_registered(facts), *served]
    if not told:
        return None
    body: list[Block] = [*paragraph(told, _each(facts)), *paragraph(_teams(facts), _orders(facts))]
    rows = lists.rows(facts, "services")
    if not rows:
        return Written(body)
    return Written(
        [*body, _table(facts)],
        [Slide(Paragraph(without_stop(_registered(facts) or told)), _chart(facts))],
    )


def _registered(facts: Facts) -> list[Part]:
    line = facts.line("MOR-03")
    if line["value"] is None:
        return []
    return sentence(
        [f"{_at_end(facts)}注册志愿者", figure(line, "d", "人")],
        ["近12个月有服务记录的", figure(line, "n", "人")],
        *told_rate(line, facts.wording)[:2],
    )


def _at_end(facts: Facts) -> str:
    return "年末" if facts.head["is_complete"] else facts.at_end


def _each(facts: Facts) -> list[Part]:
    line = facts.line("MOR-04A")
    if line["value"] is None:
        return []
    return sentence(
        [f"{facts.kind.this}参加服务的志愿者", figure(line, "d", "人")],
        ["人均服务", figure(line)],
    )


def _teams(facts: Facts) -> list[Part]:
    line = facts.line("MOR-06")
    if line["value"] is None:
        return []
    return sentence(
        [f"{_at_end(facts)}志愿团队", figure(line, "d", "支")],
        ["近90日有活动的", figure(line, "n", "支")],
        *told_rate(line, facts.wording)[:1],
    )


def _orders(facts: Facts) -> list[Part]:
    line = facts.line("MOR-05")
    if line["value"] is None:
        return []
    return sentence(
        ["到期服务订单", figure(line, "d", "单")],
        ["完成", figure(line, "n", "单")],
        *told_rate(line, facts.wording)[:1],
    )


def _table(facts: Facts) -> Table:
    rows: list[list[Part]] = [
        [
            row["kind_name"],
            lists.cell(facts, "services", row, "services"),
            lists.cell(facts, "services", row, "hours", "小时"),
        ]
        for row in lists.rows(facts, "services")
    ]
    return Table(
        name="志愿服务",
        title="志愿服务分类统计",
        columns=[
            Column("服务类别", 34, is_left=True),
            Column("服务人次", 20),
            Column("服务时长", 22),
        ],
        rows=rows,
        note="注：按服务发生地和开始时间统计，只列汇总数，不涉及个人。",
    )


def _chart(facts: Facts) -> Chart:
    rows = lists.rows(facts, "services")
    points = [lists.cell(facts, "services", row, "hours", "小时") for row in rows]
    return Chart(
        name="志愿服务分类",
        title="志愿服务时长分类",
        kind="bar",
        categories=[row["kind_name"] for row in rows],
        series=[Series("服务时长", [p for p in points if isinstance(p, Figure)])],
        unit="小时",
        takeaway=f"{named(furthest(rows, lambda row: row['hours']), 'kind_name')}时长最多。",
    )
