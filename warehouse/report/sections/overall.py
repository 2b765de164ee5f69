"""总体情况: volume, kinds, closing, what stands open, what is off target."""

from __future__ import annotations

from warehouse.report.document import Annex, Block, Figure, Paragraph, Part, Slide
from warehouse.report.facts import Facts
from warehouse.report.figures import Before, figure, goal, is_small
from warehouse.report.phrases import (
    biggest_move,
    compared,
    gone,
    is_marked,
    paragraph,
    rate,
    sentence,
    without_stop,
)
from warehouse.report.sections.classes import leading_classes, moved_class
from warehouse.report.sections.main_table import KEY_LINES, MAIN_LINES, main_table
from warehouse.report.sections.section import Written
from warehouse.report.sections.trend import trend_chart
from warehouse.report.sources import of_line
from warehouse.report.words import form_of, number


def overall(facts: Facts) -> Written:
    """The first section of every report on how things run."""
    volume = _volume(facts)
    # A monthly report has a section of its own about them.
    is_told_below = facts.kind.period_type == "month" and facts.has("classes")
    classes = [] if is_told_below else leading_classes(facts)
    body: list[Block] = [
        *paragraph(volume, cause(facts, "OPS-01"), classes),
        *paragraph(closing(facts), standing(facts)),
        # A report on targets has a section of its own about them.
        *paragraph(off_target(facts) if facts.kind.period_type != "year" else []),
        main_table(facts, only=MAIN_LINES),
    ]
    slides = [Slide(Paragraph(headline(facts)), main_table(facts, only=KEY_LINES))]
    chart = trend_chart(facts, "OPS-01")
    if chart is not None:
        body.append(chart)
        slides.append(Slide(Paragraph(without_stop(volume)), chart))
    return Written(body, slides, [Annex("指标汇总表", [main_table(facts)])])


def cause(facts: Facts, code: str) -> list[Part]:
    """Where a count moved, if it moved so much that this must be said; else nothing."""
    line, kind = facts.line(code), facts.kind
    spans: tuple[tuple[Before, str], ...] = (("p", kind.before), ("y", kind.year_before))
    for before, then in spans:
        if is_marked(line, facts.wording, before):
            told = biggest_move(facts.below_of(code), line, before, then)
            if not told and code == "OPS-01":
                told = moved_class(facts, before, then)
            return sentence(told or ["变动原因待主管单位核实"])
    return []


def _volume(facts: Facts) -> list[Part]:
    line = facts.line("OPS-01")
    if line["value"] is None or not (line["value"] or line["is_begun"]):
        return [f"{facts.kind.this}{facts.here}网格事件无数据，或数据尚未接入。"]
    return sentence(
        [f"{facts.kind.this}{facts.here}共上报网格事件", figure(line)],
        _daily(facts),
        *compared(line, facts.wording),
    )


def _daily(facts: Facts) -> list[Part]:
    """`日均172件`; nothing of one day, of less than one a day, or if days without data count."""
    line = facts.line("OPS-01")
    days = max(1, (facts.moment.date() - facts.period.start).days)
    mean = line["value"] / days
    if days == 1 or mean < 1 or not line["is_begun"]:
        return []
    decimals = 0 if mean >= 10 else 1
    words = f"{number(mean, decimals)}件"
    return ["日均", Figure(words, mean, of_line(line, "day"), form_of("件", decimals))]


def closing(facts: Facts) -> list[Part]:
    """What was to be closed, and what was closed in time."""
    closed, on_time = facts.line("OPS-07"), facts.line("OPS-08")
    if closed["value"] is None:
        return [f"{facts.kind.this}无应结案件。"]
    return [
        *sentence(*rate(closed, facts.wording, "应结案", "结案"), end="；"),
        *sentence(*rate(on_time, facts.wording, "", "按期结案")),
    ]


def standing(facts: Facts) -> list[Part]:
    """What stood open past its time at the end."""
    line = facts.line("OPS-18")
    if line["value"] is None:
        return []
    if line["value"]:
        return sentence([f"{facts.at_end}超期未结", figure(line)], *compared(line, facts.wording))
    return sentence([f"{facts.at_end}没有超期未结事项"], *gone(line, facts.wording))


def off_target(facts: Facts) -> list[Part]:
    """How many lines with a target met it, and which did not."""
    aimed = [row for row in facts.lines.values() if row["target"] is not None]
    judged = [row for row in aimed if row["value"] is not None]
    off = [row for row in judged if row["status"] in {"watch", "severe"}]
    if not judged:
        return []
    total = Figure(f"{len(judged)}项", len(judged), facts.own("targets_judged"), '0"项"')
    if not off:
        return ["设有目标值且本期有数据的", total, "指标均达到目标。"]
    missed = Figure(f"{len(off)}项", len(off), facts.own("targets_missed"), '0"项"')
    parts: list[Part] = ["设有目标值且本期有数据的", total, "指标中，", missed, "未达到目标："]
    for place, row in enumerate(off):
        parts += ["；" if place else "", row["indicator_name"], figure(row)]
        parts += ["（目标", *goal(row), "，样本偏少）" if row["is_small_sample"] else "）"]
    return [part for part in [*parts, "。"] if part]


def headline(facts: Facts) -> list[Part]:
    """The conclusion of the first slide: on-time closing and what is overdue."""
    on_time, overdue = facts.line("OPS-08"), facts.line("OPS-18")
    if on_time["value"] is None:
        return [f"{facts.kind.this}无应结案件"]
    told: list[Part] = [on_time["indicator_name"], figure(on_time)]
    if is_small(on_time, facts.wording):
        told = ["应结案", figure(on_time, "d", "件"), "，按期结案", figure(on_time, "n", "件")]
    elif on_time["target"] is not None:
        met = on_time["status"] == "normal"
        told += ["，达到目标（" if met else "，未达到目标（", *goal(on_time), "）"]
    if overdue["value"] is None:
        return told
    if not overdue["value"]:
        return [*told, f"；{facts.at_end}没有超期未结事项"]
    return [*told, f"；{facts.at_end}超期未结", figure(overdue)]
