"""The parts of a trace, as HTML: what it means, how it was divided, where it came from."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import polars as pl

from pages.kit.charts import segments
from pages.kit.formats import change, direction, moment, number, target, tone, value_with_unit
from pages.kit.html import Markup, join, scroll_area, tag
from pages.kit.icons import arrow, mark, shape_of
from warehouse.rounding import rounded

_SHOWN_PARTS = 6
_TOLERANCE = 1e-6
# Where a record of a feed is opened by its number.
_OPENED = {
    **dict.fromkeys(("grid/events", "grid/event_log", "grid/callbacks"), "events?event="),
    "case/disputes": "disputes?record=",
    **dict.fromkeys(("petition/petitions", "petition/ratings"), "petitions?record="),
    "program/tasks": "tasks?record=",
}
# How a measure adds up, in words.
AGGREGATIONS = {
    "sum": "期内记录相加",
    "balance": "截至期末的存量（进 +1，出 −1）",
    "distinct": "期内不重复计数",
    "median": "期内各值的中位数",
    "p90": "期内各值的第 90 百分位",
    "top_share": "最多的十分之一相加",
}


def headline(reading: dict[str, Any], code: Markup) -> Markup:
    """The value with place, period, target and change, and its code."""
    shape = shape_of(reading["status"])
    goal = target(reading["target"], reading["better"], reading["decimals"])
    facts = [reading["area_name"], reading["label"], f"指标 {reading['indicator_code']}"]
    if goal:
        facts.append(f"目标 {goal}")
    step = Markup("")
    if reading["change"] is not None and rounded(reading["change"], reading["decimals"]):
        size = change(
            reading["change"],
            unit=reading["unit"],
            decimals=reading["decimals"],
            previous=reading["previous_value"],
        )
        colour = tone(reading["change"], reading["better"])
        step = tag(
            "em",
            "较上期 ",
            tag("i", Markup(arrow(direction(reading["change"]))), " ", size, class_=f"s-{colour}"),
        )
    look = {"watch": "c-watch", "alert": "c-alert"}.get(shape, "")
    return tag(
        "div",
        tag("span", reading["name_zh"], class_="nm"),
        Markup(mark(shape, "0.9em")) if shape != "none" else "",
        tag(
            "b",
            number(reading["value"], reading["decimals"], reading["target"]),
            class_=look or None,
        ),
        tag("small", reading["unit"]),
        tag("span", tag("span", " · ".join(facts)), step, class_="fx"),
        code,
        class_="tr-hl",
    )


def meaning(reading: dict[str, Any]) -> Markup:
    """口径: the definition of the catalogue, and what a reader would get wrong."""
    rows = [
        ("定义", join(tag("span", line) for line in conditions(reading["definition"]))),
        ("注意", reading["pitfalls"]),
        ("依据", reading["basis"]),
        ("目标依据", reading["target_basis"]),
        ("合计方式", AGGREGATIONS.get(reading["numerator_aggregation"] or "", "")),
    ]
    said = [join([tag("span", name), tag("div", words)]) for name, words in rows if words]
    return tag("section", tag("h3", "口径"), tag("div", *said, class_="tr-kv"))


def conditions(definition: str) -> list[str]:
    """A definition, one numbered condition a line: `①…；②…` is two lines."""
    return [line.strip("；") for line in re.split(r"(?=[①-⑳])", definition) if line.strip()]


def formula(reading: dict[str, Any]) -> Markup:
    """The fraction with its numbers in place."""
    result = value_with_unit(
        reading["value"], reading["unit"], reading["decimals"], reading["target"]
    )
    above = tag("span", reading["numerator_name"], " ", tag("b", number(reading["numerator"])))
    if reading["denominator_measure"] is None:
        middle = above
    else:
        below = tag(
            "span", reading["denominator_name"], " ", tag("b", number(reading["denominator"]))
        )
        middle = tag("div", above, tag("hr"), below, class_="tr-fr")
    scale = reading["scale"]
    times = (
        f" × {number(scale)}" if reading["denominator_measure"] and scale not in {1, 100} else ""
    )
    return tag(
        "div",
        reading["name_zh"],
        " = ",
        middle,
        times,
        " = ",
        tag("strong", result),
        class_="tr-fo",
    )


def checks(places: pl.DataFrame, departments: pl.DataFrame) -> Markup:
    """分项复核: two ways to cut the same entries, each adding up to the same total."""
    agrees = abs(float(places["value"].sum()) - float(departments["value"].sum())) < _TOLERANCE
    words = "两种拆分合计一致" if agrees else "两种拆分合计不一致，请报告"
    return tag(
        "section",
        tag("h3", "分项复核 ", tag("span", words)),
        _check("按下级", places, agrees=agrees),
        _check("按单位", departments, agrees=agrees),
    )


def entry_table(rows: pl.DataFrame) -> Markup:
    """The entries with the file and the row of each."""
    names = ["编号", "计入时间", "位置", "事项", "责任单位", "计入值", "源文件", "行号"]
    head = tag("tr", *(tag("th", name) for name in names))
    return scroll_area(
        tag("table", head, *(_entry(row) for row in rows.iter_rows(named=True))),
        label="原始记录",
        class_="tr-tb",
    )


def _entry(row: dict[str, Any]) -> Markup:
    value = row["value"]
    cells = [
        tag("td", _record_link(row), class_="id"),
        tag("td", moment(row["entry_at"])),
        tag("td", row["area_path"], title=row["area_path"]),
        tag("td", row["title"] or "—", title=row["title"]),
        tag("td", row["department_name"] or "—"),
        tag("td", number(value, 0 if float(value).is_integer() else 1), class_="r"),
        tag("td", row["source_file"], title=row["source_file"]),
        tag("td", number(row["source_row"]), class_="r"),
    ]
    return tag("tr", *cells)


def _record_link(row: dict[str, Any]) -> Markup:
    """The number of a record, leading to it where a page shows single ones."""
    opened = _OPENED.get(row["source_feed"] or "")
    number_of = row["number"]
    if opened is None:
        return tag("span", number_of)
    return tag("a", number_of, href=opened + quote(number_of), target="_self")


def _check(name: str, parts: pl.DataFrame, *, agrees: bool) -> Markup:
    listed = list(parts.select("part", "value").iter_rows())
    total = sum(value for _, value in listed)
    if len(listed) > _SHOWN_PARTS:
        rest = sum(value for _, value in listed[_SHOWN_PARTS:])
        listed = [*listed[:_SHOWN_PARTS], (f"其他 {len(listed) - _SHOWN_PARTS} 个", rest)]
    return tag(
        "div",
        tag("span", name),
        tag("div", segments(listed, total=total)),
        tag(
            "span",
            Markup(mark("good" if agrees else "alert", "0.8em")),
            " ",
            tag("b", number(total)),
        ),
        class_="tr-ck",
    )
