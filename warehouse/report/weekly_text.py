"""The sentences of the weekly report; every number in them is computed, none is typed."""

from __future__ import annotations

from typing import Any

import polars as pl

from warehouse.report.content import Figure, Paragraph, Part, heading
from warehouse.report.weekly_brief import Brief
from warehouse.report.words import (
    compared,
    is_marked,
    number,
    target,
    whole_word,
    with_unit,
)

FIELDS = ("矛盾纠纷", "信访", "志愿服务")


def overall(brief: Brief) -> list[Paragraph]:
    """一、总体情况: volume, kinds, closing, what stands open."""
    line = brief.lines["OPS-01"]
    days = max(1, (brief.moment.date() - line["period_start"]).days)
    here = whole_word(line["level"], line["area_name"])
    first: list[Part] = [
        f"本周{here}共上报网格事件",
        _figure(line, line["value"]),
        "，日均",
        Figure(_daily(line["value"], days), "OPS-01"),
        f"，{_both(line)}。",
        *_classes(brief),
    ]
    return [heading("一、总体情况"), Paragraph(first), _closing(brief), _off_target(brief)]


def loop(brief: Brief) -> list[Paragraph]:
    """二、闭环运行情况: filing, handling, rework, level, call-backs."""
    first = [
        *_rate(brief, "OPS-03", "立案", "按时立案"),
        *_rate(brief, "OPS-06", "应处置", "按期处置"),
        *_rate(brief, "OPS-09", "应结案件中返工", ""),
    ]
    second = [
        *_rate(brief, "OPS-13", "结案", "在网格、社区一级解决"),
        *_rate(brief, "OPS-14", "有效回访", "群众表示满意"),
    ]
    said = [Paragraph(parts) for parts in (first, second) if parts]
    return [heading("二、闭环运行情况"), *(said or [Paragraph(["本周无可说明的数据。"])])]


def fields(brief: Brief) -> list[Paragraph]:
    """三、分领域情况: disputes, petitions, volunteers."""
    disputes = [
        *_count(brief, "LAW-18", "受理矛盾纠纷"),
        *_rate(brief, "LAW-01", "调结", "调解成功"),
    ]
    petitions = [
        *_count(brief, "LAW-19", "收到信访事项"),
        *_rate(brief, "LAW-08", "应受理", "及时受理"),
        *_rate(brief, "LAW-09", "应答复", "按期答复"),
        *_rate(brief, "LAW-11", "信访事项中重复信访", ""),
    ]
    volunteers = [*_count(brief, "MOR-09", "志愿服务时长"), *_active(brief)]
    written = [heading("三、分领域情况")]
    said = [
        (name, parts)
        for name, parts in zip(FIELDS, (disputes, petitions, volunteers), strict=True)
        if parts
    ]
    for place, (name, parts) in zip("一二三", said, strict=False):
        written += [heading(f"（{place}）{name}", 2), Paragraph(parts)]
    silent = [name for name in FIELDS if name not in dict(said)]
    if silent:
        written.append(Paragraph([f"{'、'.join(silent)}本周无数据，或数据尚未接入。"]))
    return written


def _daily(value: float | None, days: int) -> str:
    mean = None if value is None else value / days
    return f"{number(mean, 0 if mean is None or mean >= 10 else 1)}件"


def _figure(line: dict[str, Any], value: float | None) -> Figure:
    return Figure(with_unit(value, line["unit"]), line["indicator_code"])


def _both(line: dict[str, Any]) -> str:
    week = compared(line["value"], line["previous_value"], line["unit"])
    if line["last_year_value"] is None:
        return week
    return f"{week}，{compared(line['value'], line['last_year_value'], line['unit'], named='同比')}"


def _classes(brief: Brief) -> list[Part]:
    if brief.classes.is_empty():
        return []
    top = brief.classes.head(3)
    named: list[Part] = ["上报量居前的类别依次是："]
    for place, row in enumerate(top.iter_rows(named=True)):
        named += [
            "、" if place else "",
            row["class_name"],
            Figure(f"{number(row['reported'])}件", "OPS-01"),
            f"（占{number(row['share'], 2)}%）",
        ]
    line = brief.lines["OPS-01"]
    if is_marked(line["value"], line["previous_value"]):
        named.append(f"。{_driver(brief)}")
    return [*named, "。"]


def _driver(brief: Brief) -> str:
    """Which class moved most, when the whole moved by more than 20 %."""
    rising = (brief.value("OPS-01", "change") or 0) > 0
    both = brief.classes.join(
        brief.classes_before, on="class_name", how="full", coalesce=True, suffix="_before"
    ).with_columns(pl.col("reported").fill_null(0) - pl.col("reported_before").fill_null(0))
    row = both.sort("reported", descending=rising).row(0, named=True)
    word = "增加" if rising else "减少"
    return f"变动最大的类别为{row['class_name']}，较上周{word}{number(abs(row['reported']))}件"


def _closing(brief: Brief) -> Paragraph:
    closed, on_time, overdue = (brief.lines[code] for code in ("OPS-07", "OPS-08", "OPS-18"))
    if closed["value"] is None:
        parts: list[Part] = ["本周无应结案件。"]
    else:
        parts = [
            f"应结案{number(closed['denominator'])}件，结案",
            Figure(f"{number(closed['numerator'])}件", "OPS-07"),
            "，结案率",
            _figure(closed, closed["value"]),
            f"，{_both(closed)}；按期结案",
            Figure(f"{number(on_time['numerator'])}件", "OPS-08"),
            "，按期结案率",
            _figure(on_time, on_time["value"]),
            f"，{_both(on_time)}。",
        ]
    return Paragraph(
        [*parts, "期末超期未结", _figure(overdue, overdue["value"]), f"，{_both(overdue)}。"]
    )


def _off_target(brief: Brief) -> Paragraph:
    off = [row for row in brief.lines.values() if row["status"] in {"watch", "severe"}]
    with_target = [row for row in brief.lines.values() if row["target"] is not None]
    if not with_target:
        return Paragraph(["本期指标均未设目标值。"])
    if not off:
        return Paragraph([f"设有目标值的{len(with_target)}项指标均达到目标。"])
    parts: list[Part] = [f"设有目标值的{len(with_target)}项指标中，{len(off)}项未达到目标："]
    for place, row in enumerate(off):
        goal = target(row["target"], row["better"], row["unit"])
        parts += ["；" if place else "", row["indicator_name"], _figure(row, row["value"])]
        parts.append(f"（目标{goal}）")
    return Paragraph([*parts, "。"])


def _rate(brief: Brief, code: str, whole: str, part: str) -> list[Part]:
    """`应处置120件，按期处置118件，按期处置率98.33%，环比…。`"""
    line = brief.lines[code]
    if line["value"] is None:
        return _silence(line, f"{line['indicator_name']}本周无可计算的件数。")
    unit = "件次" if code == "LAW-11" else "件"
    done = Figure(f"{number(line['numerator'])}{unit}", code)
    counted: list[Part] = (
        [f"{whole}{number(line['denominator'])}{unit}，{part}", done] if part else [whole, done]
    )
    name = line["indicator_name"].removeprefix("矛盾纠纷")
    return [*counted, f"，{name}", _figure(line, line["value"]), f"，{_both(line)}。"]


def _count(brief: Brief, code: str, words: str) -> list[Part]:
    line = brief.lines[code]
    if line["value"] is None:
        return _silence(line, f"{line['indicator_name']}本周无数据。")
    return [words, _figure(line, line["value"]), f"，{_both(line)}。"]


def _silence(line: dict[str, Any], words: str) -> list[Part]:
    """Say that a value is missing this week, unless there never is one: 数据说明 names those."""
    was_there = (line["previous_value"], line["last_year_value"]) != (None, None)
    return [words] if was_there else []


def _active(brief: Brief) -> list[Part]:
    line = brief.lines["MOR-03"]
    if line["value"] is None:
        return []
    return [
        f"期末注册志愿者{number(line['denominator'])}人，近12个月有服务记录的",
        Figure(f"{number(line['numerator'])}人", "MOR-03"),
        "，活跃志愿者率",
        _figure(line, line["value"]),
        f"，{_both(line)}。",
    ]
