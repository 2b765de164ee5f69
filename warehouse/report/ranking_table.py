"""The ranking as CSV and as a workbook: the same rows as the screen, with their composition."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import polars as pl
import xlsxwriter

from warehouse.settings import settings

_BOARD = {
    "period_label": "时段",
    "peer_group": "分组",
    "rank": "名次",
    "rank_change": "较上期升降",
    "area_name": "单位",
    "street_name": "所属街道",
    "total": "得分",
    "total_change": "较上期得分",
    "total_low": "90%区间下限",
    "total_high": "90%区间上限",
    "rank_best": "不可区分名次起",
    "rank_worst": "不可区分名次止",
    "is_tied_with_next": "与下一名差异不显著",
    "change_reason": "变化原因",
    "card": "红黄绿牌",
    "card_reason": "黄红牌依据",
    "bonus": "加分",
    "deduction": "扣分",
    "correction": "更正",
    "veto": "否决扣分",
    "decision_reasons": "认定理由",
    "total_today": "按今日数据得分",
    "rank_today": "按今日数据名次",
    "note": "说明",
    "area_code": "单位代码",
}
_ITEMS = {
    "peer_group": "分组",
    "area_name": "单位",
    "item_no": "序号",
    "item_name": "指标",
    "indicator_code": "指标代码",
    "value": "数值",
    "unit": "计量单位",
    "numerator": "分子",
    "denominator": "分母",
    "rule": "计分规则",
    "weight": "权重",
    "points": "得分",
    "lost_points": "失分",
    "reason": "计分过程",
}
_CARDS = {"green": "绿牌", "yellow": "黄牌", "red": "红牌", "none": ""}
_TIES = {
    "dense": "同分并列，名次连续",
    "competition": "同分并列，名次空缺",
    "average": "同分并列，取平均名次",
    "first_item": "同分的首项得分高者列前",
}
_DEMO = "演示数据：由程序生成，不反映任何真实地区。"


def ranking_csv(board: pl.DataFrame, items: pl.DataFrame) -> bytes:
    """The league table with each item's points as columns.

    UTF-8 with a byte order mark, without which Excel garbles Chinese. A missing value is an
    empty cell.
    """
    scored = items.filter(pl.col("part") == "base")
    points = scored.pivot("item_name", index="area_code", values="points", maintain_order=True)
    table = _named(board.join(points, on="area_code", how="left"), _BOARD, points.columns[1:])
    if settings().demo:
        table = table.with_columns(pl.lit("演示数据").alias("数据性质"))
    return b"\xef\xbb\xbf" + table.write_csv(float_precision=2).encode()


def ranking_workbook(
    board: pl.DataFrame,
    items: pl.DataFrame,
    summary: dict[str, Any],
    told: dict[str, str] | None = None,
) -> bytes:
    """A workbook: 排名, 得分构成, 说明.

    Args:
        board: Rows of `mart_rank_board`.
        items: Rows of `mart_rank_items` of the same places.
        summary: The row of `mart_rank_groups` that they belong to.
        told: What the sheet 说明 says first, such as the filters of the page.
    """
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        title = f"{summary['scheme_name']}（{summary['period_label']}）"
        _sheet(book, "排名", title, _named(board, _BOARD))
        _sheet(book, "得分构成", title, _named(items, _ITEMS))
        _sheet(book, "说明", title, _notes(summary, board, told or {}))
    return file.getvalue()


def _named(
    frame: pl.DataFrame, names: dict[str, str], more: list[str] | None = None
) -> pl.DataFrame:
    if "card" in names:
        frame = frame.with_columns(
            pl.col("card").replace(_CARDS),
            pl.col("is_tied_with_next").replace_strict({True: "是", False: ""}, default=""),
            # Only a sealed period has two totals: what was published, and what is known today.
            pl.when("is_sealed").then("total_today").alias("total_today"),
            pl.when("is_sealed").then("rank_today").alias("rank_today"),
        )
    return frame.select([*names, *(more or [])]).rename(names)


def _notes(summary: dict[str, Any], board: pl.DataFrame, told: dict[str, str]) -> pl.DataFrame:
    drawn = board["interval_method"].drop_nulls()
    sealed = board.filter("is_sealed")
    rows = told | {
        "考核方案": f"{summary['scheme_name']}（{summary['scheme_version']}）",
        "考核时段": f"{summary['period_start']} 至 {summary['period_end']}",
        "是否结束": "已结束" if summary["is_complete"] else "未结束，名次暂列",
        "小样本下限": f"{summary['minimum_sample']} 件，以下的值向同级均值收缩",
        "缺项处理": "分母为零或无数据的项不计分，由其余各项折算满分",
        "排名门槛": f"可计分权重不低于 {100 * summary['minimum_scored_share']:g}%",
        "同分": _TIES[summary["ties"]],
        "红黄绿牌": summary["card_rule"],
        "90%区间": "暂不排名，无区间" if drawn.is_empty() else drawn[0],
        "不可区分名次": "由同一批抽样得出，有 90% 的把握名次在起止之间；相邻单位得分有 5% 以上可能"
        "持平或反超的，记为差异不显著，宜并列表述",
        "变化原因": "从上期到本期逐项代入，全组同时重算得分和名次，所列为沿变化方向影响最大的一项",
        "封存": "未封存，随数据更新" if sealed.is_empty() else _seal(sealed.row(0, named=True)),
        "规则施行日": str(summary["rules_since"]),
        "待补数据": summary["waits_for"] or "无",
        "依据": summary["basis"],
        "备注": summary["note"],
    }
    return pl.DataFrame({"项目": list(rows), "内容": list(rows.values())})


def _seal(row: dict[str, Any]) -> str:
    return (
        f"{row['sealed_at']:%Y-%m-%d %H:%M} 由 {row['sealed_by']} 封存，"
        f"封存码 {row['seal_digest'][:12]}；封存后的数据只列为更正"
    )


def _sheet(book: Any, name: str, title: str, table: pl.DataFrame) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "font_size": 14})
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EBEFF3"})
    places = book.add_format({"num_format": "0.00"})
    sheet.write(0, 0, title, bold)
    sheet.write(1, 0, _DEMO if settings().demo else "")
    for column, (label, values) in enumerate(table.to_dict(as_series=False).items()):
        sheet.write(3, column, label, head)
        is_fraction = table[label].dtype == pl.Float64
        for row, value in enumerate(values, 4):
            if value is not None:
                sheet.write(row, column, value, places if is_fraction else None)
        sheet.set_column(column, column, _width(label, values))
    sheet.freeze_panes(4, 0)
    if table.height:
        sheet.autofilter(3, 0, 3 + table.height, table.width - 1)


def _width(label: str, values: list[Any]) -> int:
    longest = max((len(str(value)) for value in values if isinstance(value, str)), default=0)
    return min(60, max(9, 2 * len(label), round(1.7 * longest)))
