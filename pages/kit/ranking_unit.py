"""One place's total: what it is made of, and by which rules."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.formats import NO_VALUE, number, value_with_unit
from pages.kit.html import Markup, join, tag
from pages.kit.icons import mark
from pages.kit.ranking_league import WEAK_SHARE
from pages.kit.trace import open_trace
from warehouse.access.scope import Scope

HEAD, ROW = 30, 58

Row = dict[str, Any]

#: How equal totals rank.
_TIES = {
    "dense": "同分并列、名次连续",
    "competition": "同分并列、名次空缺",
    "average": "同分并列、取平均名次",
    "first_item": "同分的首项得分高者列前",
}


def composition(scope: Scope, items: pl.DataFrame) -> None:
    """Draw the items of one place; a click on an item opens 溯源 of its value.

    Args:
        scope: Scope of the page, for the trace.
        items: Rows of `mart_rank_items` of one place, in the order of the scheme.
    """
    rows = items.to_dicts()
    head = tag(
        "div",
        *(tag("span", words) for words in ("指标 · 分子／分母", "数值", "得分／权重")),
        class_="cp h",
    )
    with st.container(key="rk_items", gap=None):
        st.html(tag("div", head, *(_item(row) for row in rows), class_="comp"))
        st.html(_overlay_style(len(rows)))
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


def method(summary: Row, chosen: Row) -> None:
    """Say by which rules the ranking is made; the figures come from the scheme.

    Args:
        summary: The row of `mart_rank_groups` that the page is about.
        chosen: The chosen place's row of `mart_rank_board`: its sample and its card.
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
        tag(
            "div",
            tag("ol", *(tag("li", rule) for rule in rules)),
            tag("p", basis, class_="sm"),
            class_="method",
        )
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
    return f"{summary['card_rule']}。未结束的时段、以小样本和缺项为主的单位不发牌。"


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


def _value(row: Row) -> tuple[Markup, Markup]:
    """The value and what it stands on; what was decided or entered has none."""
    if row["is_missing"]:
        return tag("span", NO_VALUE), tag("span", "无数据，不计分")
    if row["indicator_code"] is None:
        return tag("span", ""), tag("span", row["rule"])
    written = value_with_unit(row["value"], row["unit"], 1 if row["unit"] == "%" else 2)
    return tag("b", written, class_="lnk"), _fraction(row)


def _earned(row: Row) -> list[Markup]:
    """Points over weight with a bar; a veto only says whether it strikes."""
    if row["is_missing"]:
        return [tag("b", NO_VALUE), tag("span", f"／{number(row['weight'])}", class_="t3")]
    if row["part"] == "veto":
        return [tag("b", number(row["points"], 1) if row["points"] else _struck(row))]
    weak = "weak" if row["part"] == "base" and row["share"] < WEAK_SHARE else None
    fill = tag("i", class_=weak, style=f"width:{100 * row['share']:.1f}%")
    return [
        tag("b", number(row["points"], 1)),
        tag("span", f"／{number(row['weight'])}", class_="t3"),
        tag("div", fill, class_="bar"),
    ]


def _struck(row: Row) -> str:
    return "列末位" if row["puts_last"] else "未发生"


def _fraction(row: Row) -> Markup:
    if row["denominator"] is None:
        return Markup("")
    words = f"{number(row['numerator'])}／{number(row['denominator'])}"
    if not row["is_small_sample"]:
        return tag("span", words)
    shrunken = f"按 {number(row['scored_value'], 1)} 计"
    return join([words, " ", Markup(mark("none", "10px")), f" 小样本{shrunken}"])


def _full_mark(row: Row) -> str:
    if row["target"] is None:
        return ""
    sign = "≤" if row["better"] == "lower" else "≥"
    return f"满分值 {sign}{number(row['target'])}{'%' if row['unit'] == '%' else ''}"


def _overlay_style(count: int) -> Markup:
    rules = join(
        Markup(f".st-key-rk_item_{place}{{top:{HEAD + place * ROW}px;height:{ROW}px}}")
        for place in range(count)
    )
    return tag("style", rules)
