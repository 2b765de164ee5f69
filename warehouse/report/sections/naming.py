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
    words = ("通报表扬", "通报批评" if len(named[1]) <= NAMED else "符合批评条件的")
    counts = ("units_praised", "units_criticised")
    headline = listed(
        (
            [word, lists.count(facts, name, "个"), "单位"]
            for word, name, rows in zip(words, counts, named, strict=True)
            if rows
        ),
        between="，",
    )
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
    return _public(rows, "表扬")


def _criticism(facts: Facts) -> list[Part]:
    rows = lists.counted(facts, "units_criticised")
    if not rows:
        return [f"{facts.kind.this}没有符合批评条件的单位。", *_doubtful(facts)]
    if len(rows) > NAMED:
        return [
            "总分及其误差区间均低于黄牌线等符合批评条件的有",
            lists.count(facts, "units_criticised", "个"),
            "单位（见考核排名表），属面上问题，不逐一通报批评，由",
            f"{facts.head['area_name']}统一部署整改。",
            *_doubtful(facts),
        ]
    return [*_public(rows, "批评"), *_doubtful(facts)]


def _public(rows: list[Row], word: str) -> list[Part]:
    """`对云溪街道予以通报批评，总分80.87分，…。`; of several, each with its reason."""
    if len(rows) == 1:
        name = rows[0]["area_name"]
        return sentence([f"对{name}予以通报{word}"], *_reason(rows[0]))
    told = [sentence([row["area_name"]], *_reason(row), end="") for row in rows]
    return sentence([f"对下列单位予以通报{word}：", *listed(told, between="；")])


def _reason(row: Row) -> list[list[Part]]:
    """`总分80.87分`, `总分及其误差区间均低于黄牌线`; a veto needs no total."""
    if row["total"] is None:
        return [[row["reason"]]]
    # The total has just been named.
    why = row["reason"].replace("总分达到", "达到")
    return [["总分", score(row, "total", "分", 2)], [why]]


def _doubtful(facts: Facts) -> list[Part]:
    if not lists.counted(facts, "units_doubtful"):
        return []
    return [
        "另有",
        lists.count(facts, "units_doubtful", "个"),
        "单位总分低于黄牌线，但误差区间触及该线，不列入通报批评，请自行对照检查。",
    ]
