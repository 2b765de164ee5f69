"""重点工作: three things that the next meeting should see done, chosen by rule.

In this order, the first three that there are: meeting actions past their date, the unit with the
most overdue events, the indicator furthest below its target, the class of events that rose most.
What the site wrote into the template follows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from warehouse.report.document import Figure, Paragraph, Part, Slide
from warehouse.report.facts import Facts
from warehouse.report.figures import Row, figure, gap, goal, moved
from warehouse.report.phrases import furthest, is_steady, named
from warehouse.report.sections.actions import actions_overdue
from warehouse.report.sections.classes import moved_class
from warehouse.report.sections.risks import owner_of
from warehouse.report.sections.section import Written
from warehouse.report.sources import of_line

THINGS = 3
#: How many units are named.
NAMED = 4
_ORDINALS = "一二三"


def priorities(facts: Facts) -> Written | None:
    """Three things with who must act; None where nothing calls for anything."""
    found = [parts for choose in _CHOICES if (parts := choose(facts))][:THINGS]
    # One thing alone is not counted.
    ordinals = [f"{ordinal}是" for ordinal in _ORDINALS] if len(found) > 1 else [""]
    things = [
        Paragraph([part for part in (ordinal, *parts) if part])
        for ordinal, parts in zip(ordinals, found, strict=False)
    ]
    written = [Paragraph([text]) for text in facts.template.next_steps]
    if not things and not written:
        return None
    if not things:
        return Written(written)
    many = ("一", "两", "三")[len(things) - 1]
    lead = f"下一步请有关单位抓好以下{many}件事："
    headline = f"提请会议研究的{many}件事"
    slide = Slide(Paragraph([headline]), None, things)
    return Written([Paragraph([lead]), *things, *written], [slide])


def _late_actions(facts: Facts) -> list[Part]:
    late = actions_overdue(facts)
    if late is None:
        return []
    count, units = late
    named = "、".join(units[:NAMED]) + ("等单位" if len(units) > NAMED else "")
    return ["督促超期议定事项", count, f"尽快办结，责任单位：{named}。"]


def _overdue_owner(facts: Facts) -> list[Part]:
    owners = Counter(owner_of(row) for row in facts.overdue.iter_rows(named=True))
    if not owners:
        return []
    count = max(owners.values())
    most = sorted(owner for owner, held in owners.items() if held == count)
    if len(most) > NAMED:
        return []
    told = Figure(f"{count}件", count, of_line(facts.line("OPS-18"), "most_of_an_owner"), '0"件"')
    each = "各" if len(most) > 1 else ""
    above = "，在责任单位中最多" if len(owners) > len(most) else ""
    whose = f"{'、'.join(most)}承办的超期未结事项{each}"
    return [whose, told, f"{above}，请逐件明确办结时间。"]


def _worst_rate(facts: Facts) -> list[Part]:
    missed = [row for row in facts.lines.values() if gap(row) > 0 and not row["is_small_sample"]]
    worst = max(missed, key=gap, default=None)
    if worst is None:
        return []
    verb = "降低" if worst["better"] == "lower" else "提高"
    parts: list[Part] = [f"{verb}{worst['indicator_name']}，{facts.kind.this}为", figure(worst)]
    parts += ["，目标", *goal(worst)]
    weakest = _weakest(facts.below_of(worst["indicator_code"]), worst)
    if weakest:
        parts += [f"，{facts.child_word}中差距最大的是{named(weakest)}（", figure(weakest[0]), "）"]
    return [*parts, "。"]


def _rising_class(facts: Facts) -> list[Part]:
    line = facts.line("OPS-01")
    change = moved(line, "p", facts.wording)
    if change is None or change.size <= 0 or is_steady(change, facts.wording):
        return []
    told = moved_class(facts, "p", facts.kind.before)
    return ["关注事件上报量上升，", *told, "，请主管部门分析原因，靠前处置。"] if told else []


_CHOICES: tuple[Callable[[Facts], list[Part]], ...] = (
    _late_actions,
    _overdue_owner,
    _worst_rate,
    _rising_class,
)


def _weakest(rows: list[Row], whole: Row) -> list[Row]:
    known = [row for row in rows if row["value"] is not None and not row["is_small_sample"]]
    sign = 1 if whole["better"] == "lower" else -1
    return furthest(known, lambda row: sign * row["value"])
