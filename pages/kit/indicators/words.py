"""What an indicator means: conditions, pitfalls, source, target, feeds."""

from __future__ import annotations

from typing import Any

from pages.kit.formats import number, target
from pages.kit.html import Markup, join, tag
from pages.kit.indicators.bar import LEVELS, Asked
from pages.kit.trace_parts import AGGREGATIONS, conditions
from warehouse.settings import settings

_PERIODS = {"D": "日", "W": "周", "M": "月", "Q": "季", "Y": "年"}
# Where the records behind an indicator are looked at, by family of feeds.
_PAGES = {
    "grid": ("events", "网格事件"),
    "case": ("disputes", "矛盾纠纷"),
    "petition": ("petitions", "信访"),
    "volunteer": ("volunteers", "志愿服务"),
    "program": ("tasks", "作战图"),
    "base": ("coverage", "创建覆盖"),
}
_BETTER = {"higher": "越高越好", "lower": "越低越好", "none": "不评高低，只作背景"}


def words_of(row: dict[str, Any]) -> Markup:
    """The definition, one numbered condition a line, and what would be misread."""
    lines = tag("ol", *(tag("li", line) for line in conditions(row["definition"])), class_="cond")
    told = [("注意", row["pitfalls"]), ("依据", row["source"])]
    pairs = [join([tag("dt", name), tag("dd", words)]) for name, words in told if words]
    return tag("div", lines, tag("dl", *pairs), class_="ind-words")


def facts(row: dict[str, Any], asked: Asked) -> Markup:
    """Numerator, denominator, target and its basis, scope, feeds."""
    goal = target(row.get("target"), row["better"], row["decimals"])
    severe = number(row.get("severe_line"), row["decimals"]) if goal else ""
    least = row["minimum_sample"] or settings().minimum_sample
    told: list[tuple[str, Any]] = [
        ("分子", _measure(row, "numerator")),
        ("分母", _measure(row, "denominator")),
        ("合计方式", AGGREGATIONS.get(row["aggregation"] or "", "")),
        ("目标", f"{goal}，严重线 {severe}" if goal else "不设目标"),
        ("方向", _BETTER[row["better"]]),
        ("小样本", f"少于 {least} 件时标 ※，不据以比较"),
        ("统计到", _words(row["levels"], LEVELS)),
        ("时段", _words(row["periods"], _PERIODS)),
        ("数据源", _feeds(row, asked)),
    ]
    pairs = [join([tag("dt", name), tag("dd", words)]) for name, words in told if words]
    return tag("dl", *pairs)


def _measure(row: dict[str, Any], part: str) -> str:
    if row[f"{part}_measure"] is None:
        return ""
    return f"{row[f'{part}_name']}（{row[f'{part}_description']}）"


def _words(codes: str, words: dict[str, str]) -> str:
    return "、".join(words[code] for code in codes.split())


def _feeds(row: dict[str, Any], asked: Asked) -> Markup:
    """The feeds, with the way to their records and to their health."""
    links = [tag("span", row["feed_words"])]
    families = dict.fromkeys(feed.split("/")[0] for feed in row["feeds"])
    for path, title in (_PAGES[family] for family in families if family in _PAGES):
        href = f"{path}?area={asked.area_code}&period={asked.period.code}"
        links.append(tag("a", f"看{title}明细", href=href, target="_self"))
    links.append(tag("a", "看数据健康", href="data", target="_self"))
    return tag("span", *links, class_="links")
