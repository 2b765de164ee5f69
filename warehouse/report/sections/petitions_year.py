"""信访工作年度情况: the four contents that Article 41 of the regulation on petitions asks for.

(一) 统计数据、涉及领域、被反映较多的单位; (二) 转送、交办、督办; (三) 提出的建议和采纳; (四) 其他.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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
from warehouse.report.phrases import furthest, listed, named, paragraph, sentence
from warehouse.report.sections.fields import count_sentence
from warehouse.report.sections.loop import rate_sentence
from warehouse.report.sections.section import Written
from warehouse.report.words import NO_VALUE

#: How many fields and units are named in a sentence.
NAMED = 3
Row = dict[str, Any]


def petitions_year(facts: Facts) -> Written | None:
    """The four contents in their order; None without petitions."""
    if facts.line("LAW-19")["value"] is None:
        return None
    body: list[Block] = [
        Paragraph(["（一）统计数据、涉及领域和责任单位"], 2),
        *paragraph(count_sentence(facts, "LAW-19", "收到信访事项"), _split(facts, "渠道")),
        *_in_detail(facts),
        Paragraph(["（二）转送、交办和督办"], 2),
        *paragraph(_flow(facts), *_rates(facts)),
        Paragraph(["（三）建议和采纳"], 2),
        *paragraph(_suggestions(facts)),
        Paragraph(["（四）其他需要报告的事项"], 2),
        *paragraph(_other(facts)),
    ]
    return Written(body, _slides(facts))


def _slides(facts: Facts) -> list[Slide]:
    chart = None if facts.head["level"] == "community" else _chart(facts)
    if chart is None:
        return []
    most = _of(facts, "领域")[0]["name"]
    told: list[Part] = ["收到信访事项", figure(facts.line("LAW-19")), f"，涉及最多的领域是{most}"]
    return [Slide(Paragraph(told), chart)]


def _in_detail(facts: Facts) -> list[Block]:
    """By aim, field and unit; not of a community, where one petition may tell who wrote it."""
    if facts.head["level"] == "community":
        return []
    told = (_split(facts, "目的"), _leading(facts, "领域"), _leading(facts, "责任单位"))
    return [*paragraph(*told), _table(facts)]


def _of(facts: Facts, aspect: str) -> list[Row]:
    return [row for row in lists.rows(facts, "petitions") if row["aspect"] == aspect]


def _told(facts: Facts, row: Row) -> list[Part]:
    """`网上信访513件次，占50.74%`, `走访236批次、443人次，占23.35%`."""
    is_visit = row["name"] == "走访" and row["persons"] is not None
    people = ["、", lists.cell(facts, "petitions", row, "persons", "人次")] if is_visit else []
    return [
        row["name"],
        lists.cell(facts, "petitions", row, "pieces", "批次" if is_visit else "件次"),
        *people,
        "，占",
        lists.cell(facts, "petitions", row, "share", "%"),
    ]


def _split(facts: Facts, aspect: str) -> list[Part]:
    rows = _of(facts, aspect)
    if not rows:
        return []
    lead = "按渠道分，" if aspect == "渠道" else "按信访目的分，"
    return [lead, *listed([_told(facts, row) for row in rows], between="；"), "。"]


def _leading(facts: Facts, aspect: str) -> list[Part]:
    rows = [row for row in _of(facts, aspect) if row["name"] not in {"未分类", "其他"}][:NAMED]
    if not rows:
        return []
    lead = "涉及较多的领域依次是：" if aspect == "领域" else "信访事项较多的责任单位依次是："
    return [lead, *listed([_told(facts, row) for row in rows], between="；"), "。"]


def _table(facts: Facts) -> Table:
    rows: list[list[Part]] = [
        [
            row["aspect"],
            row["name"],
            lists.cell(facts, "petitions", row, "pieces"),
            lists.cell(facts, "petitions", row, "share", "%"),
        ]
        for row in lists.rows(facts, "petitions")
    ]
    return Table(
        name="信访统计",
        title="信访事项统计",
        columns=[
            Column("分类", 16),
            Column("名称", 34, is_left=True),
            Column("件次", 16),
            Column("占比", 16),
        ],
        rows=rows,
        note="注：按收到时间统计；占比按最大余数法取舍，每一分类合计为100%；责任单位按承办单位统计。",
        freeze=2,
    )


def _flow_row(facts: Facts) -> Row | None:
    return next(iter(lists.rows(facts, "flow")), None)


def _counts(facts: Facts, told: Sequence[tuple[str, str, str]]) -> list[list[Part]]:
    """Clauses of the counts that there are: words before, column, unit."""
    row = _flow_row(facts)
    if row is None:
        return []
    return [
        [word, lists.cell(facts, "flow", row, column, unit)]
        for word, column, unit in told
        if row[column]
    ]


def _flow(facts: Facts) -> list[Part]:
    told = _counts(
        facts,
        (
            ("转送、交办", "forwarded", "件次"),
            ("受理", "accepted", "件次"),
            ("答复", "replied", "件次"),
            ("办结", "closed", "件次"),
        ),
    )
    earlier = ["按办理时间统计，含以前收到的事项"]
    return sentence([facts.kind.this, *told[0]], *told[1:], earlier) if told else []


def _rates(facts: Facts) -> list[list[Part]]:
    return [
        rate_sentence(facts, "LAW-08", "应受理", "及时受理", "件次"),
        rate_sentence(facts, "LAW-09", "应答复", "按期答复", "件次"),
        rate_sentence(facts, "LAW-11", "信访事项", "其中重复信访/没有重复信访", "件次"),
        ["督办情况未单独登记，由信访部门补充。"],
    ]


def _suggestions(facts: Facts) -> list[Part]:
    told = _counts(
        facts,
        (
            ("收到建议意见类信访事项", "suggestions", "件次"),
            ("答复（含以前收到的）", "suggestions_replied", "件次"),
        ),
    )
    parts = sentence(*told) if told else [f"{facts.kind.this}没有建议意见类信访事项。"]
    return [*parts, "提出改进工作、完善政策的建议以及被采纳的情况未单独登记，由信访部门补充。"]


def _other(facts: Facts) -> list[Part]:
    told = _counts(
        facts,
        (
            ("举行听证", "hearings", "次"),
            ("会商", "consultations", "次"),
            ("领导接访", "receptions", "次"),
            ("化解积案", "backlog_closed", "件"),
            ("申请复查", "reviewed", "件次"),
            ("申请复核", "rechecked", "件次"),
        ),
    )
    rated = rate_sentence(facts, "LAW-13B", "参评的信访事项", "表示满意", "件次")
    parts = [*(sentence(*told) if told else []), *rated]
    return parts or [f"{facts.kind.this}没有其他需要报告的事项。"]


def _chart(facts: Facts) -> Chart | None:
    rows = _of(facts, "领域")
    if len(rows) < 2:
        return None
    points = [lists.cell(facts, "petitions", row, "pieces", "件次") for row in rows]
    return Chart(
        name="信访领域",
        title="信访事项涉及领域",
        kind="bar",
        categories=[row["name"] or NO_VALUE for row in rows],
        series=[Series("件次", [p for p in points if isinstance(p, Figure)])],
        unit="件次",
        takeaway=f"{named(furthest(rows, lambda row: row['pieces']), 'name')}最多。",
    )
