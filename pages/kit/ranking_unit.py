"""One place's total: what it is made of, and by which rules."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.formats import NO_VALUE, number, value_with_unit
from pages.kit.html import Markup, join, scroll_area, tag
from pages.kit.icons import mark
from pages.kit.ranking_changes import signed
from pages.kit.ranking_head import feed_days
from pages.kit.ranking_row import WEAK_SHARE
from pages.kit.trace import open_trace
from warehouse.access.scope import Scope

# Heights in px: of the heading, of a row, and of a row where there are many.
HEAD, ROW, LOW_ROW, MANY = 30, 54, 46, 8

Row = dict[str, Any]

#: Longer units do not fit beside a value, in characters.
SHORT_UNIT = 2

#: How equal totals rank.
_TIES = {
    "dense": "同分并列、名次连续",
    "competition": "同分并列、名次空缺",
    "average": "同分并列、取平均名次",
    "first_item": "同分的首项得分高者列前",
}


def composition(scope: Scope, items: pl.DataFrame, chosen: Row) -> None:
    """Draw the items of one place; a click on an item opens 溯源 of its value.

    Args:
        scope: Scope of the page, for the trace.
        items: Rows of `mart_rank_items` of one place, in the order of the scheme.
        chosen: The place's row of `mart_rank_board`: what was decided, and the sum.
    """
    rows = items.to_dicts()
    height = ROW if len(rows) <= MANY else LOW_ROW
    head = tag(
        "div",
        *(tag("span", words) for words in ("指标 · 分子／分母", "数值", "得分／权重")),
        class_="cp h",
    )
    with st.container(key="rk_items", gap=None):
        drawn = (head, *(_item(row) for row in rows), *_decided(chosen), *_sums(chosen))
        st.html(tag("div", *drawn, class_="comp", style=f"--item:{height}px"))
        st.html(_overlay_style(len(rows), height))
        for place, row in enumerate(rows):
            clicked = st.button(
                f"{row['item_name']} 数字溯源",
                key=f"rk_item_{place}",
                type="tertiary",
                disabled=row["is_missing"] or row["indicator_code"] is None,
            )
            if clicked:
                open_trace(
                    scope,
                    row["indicator_code"],
                    row["area_code"],
                    row["period_type"],
                    row["period_start"],
                )


def method(summary: Row, chosen: Row, feeds: pl.DataFrame) -> None:
    """Say by which rules the ranking is made; the figures come from the scheme.

    Args:
        summary: The row of `mart_rank_groups` that the page is about.
        chosen: The chosen place's row of `mart_rank_board`: its sample and its card.
        feeds: Rows of `mart_rank_completeness` of the period.
    """
    drawn = chosen["interval_method"]
    rules = (
        "各项按得分规则计分，限于 0 分与权重之间，求和后加分（封顶）、扣分、更正，最后一票否决；"
        f"{_TIES[summary['ties']]}，组内排名，不跨组比较。",
        f"分母少于 {number(summary['minimum_sample'])} 的为小样本，其值向同级均值收缩"
        f"（相当于加 {number(summary['shrink_weight'])} 件均值样本）。",
        "分母为零或无数据的项不计分，由其余各项折算满分；可计分权重不足 "
        f"{number(100 * summary['minimum_scored_share'])}% 的单位暂不排名，不作 0 分处理；"
        "所需数据未接入或迟到的，整期暂不排名。",
        f"90% 区间：{drawn}；相邻单位得分有 5% 以上可能持平或反超的，记为差异不显著，宜并列表述。"
        if drawn
        else "本单位暂不排名，无区间。",
        _cards(summary),
        _own(chosen),
    )
    basis = f"{summary['basis']}。{summary['note']}。"
    st.html(
        scroll_area(
            tag("ol", *(tag("li", rule) for rule in rules)),
            tag("p", basis, class_="sm"),
            tag("p", "本期数据完整度", class_="sm"),
            tag("div", *map(_feed, feeds.to_dicts()), class_="feeds"),
            label="方法与口径",
            class_="method scrolls",
        )
    )


def _feed(row: Row) -> Markup:
    shape, days = feed_days(row)
    return tag(
        "span", Markup(mark(shape, "10px")), f" {row['feed_name']}{days}", title=row["remark"]
    )


def _own(chosen: Row) -> str:
    words = (
        f"{chosen['area_name']}：样本合计 {number(chosen['sample'])} 件，"
        f"样本充足的权重占 {number(100 * (chosen['sound_share'] or 0))}%"
    )
    return f"{words}；{chosen['card_reason']}。" if chosen["card_reason"] else f"{words}。"


def _cards(summary: Row) -> str:
    if summary["card_rule"].startswith("本方案未设"):
        return f"{summary['card_rule']}。"
    last = summary["yellow_last"]
    small = f"不多于 {2 * last} 个单位的组不按末位发牌。" if last else ""
    return f"{summary['card_rule']}。{small}未结束的时段、以小样本和缺项为主的单位不发牌。"


def _item(row: Row) -> Markup:
    value, fraction = _value(row)
    return tag(
        "div",
        tag("div", tag("span", row["item_name"], class_="nm"), tag("small", fraction)),
        tag("div", value, tag("small", _full_mark(row)), class_="r"),
        tag("div", *_earned(row), class_="r"),
        class_="cp",
        title=row["reason"],
    )


def _decided(chosen: Row) -> list[Markup]:
    """What the assessing office took off or corrected, and its reasons."""
    changes = {"扣分": -(chosen["deduction"] or 0), "更正": chosen["correction"] or 0}
    rows = [
        tag("div", tag("span", name), tag("b", signed(points, 2)), class_="cp low")
        for name, points in changes.items()
        if points
    ]
    reasons = chosen["decision_reasons"]
    return [*rows, tag("p", f"认定理由：{reasons}", class_="why")] if reasons else rows


def _sums(chosen: Row) -> list[Markup]:
    """The total; of a sealed period also the one that was published, where later rows differ."""
    if chosen["is_sealed"] and chosen["total_today"] != chosen["total"]:
        return [
            _sum("合计（今日数据）", chosen["total_today"]),
            _sum("封存公布，更正见“封存更正”", chosen["total"]),
        ]
    note = "，缺项由其余项折算" if chosen["missing_count"] and chosen["is_ranked"] else ""
    return [_sum(f"合计{note}", chosen["total"])]


def _sum(name: str, total: float | None) -> Markup:
    return tag("div", tag("span", name), tag("b", number(total, 2)), class_="cp low")


def _value(row: Row) -> tuple[Markup, Markup]:
    """The value and what it stands on; what was decided or entered has none."""
    if row["is_missing"]:
        return tag("span", NO_VALUE), tag("span", "无数据，不计分")
    if row["indicator_code"] is None:
        return tag("span", ""), tag("span", row["rule"])
    # A long unit, such as 件次/万人, stands below the value.
    unit = row["unit"] if len(row["unit"]) <= SHORT_UNIT else ""
    decimals = 0 if row["unit"] == "件" else 1
    return tag("b", value_with_unit(row["value"], unit, decimals), class_="lnk"), _fraction(row)


def _earned(row: Row) -> list[Markup]:
    """Points over weight with a bar; a veto only says whether it strikes."""
    if row["is_missing"]:
        return [tag("b", NO_VALUE), tag("span", f"／{number(row['weight'])}", class_="t3")]
    if row["part"] == "veto":
        return [tag("b", number(row["points"], 1) if row["points"] else _struck(row))]
    weak = "weak" if row["part"] == "base" and row["share"] < WEAK_SHARE else None
    fill = tag("i", class_=weak, style=f"width:{100 * row['share']:.1f}%")
    return [
        # As exact as the total, so that the parts add up to what is shown.
        tag("b", number(row["points"], 2)),
        tag("span", f"／{number(row['weight'])}", class_="t3"),
        tag("div", fill, class_="bar"),
    ]


def _struck(row: Row) -> str:
    return "列末位" if row["puts_last"] else "未发生"


def _fraction(row: Row) -> Markup:
    if row["denominator"] is None:
        return tag("span", row["rule"])
    words = f"{number(row['numerator'])}／{number(row['denominator'])}"
    if not row["is_small_sample"]:
        return tag("span", words)
    shrunken = f"按 {number(row['scored_value'], 1)} 计"
    return join([words, " ", Markup(mark("none", "10px")), f" 小样本{shrunken}"])


def _full_mark(row: Row) -> str:
    if row["unit"] and len(row["unit"]) > SHORT_UNIT:
        return str(row["unit"])
    if row["target"] is None:
        return ""
    sign = "≤" if row["better"] == "lower" else "≥"
    return f"满分值 {sign}{number(row['target'])}{'%' if row['unit'] == '%' else ''}"


def _overlay_style(count: int, height: int) -> Markup:
    rules = join(
        Markup(f".st-key-rk_item_{place}{{top:{HEAD + place * height}px;height:{height}px}}")
        for place in range(count)
    )
    return tag("style", rules)
