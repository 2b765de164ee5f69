"""分领域情况: disputes, petitions, volunteers, and what else a kind of report has lines for."""

from __future__ import annotations

from collections.abc import Callable

from warehouse.report.document import Block, Paragraph, Part, Slide
from warehouse.report.facts import Facts
from warehouse.report.figures import figure, is_small
from warehouse.report.phrases import compared, gone, sentence, told_rate
from warehouse.report.sections.loop import rate_sentence
from warehouse.report.sections.overall import cause
from warehouse.report.sections.section import Written
from warehouse.report.sections.trend import trend_chart


def fields(facts: Facts) -> Written:
    """One part per field that has data; those without are named in a sentence."""
    said = [(name, parts) for name, write in FIELDS.items() if (parts := write(facts))]
    body: list[Block] = []
    for place, (name, parts) in zip("一二三四五六", said, strict=False):
        body += [Paragraph([f"（{place}）{name}"], 2), Paragraph(parts)]
    told = {name for name, _ in said}
    silent = [name for name in FIELDS if name not in told]
    if silent:
        body.append(Paragraph([f"{'、'.join(silent)}{facts.kind.this}无数据，或数据尚未接入。"]))
    return Written(body, _slides(facts))


def count_sentence(facts: Facts, code: str, words: str) -> list[Part]:
    """`受理矛盾纠纷85件，环比上升9.45%。`, with the cause where it moved much."""
    line = facts.line(code)
    if line["value"] is None:
        return []
    if not line["value"]:
        return sentence([f"没有{words}"], *gone(line, facts.wording))
    return [
        *sentence([words, figure(line)], *compared(line, facts.wording)),
        *cause(facts, code),
    ]


def _disputes(facts: Facts) -> list[Part]:
    return [
        *count_sentence(facts, "LAW-18", "受理矛盾纠纷"),
        *rate_sentence(facts, "LAW-01", "调结", "调解成功"),
    ]


def _petitions(facts: Facts) -> list[Part]:
    return [
        *count_sentence(facts, "LAW-19", "收到信访事项"),
        *rate_sentence(facts, "LAW-11", "", "重复信访/没有重复信访", "件次"),
        *rate_sentence(facts, "LAW-08", "应受理", "及时受理", "件次"),
        *rate_sentence(facts, "LAW-09", "应答复", "按期答复", "件次"),
    ]


def _volunteers(facts: Facts) -> list[Part]:
    hours, active = facts.line("MOR-09"), facts.line("MOR-03")
    told = [*count_sentence(facts, "MOR-09", "志愿服务时长")] if hours["value"] else []
    if active["value"] is None:
        return told
    return [
        *told,
        *sentence(
            [f"{facts.at_end}注册志愿者", figure(active, "d", "人")],
            ["近12个月有服务记录的", figure(active, "n", "人")],
            *told_rate(active, facts.wording),
        ),
    ]


FIELDS: dict[str, Callable[[Facts], list[Part]]] = {
    "矛盾纠纷": _disputes,
    "信访": _petitions,
    "志愿服务": _volunteers,
}


def _slides(facts: Facts) -> list[Slide]:
    line = facts.line("LAW-01")
    chart = trend_chart(facts, "LAW-18")
    if chart is None or line["value"] is None:
        return []
    accepted = facts.line("LAW-18")
    told: list[Part] = ["受理矛盾纠纷", figure(accepted), "，调解成功率", figure(line)]
    if is_small(line, facts.wording):
        told[2:] = ["，调结", figure(line, "d", "件"), "，调解成功", figure(line, "n", "件")]
    points = [Paragraph(parts) for parts in (_petitions(facts), _volunteers(facts)) if parts]
    return [Slide(Paragraph(told), chart, [_short(point) for point in points])]


def _short(point: Paragraph) -> Paragraph:
    """The first sentence of a paragraph."""
    parts: list[Part] = []
    for part in point.parts:
        parts.append(part)
        if isinstance(part, str) and part.endswith("。"):
            break
    return Paragraph(parts)
