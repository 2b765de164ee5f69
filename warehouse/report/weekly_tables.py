"""The tables of the weekly report, once as printed and once as raw values."""

from __future__ import annotations

from typing import Any

import polars as pl

from warehouse.report.content import Table
from warehouse.report.weekly_brief import Brief
from warehouse.report.weekly_remarks import overdue_words
from warehouse.report.words import (
    NO_VALUE,
    STATUS_WORDS,
    arrow,
    number,
    target,
    with_unit,
)

CARDS = {"green": "绿牌", "yellow": "黄牌", "red": "红牌", "none": NO_VALUE}
#: Columns of the table of the places below, in the order of the brief.
BELOW = ("OPS-01", "OPS-08", "OPS-09", "OPS-14", "OPS-18")
PRINTED = 50

Row = dict[str, Any]


def main_table(brief: Brief) -> Table:
    """表1: 指标, 本周, 上周, 环比, 去年同期, 同比, 目标, 状态."""
    rows, values = [], []
    for line in brief.lines.values():
        now, before, year = line["value"], line["previous_value"], line["last_year_value"]
        unit = line["unit"]
        rows.append(
            [
                line["indicator_name"],
                with_unit(now, unit) + ("*" if line["is_small_sample"] else ""),
                with_unit(before, unit),
                arrow(now, before, unit),
                with_unit(year, unit),
                arrow(now, year, unit),
                target(line["target"], line["better"], unit),
                STATUS_WORDS[line["status"]],
            ]
        )
        values.append(_main_values(line))
    return Table(
        title="表1 主要指标",
        columns=("指标", "本周", "上周", "环比", "去年同期", "同比", "目标", "状态"),
        rows=rows,
        values=values,
        widths=(28, 16, 16, 15, 16, 15, 13, 9),
        note="注：比率的环比、同比为百分点，数量为百分比，基数不足30的为增减数；“—”为无可计算"
        "的数据或未设目标；*为小样本。",
    )


def below_table(brief: Brief) -> Table | None:
    """表2: the week of the places below; None where there are none."""
    if brief.below.is_empty():
        return None
    rows, values = [], []
    for (_, name), lines in brief.below.group_by("area_code", "area_name", maintain_order=True):
        by_code = {row["indicator_code"]: row for row in lines.iter_rows(named=True)}
        cells = [by_code[code] for code in BELOW]
        rows.append(
            [
                str(name),
                *(with_unit(c["value"], c["unit"]) + "*" * c["is_small_sample"] for c in cells),
                arrow(cells[1]["value"], cells[1]["previous_value"], cells[1]["unit"]),
            ]
        )
        values.append([name, *(c["value"] for c in cells), cells[1]["change"]])
    word = brief.child_word
    return Table(
        title=f"表2 各{word}本周情况",
        columns=(
            word,
            "上报量",
            "按期结案率",
            "返工率",
            "回访满意率",
            "超期未结",
            "按期结案率环比",
        ),
        rows=rows,
        values=values,
        widths=(24, 14, 17, 13, 17, 14, 17),
        note="注：*为小样本；超期未结为期末数。",
    )


def rank_table(brief: Brief) -> Table | None:
    """表3: the newest ranking; None without one."""
    if brief.board.is_empty():
        return None
    rows, values = [], []
    for row in brief.board.iter_rows(named=True):
        rows.append(
            [
                row["peer_group"],
                number(row["rank"]),
                _moved(row["rank_change"]),
                row["area_name"],
                number(row["total"], 2),
                arrow(row["total"], row["previous_total"], "%"),
                _span(row),
                CARDS[row["card"]],
            ]
        )
        values.append(
            [row[key] for key in ("peer_group", "rank", "rank_change", "area_name", "total")]
            + [row["total_change"], _span(row), CARDS[row["card"]]]
        )
    label = brief.board["period_label"][0]
    word = brief.child_word
    return Table(
        title=f"表3 {brief.board['scheme_name'][0]}（{label}）",
        columns=("组别", "名次", "较上月", word, "得分", "得分变化", "名次区间", "等次"),
        rows=rows,
        values=values,
        widths=(14, 10, 12, 24, 14, 14, 14, 12),
        left=frozenset({3}),
        note="注：组内排名；名次区间内的单位差异不显著，建议并列表述；权重、目标为参考值。",
    )


def overdue_table(brief: Brief, *, printed: int | None = PRINTED) -> Table:
    """附件1: overdue and open events, the longest first; `printed` rows at most."""
    shown = brief.overdue if printed is None else brief.overdue.head(printed)
    rows, values = [], []
    for place, row in enumerate(shown.iter_rows(named=True), 1):
        owner = row["department_name"] or "属地自行处置"
        cells = [row["event_id"], row["area_path"], row["matter_name"] or row["title"], owner]
        due = f"{row['closing_due_at']:%m-%d %H:%M}" if row["closing_due_at"] else NO_VALUE
        rows.append(
            [str(place), *(cell or NO_VALUE for cell in cells), due, overdue_words(brief, row)]
        )
        hours = (brief.moment - row["overdue_since"]).total_seconds() / 3600
        values.append([place, *cells, row["closing_due_at"], round(hours / 24, 2)])
    more = brief.overdue.height - shown.height
    return Table(
        title="",
        columns=("序号", "编号", "地点", "事项", "责任单位", "办结时限", "已超期"),
        rows=rows,
        values=values,
        widths=(8, 21, 34, 22, 20, 16, 13),
        left=frozenset({2, 3, 4}),
        note=f"注：本表列超期时间最长的{shown.height}件，另有{more}件见同名Excel附表。"
        if more
        else "",
    )


def definition_table(brief: Brief) -> Table:
    """附件2: what each number means, and the two counts that it is made of."""
    rows, values = [], []
    for line in brief.lines.values():
        counted = _counted(line)
        goal = target(line["target"], line["better"], line["unit"])
        basis = "；".join(part for part in (line["basis"], line["target_basis"]) if part)
        rows.append(
            [line["indicator_code"], line["indicator_name"], line["definition"], counted, goal]
        )
        values.append(
            [
                line["indicator_code"],
                line["indicator_name"],
                line["definition"],
                line["pitfalls"],
                line["numerator_name"],
                line["numerator"],
                line["denominator_name"],
                line["denominator"],
                line["target"],
                basis,
            ]
        )
    return Table(
        title="",
        columns=("代码", "指标", "口径", "本周分子／分母", "目标"),
        rows=rows,
        values=values,
        widths=(15, 20, 50, 29, 12),
        left=frozenset({1, 2, 3}),
    )


DEFINITION_HEADS = (
    "代码", "指标", "口径", "注意", "分子", "分子数", "分母", "分母数", "目标（参考值）", "依据",
)  # fmt: skip
MAIN_HEADS = (
    "代码", "指标", "单位", "分子", "分母", "本周", "上周", "环比差", "去年同期", "同比差", "目标",
    "状态", "小样本",
)  # fmt: skip


def _main_values(line: Row) -> list[Any]:
    keys = ("indicator_code", "indicator_name", "unit", "numerator", "denominator", "value")
    return [
        *(line[key] for key in keys),
        line["previous_value"],
        line["change"],
        line["last_year_value"],
        line["change_on_year"],
        line["target"],
        STATUS_WORDS[line["status"]],
        "小样本" if line["is_small_sample"] else "",
    ]


def _counted(line: Row) -> str:
    if line["value"] is None:
        return NO_VALUE
    above = f"{line['numerator_name']}{_plain(line['numerator'])}"
    if line["denominator"] is None:
        return above
    return f"{above}／{line['denominator_name']}{_plain(line['denominator'])}"


def _plain(value: float | None) -> str:
    return number(value, 0 if value is None or float(value).is_integer() else 1)


def _moved(change: int | None) -> str:
    if change is None:
        return NO_VALUE
    return "→" if change == 0 else f"{'↑' if change > 0 else '↓'}{abs(change)}"


def _span(row: Row) -> str:
    if row["rank_best"] is None:
        return NO_VALUE
    if row["rank_best"] == row["rank_worst"]:
        return str(row["rank_best"])
    return f"{row['rank_best']}–{row['rank_worst']}"


def rank_note(board: pl.DataFrame) -> str:
    """The remarks on small samples and missing items of a ranking, by place; may be empty."""
    noted = board.filter(pl.col("note") != "")
    return "；".join(f"{row['area_name']}：{row['note']}" for row in noted.iter_rows(named=True))
