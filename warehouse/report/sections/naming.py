"""通报表扬和批评: units by name, never persons, and only what `mart_report_verdicts` defends."""

from __future__ import annotations

from typing import Any

from warehouse.report import lists
from warehouse.report.document import Block, Paragraph, Part, Slide
from warehouse.report.facts import Facts
from warehouse.report.phrases import listed, sentence
from warehouse.report.sections.ranks import score
from warehouse.report.sections.section import Written

#: More units than this in one list are a matter of the whole, not of the units.
NAMED = 5
RULES = (
    "表扬限于总分达到绿牌线，或列组内第一且与其后各单位差异显著的单位；批评限于一票否决，总分及其误差区间均低于"
    "黄牌线，或列组内末位且与其前各单位差异显著的单位。数据未齐、样本不足的，不排名、不点名。"
)
Row = dict[str, Any]


def naming(facts: Facts) -> Written | None:
    """Whom the circular praises and criticises; None at a place with nothing below."""
    if not facts.below or lists.listed(facts, "verdicts").is_empty():
        return None
    if not facts.head["is_complete"]:
        told = f"{facts.kind.this}尚未结束，不作表扬和批评。"
        return Written([Paragraph([told])])
    if not any(lists.counted(facts, name) for name in ("units_ranked", "units_criticised")):
        return Written([Paragraph(["考核所需数据未齐，暂不排名，不作表扬和批评。"])])
    body: list[Block] = [
        Paragraph(["（一）通报表扬"], 2),
        Paragraph(_praise(facts)),
        Paragraph(["（二）通报批评"], 2),
        Paragraph(_criticism(facts)),
        Paragraph([f"通报规则：{RULES}"]),
    ]
    return Written(body, _slides(facts))


def _slides(facts: Facts) -> list[Slide]:
    """Who is praised and criticised; none where nobody is."""
    named = (lists.counted(facts, "units_praised"), lists.counted(facts, "units_criticised"))
    if not any(named):
        return []
    headline: list[Part] = [
        "通报表扬",
        lists.count(facts, "units_praised", "个"),
        "单位，符合批评条件的",
        lists.count(facts, "units_criticised", "个"),
        "单位",
    ]
    told = [
        parts
        for rows, parts in zip(named, (_praise(facts), _criticism(facts)), strict=True)
        if rows
    ]
    return [Slide(Paragraph(headline), None, [Paragraph(parts) for parts in told])]


def _praise(facts: Facts) -> list[Part]:
    rows = lists.counted(facts, "units_praised")
    if not rows:
        return [f"{facts.kind.this}没有符合表扬条件的单位。"]
    return sentence(["对下列单位予以通报表扬：", *listed(_told(rows), between="；")])


def _criticism(facts: Facts) -> list[Part]:
    rows = lists.counted(facts, "units_criticised")
    if not rows:
        return [f"{facts.kind.this}没有符合批评条件的单位。", *_doubtful(facts)]
    if len(rows) > NAMED:
        return [
            "总分及其误差区间均低于黄牌线等符合批评条件的有",
            lists.count(facts, "units_criticised", "个"),
            "单位（见考核排名表），属面上问题，本次不逐一点名，由",
            f"{facts.head['area_name']}统一部署整改。",
            *_doubtful(facts),
        ]
    told = sentence(["对下列单位予以通报批评：", *listed(_told(rows), between="；")])
    return [*told, *_doubtful(facts)]


def _told(rows: list[Row]) -> list[list[Part]]:
    """`云溪街道，总分80.87分，总分及其误差区间均低于黄牌线`; a veto needs no total."""
    return [
        sentence(
            [row["area_name"]],
            ["总分", score(row, "total", "分", 2)] if row["total"] is not None else [],
            [row["reason"]],
            end="",
        )
        for row in rows
    ]


def _doubtful(facts: Facts) -> list[Part]:
    if not lists.counted(facts, "units_doubtful"):
        return []
    return [
        "另有",
        lists.count(facts, "units_doubtful", "个"),
        "单位总分低于黄牌线，但误差区间触及该线，本次不点名，请自行对照检查。",
    ]
