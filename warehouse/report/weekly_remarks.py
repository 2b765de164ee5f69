"""What the weekly report says about ranks, about what stands out, and about its own data."""

from __future__ import annotations

from typing import Any

import polars as pl

from warehouse.report.content import Figure, Paragraph, heading
from warehouse.report.weekly_brief import Brief
from warehouse.report.words import NO_VALUE, is_marked, number


def ranks(brief: Brief) -> Paragraph:
    """The sentence above the ranking: first and last of each group, and who moved most."""
    word = brief.child_word
    if brief.board.is_empty():
        return Paragraph([f"尚无已结束月份的{word}考核结果，本期不作排名。"])
    head = brief.board.row(0, named=True)
    parts = [f"{head['scheme_name']}（{_month(head['period_label'])}，最近一个已结束的月份）："]
    for (group,), rows in brief.board.group_by("peer_group", maintain_order=True):
        ranked = rows.filter(pl.col("rank").is_not_null())
        if ranked.is_empty():
            parts.append(f"{group}数据未齐，暂不排名；")
            continue
        parts.append(_ends(str(group), ranked))
        parts.append("；")
    parts[-1] = "。"
    return Paragraph(parts)


def risks(brief: Brief) -> list[Paragraph]:
    """五、突出问题: the five events that have been overdue longest, with who must act."""
    paragraphs = [heading("五、突出问题和风险提示")]
    if brief.overdue.is_empty():
        return [*paragraphs, Paragraph(["截至期末，无超期未结事项。"])]
    longest = brief.overdue.head(5)
    paragraphs.append(
        Paragraph(
            [
                "截至期末，超期未结事项",
                Figure(f"{brief.overdue.height}件", "OPS-18"),
                f"，超期时间最长的{longest.height}件如下，清单见附件1。",
            ]
        )
    )
    for place, row in enumerate(longest.iter_rows(named=True), 1):
        owner = row["department_name"] or "属地自行处置"
        paragraphs.append(
            Paragraph(
                [
                    f"{place}．{row['area_path'] or '地点不详'}，{matter(row)}，责任单位：{owner}，"
                    f"已超期{overdue_words(brief, row)}。"
                ]
            )
        )
    return paragraphs


def remarks(brief: Brief) -> list[Paragraph]:
    """六、数据说明: what a reader must know before using a number."""
    as_of = f"{brief.as_of:%Y年%-m月%-d日%H时%M分}"
    notes = [f"数据截至{as_of}；同一时段的数字会随后续办理和补录变化，以本期版本为准。"]
    if not brief.head["is_complete"]:
        notes.append("本周尚未结束，本期数字为截至数据时点的部分周数据，环比、同比仅供参考。")
    missing = [row["indicator_name"] for row in brief.lines.values() if row["value"] is None]
    if missing:
        notes.append(f"下列指标本周分母为零或无数据，以“—”表示，不作0处理：{'、'.join(missing)}。")
    small = [row["indicator_name"] for row in brief.lines.values() if row["is_small_sample"]]
    if small:
        notes.append(f"下列指标本周样本偏少，比率波动较大，请结合件数使用：{'、'.join(small)}。")
    moved = [
        row["indicator_name"]
        for row in brief.lines.values()
        if row["unit"] != "%"
        and any(
            is_marked(row["value"], row[then]) for then in ("previous_value", "last_year_value")
        )
    ]
    if moved:
        notes.append(f"下列指标环比或同比变动超过20%，原因请主管单位核实说明：{'、'.join(moved)}。")
    over = [row["indicator_name"] for row in brief.lines.values() if row["is_over_100"]]
    if over:
        notes.append(f"下列指标超过100%，请核对底数：{'、'.join(over)}。")
    notes.append("目标值为参考值；12345热线和议定事项数据尚未接入，本期不列。")
    return [heading("六、数据说明"), *(Paragraph([note]) for note in notes)]


def matter(row: dict[str, Any]) -> str:
    """What an event is about."""
    return f"“{row['matter_name'] or row['title'] or '事项不详'}”"


def overdue_words(brief: Brief, row: dict[str, Any]) -> str:
    """How long an event had been overdue at the end of the week: `3.2天`, `5小时`."""
    hours = (brief.moment - row["overdue_since"]).total_seconds() / 3600
    return f"{number(hours / 24, 1)}天" if hours >= 24 else f"{number(max(hours, 1))}小时"


def _ends(group: str, ranked: pl.DataFrame) -> str:
    """First and last of a group's places that belong here, which may be a part of the group."""
    first, last = ranked.row(0, named=True), ranked.row(-1, named=True)
    is_whole = ranked.height == first["ranked_count"]
    best = "第1名为" if first["rank"] == 1 else "名次最靠前的为"
    words = f"{group}{best}{_placed(first)}"
    if first["rank"] == 1 and first["rank_worst"] > 1:
        span = "2至" if first["rank_worst"] > 2 else ""
        words += f"，与第{span}{first['rank_worst']}名差异不显著"
    if last["rank"] > first["rank"]:
        words += f"，{'末位' if is_whole else '名次最靠后的'}为{_placed(last)}"
    return words


def _placed(row: dict[str, Any]) -> str:
    rank = "" if row["rank"] == 1 else f"第{row['rank']}名，"
    return f"{row['area_name']}（{rank}{number(row['total'], 2)}分）"


def _month(label: str) -> str:
    year, _, month = label.partition("-")
    return f"{year}年{int(month)}月" if month.isdigit() else label or NO_VALUE
