"""讲评要点: what went well, what did not, and which unit lost most; each chosen by rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl

from warehouse.report import lists
from warehouse.report.chance import differ
from warehouse.report.document import Figure, Paragraph, Part, Slide
from warehouse.report.facts import Facts
from warehouse.report.figures import Row, figure, gap, goal, moved
from warehouse.report.phrases import compared, listed, sentence
from warehouse.report.sections.ranks import score
from warehouse.report.sections.section import Written
from warehouse.report.sources import of_score
from warehouse.report.words import number

#: How many indicators or items are named in one point.
NAMED = 3
#: A rate must have moved by so many percentage points to be told.
TOLD_FROM = 0.5
#: What is reviewed: rates of what was done in the period. Stocks that only grow over a year
#: (存量化解率, 销号率) always look better than the quarter before and are left out.
REVIEWED = (
    "OPS-06", "OPS-08", "OPS-09", "OPS-13", "OPS-14", "OPS-15", "OPS-19", "OPS-20", "LAW-01",
    "LAW-02", "LAW-08", "LAW-09", "LAW-10", "LAW-11", "LAW-13B", "POL-06", "SLF-06", "SLF-07",
    "MOR-05", "SMT-03",
)  # fmt: skip
_ORDINALS = "一二三四五"


def comments(facts: Facts) -> Written | None:
    """The points of the review; None where nothing calls for one."""
    points = [parts for choose in _CHOICES if (parts := choose(facts))]
    if not points:
        return None
    # One point alone is not counted.
    ordinals = [f"{ordinal}是" for ordinal in _ORDINALS] if len(points) > 1 else [""]
    told = [
        Paragraph([part for part in (ordinal, *parts) if part])
        for ordinal, parts in zip(ordinals, points, strict=False)
    ]
    # What each point says first.
    leads = [str(parts[0]).partition("。")[0] for parts in points[:NAMED]]
    return Written(told, [Slide(Paragraph(["，".join(leads)]), None, told[:4])])


def _better(facts: Facts) -> list[Part]:
    rows = _moved_rates(facts, better=True)
    if not rows:
        return []
    told = [_with_change(facts, row) for row in rows]
    return sentence(["工作有进步。", *listed(told, between="；")])


def _worse(facts: Facts) -> list[Part]:
    rows = _moved_rates(facts, better=False)
    if not rows:
        return []
    told = [_with_change(facts, row) for row in rows]
    return sentence(["部分指标有所退步。", *listed(told, between="；")])


def _off_target(facts: Facts) -> list[Part]:
    """Rates that miss their target, the furthest first."""
    missed = [row for row in facts.lines.values() if gap(row) > 0 and not row["is_small_sample"]]
    missed.sort(key=lambda row: (-gap(row), row["indicator_code"]))
    if not missed:
        return []
    told = [
        [row["indicator_name"], figure(row), "（目标", *goal(row), "）"] for row in missed[:NAMED]
    ]
    return sentence(["与目标还有差距。差距较大的是", *listed(told)])


def _fallen_unit(facts: Facts) -> list[Part]:
    """The unit whose score fell most, with the items that cost it most points."""
    board = lists.listed(facts, "board")
    if board.is_empty():
        return []
    fallen = board.filter(pl.col("total_change") < 0).sort("total_change", "area_code")
    if fallen.is_empty():
        return []
    unit = fallen.row(0, named=True)
    size = abs(unit["total_change"])
    fall = Figure(f"{number(size, 2)}分", size, of_score(unit, "total_change"), '0.00"分"')
    parts: list[Part] = [
        f"有单位得分下降。下降最多的是{unit['area_name']}，得",
        score(unit, "total", "分", 2),
        f"，较{facts.kind.before}下降",
        fall,
    ]
    lost = _lost(facts, unit)
    return [*parts, *(["，失分较多的项目是", *listed(lost)] if lost else []), "。"]


def _overdue_findings(facts: Facts) -> list[Part]:
    if not lists.counted(facts, "findings_overdue"):
        return []
    return [
        f"督导问题整改有欠账。{facts.at_end}逾期未改的督导问题",
        lists.count(facts, "findings_overdue", "个"),
        "，涉及",
        lists.count(facts, "units_overdue", "个"),
        "单位。",
    ]


_CHOICES: tuple[Callable[[Facts], list[Part]], ...] = (
    _better,
    _worse,
    _off_target,
    _fallen_unit,
    _overdue_findings,
)


def _moved_rates(facts: Facts, *, better: bool) -> list[Row]:
    """Rates that moved most for better or worse, by more than chance."""
    found: list[tuple[float, str, Row]] = []
    for code in REVIEWED:
        row = facts.lines.get(code)
        if row is None or row["is_small_sample"] or not _is_sure(row):
            continue
        change = moved(row, "p", facts.wording)
        if change is None or abs(change.size) < TOLD_FROM:
            continue
        gain = change.size if row["better"] == "higher" else -change.size
        if (gain > 0) == better:
            found.append((-abs(gain), code, row))
    return [row for _, _, row in sorted(found, key=lambda entry: entry[:2])[:NAMED]]


def _is_sure(row: Row) -> bool:
    """Whether the rate differs from that of the period before by more than chance."""
    parts = ("numerator", "denominator", "previous_numerator", "previous_denominator")
    return differ(*(row.get(part) for part in parts))


def _with_change(facts: Facts, row: Row) -> list[Part]:
    return sentence([row["indicator_name"], figure(row)], *compared(row, facts.wording)[:1], end="")


def _lost(facts: Facts, unit: dict[str, Any]) -> list[list[Part]]:
    items = (
        lists.listed(facts, "items")
        .filter(
            pl.col("area_code") == unit["area_code"],
            pl.col("part") == "base",
            pl.col("lost_points") > 0,
        )
        .sort("lost_points", "item_no", descending=[True, False])
        .head(2)
    )
    return [
        [f"{row['item_name']}（失", _lost_points(unit, row), "）"]
        for row in items.iter_rows(named=True)
    ]


def _lost_points(unit: dict[str, Any], item: dict[str, Any]) -> Figure:
    lost = item["lost_points"]
    source = of_score(unit, f"item-{item['item_no']}.lost_points")
    return Figure(f"{number(lost, 2)}分", lost, source, '0.00"分"')
