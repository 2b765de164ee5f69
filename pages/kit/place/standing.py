"""What a place carries: open matters, alerts, its assessment; each leads to its page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pages.kit.charts import change_parts
from pages.kit.data import cached
from pages.kit.formats import number
from pages.kit.frame import nothing_here, panel
from pages.kit.home.lines import alert_line, lines, page_address
from pages.kit.html import Markup, join, tag
from pages.kit.icons import mark
from warehouse.access.scope import Scope
from warehouse.read import place

_ALERTS = 5
_CARDS = {"green": "绿牌", "yellow": "黄牌", "red": "红牌"}


def standing_panel(scope: Scope, area_code: str) -> None:
    """Draw what is open, late and due soon, by kind of matter."""
    rows = cached(place.standing, scope, area_code)
    head = tag(
        "div",
        *(tag("span", words) for words in ("", "在办", "超期", "临期", "近 30 日新增")),
        class_="head",
    )
    with panel("pn_standing", "在办与时限", "较前 30 日"):
        st.html(
            tag(
                "div",
                head,
                *(_standing(row, area_code) for row in rows.iter_rows(named=True)),
                class_="standing",
            )
        )


def alerts_panel(scope: Scope, profile: dict[str, Any]) -> None:
    """Draw the most urgent alerts of the place."""
    total, code = profile["alert_count"], profile["area_code"]
    severe = profile["severe_alert_count"]
    with panel("pn_alerts", "预警", f"{number(total)} 条 · 严重 {number(severe)}" if total else ""):
        if not total:
            nothing_here("当前无预警。", "超期、聚集、重访、静默、异常各项规则都在运行。")
            return
        rows = cached(place.alerts, scope, code, limit=_ALERTS)
        every = "alerts?" + urlencode({"area": code})
        st.html(
            lines(
                [alert_line(row) for row in rows.to_dicts()],
                more=(f"全部 {number(total)} 条", every),
            )
        )


def ranks_panel(scope: Scope, profile: dict[str, Any]) -> None:
    """Draw the newest complete assessment by each scheme that ranks the place."""
    rows = cached(place.ranks, scope, profile["area_code"])
    with panel("pn_ranks", "考核位次", "最近完整一期 · 括号=位次区间"):
        if rows.is_empty():
            is_grid = profile["level"] == "grid"
            why = "网格往往只有一人，不排名、不打分。" if is_grid else "没有方案考核这一级。"
            nothing_here("不参加排名。", why)
            return
        st.html(tag("div", *(_rank(row) for row in rows.to_dicts()), class_="ranks"))


def changes_panel(scope: Scope, area_code: str) -> None:
    """Draw what changed in the register of places."""
    rows = cached(place.changes, scope, area_code)
    with panel("pn_changes", "区划台账变更", "有变更的前后，环比不作比较"):
        if rows.is_empty():
            nothing_here("台账没有变更记录。", "")
            return
        items = [
            tag(
                "li", tag("time", f"{row['changed_on']:%Y-%m-%d}"), tag("span", row["change_words"])
            )
            for row in rows.iter_rows(named=True)
        ]
        st.html(tag("ul", *items, class_="changes"))


def _standing(row: dict[str, Any], area_code: str) -> Markup:
    def cell(count: int, shown: str, shape: str = "") -> Markup:
        href = page_address(row["subject_code"], area=area_code, show=shown)
        sign = Markup(mark(shape, "11px")) if shape and count else ""
        return tag("a", sign, tag("b", number(count)), href=href, target="_self")

    difference = change_parts(row["opened_count"], row["previous_opened_count"])
    return tag(
        "div",
        tag(
            "a",
            row["subject_name"],
            href=page_address(row["subject_code"], area=area_code),
            target="_self",
        ),
        cell(row["open_count"], "open"),
        cell(row["overdue_count"], "overdue", "alert"),
        cell(row["due_soon_count"], "due_soon", "watch"),
        tag("span", tag("b", number(row["opened_count"])), tag("small", *difference)),
    )


def _rank(row: dict[str, Any]) -> Markup:
    best, worst = row["rank_best"], row["rank_worst"]
    span = f"（{number(best)}–{number(worst)}）" if best and worst and best != worst else ""
    card = _CARDS.get(row["card"] or "")
    moved = [] if row["previous_rank"] is None else [f"上期第 {number(row['previous_rank'])}"]
    query = {
        "scheme": row["scheme_code"],
        "period": row["period_label"],
        "level": row["level"],
        "area": "",
    }
    return tag(
        "a",
        tag(
            "span", row["scheme_name"], tag("small", f"{row['period_label']} · {row['peer_group']}")
        ),
        tag(
            "b",
            f"第 {number(row['rank'])}",
            tag("small", f" / {number(row['ranked_count'])}{span}"),
        ),
        tag(
            "em",
            f"{number(row['total'], 2)} 分",
            tag("small", join([" · ".join(moved), f" · {card}" if card else ""])),
        ),
        href="ranking?" + urlencode({key: value for key, value in query.items() if value}),
        target="_self",
    )
