"""排名及变化: the newest ranking of the places below, in words and as a table."""

from __future__ import annotations

from typing import Any

import polars as pl

from warehouse.report.document import Column, Figure, Paragraph, Part, Slide, Table
from warehouse.report.facts import Facts
from warehouse.report.phrases import listed
from warehouse.report.sections.method import method_annex
from warehouse.report.sections.section import Written
from warehouse.report.sources import of_score
from warehouse.report.words import NO_VALUE, form_of, number
from warehouse.rounding import rounded

CARDS = {"green": "绿牌", "yellow": "黄牌", "red": "红牌", "none": NO_VALUE}
Row = dict[str, Any]


def ranks(facts: Facts) -> Written | None:
    """First and last of each group, then the league table; None at a place with nothing below."""
    if not facts.below:
        return None
    board = facts.board
    if board.is_empty():
        return Written([Paragraph([f"尚无已结束月份的{facts.child_word}考核结果，本期不作排名。"])])
    told, table = Paragraph(_sentence(board)), rank_table(board, facts.child_word)
    slides = [Slide(Paragraph(_headline(board)), table)]
    return Written([told, table], slides, method_annex(board, facts.board_items))


def rank_table(board: pl.DataFrame, child_word: str) -> Table:
    """组别, 名次, 较上月, 单位, 得分, 得分变化, 名次区间, 等次."""
    rows: list[list[Part]] = [
        [
            row["peer_group"],
            score(row, "rank", "", 0),
            moved_rank(row),
            row["area_name"],
            score(row, "total", "分", 2),
            moved_score(row),
            *span(row),
            CARDS[row["card"]],
        ]
        for row in board.iter_rows(named=True)
    ]
    head = board.row(0, named=True)
    noted = "；".join(
        f"{row['area_name']}：{row['note']}" for row in board.iter_rows(named=True) if row["note"]
    )
    return Table(
        name="考核排名",
        title=f"{head['scheme_name']}（{head['period_label']}）",
        columns=[
            Column("组别", 14),
            Column("名次", 9),
            Column("较上期", 10),
            Column(child_word, 22, is_left=True),
            Column("得分", 13),
            Column("得分变化", 13),
            Column("名次区间起", 11),
            Column("名次区间止", 11),
            Column("等次", 10),
        ],
        rows=rows,
        note="注：组内排名；名次区间内的单位差异不显著，建议并列表述；权重、目标为参考值。"
        + (f"{noted}。" if noted else ""),
        freeze=4,
    )


def score(row: Row, part: str, unit: str, decimals: int) -> Part:
    """A number of the league table; a dash where nobody is ranked."""
    value = row[part]
    if value is None:
        return NO_VALUE
    return Figure(
        f"{number(value, decimals)}{unit}", value, of_score(row, part), form_of(unit, decimals)
    )


def moved_rank(row: Row) -> Part:
    """`↑2` for two places better, `→`, or a dash."""
    change = row["rank_change"]
    if change is None:
        return NO_VALUE
    words = "→" if change == 0 else f"{'↑' if change > 0 else '↓'}{abs(change)}"
    return Figure(words, change, of_score(row, "rank_change"), '"↑"0;"↓"0;"→"')


def moved_score(row: Row) -> Part:
    """`↑1.25`, or a dash."""
    change = row["total_change"]
    if change is None:
        return NO_VALUE
    sign = "" if rounded(change, 2) == 0 else "↑" if change > 0 else "↓"
    words = f"{sign}{number(abs(change), 2)}" if sign else "→"
    return Figure(words, change, of_score(row, "total_change"), '"↑"0.00;"↓"0.00;"→"')


def span(row: Row) -> tuple[Part, Part]:
    """The best and the worst rank that the data cannot tell apart."""
    return score(row, "rank_best", "", 0), score(row, "rank_worst", "", 0)


def group_words(group: str, ranked: pl.DataFrame, *, is_partly: bool = False) -> list[Part]:
    """`甲组第1名为南园街道（92.31分），与第2名差异不显著，末位为双桥街道（第6名，85.20分）`.

    Args:
        group: Its name.
        ranked: The units of it that are ranked, the first first; the group may have others that
            are not of this place.
        is_partly: Whether units of this place are not ranked.
    """
    first, last = ranked.row(0, named=True), ranked.row(-1, named=True)
    is_whole = ranked.height == first["ranked_count"]
    parts = _whole_group(group, first, last) if is_whole else _part_of_group(group, first, last)
    return [*parts, "，其余单位数据未齐，暂不排名"] if is_partly else parts


def tied_words(first: Row) -> list[Part]:
    """`第2名`, `其后直至第3名`: up to whom the first cannot be told from the others."""
    reach = score(first, "rank_worst", "", 0)
    return ["其后直至第" if first["rank_worst"] > 2 else "第", reach, "名"]


def is_tied(first: Row) -> bool:
    """Whether a first place may as well be another's."""
    return first["rank"] == 1 and (first["rank_worst"] or 1) > 1


def placed(row: Row) -> list[Part]:
    """`双桥街道（第6名，85.20分）`; a first place has only its points."""
    total = score(row, "total", "分", 2)
    if row["rank"] == 1:
        return [row["area_name"], "（", total, "）"]
    return [row["area_name"], "（第", score(row, "rank", "", 0), "名，", total, "）"]


def _whole_group(group: str, first: Row, last: Row) -> list[Part]:
    parts: list[Part] = [f"{group}第1名为", *placed(first)]
    if last["rank"] == 2:
        second = [last["area_name"], "（", score(last, "total", "分", 2), "）"]
        return [*parts, "，第2名为", *second, *(["，两者差异不显著"] if is_tied(first) else [])]
    if is_tied(first):
        parts += ["，与", *tied_words(first), "差异不显著"]
    return [*parts, "，末位为", *placed(last)] if last["rank"] > first["rank"] else parts


def _part_of_group(group: str, first: Row, last: Row) -> list[Part]:
    if last["area_code"] == first["area_code"]:
        return [f"{group}中所属单位为", *_ranked(first)]
    best: list[Part] = [f"{group}中所属单位名次最靠前的为", *_ranked(first)]
    if is_tied(first):
        best += ["，与", *tied_words(first), "差异不显著"]
    return [*best, "，最靠后的为", *_ranked(last)]


def _ranked(row: Row) -> list[Part]:
    rank, total = score(row, "rank", "", 0), score(row, "total", "分", 2)
    return [row["area_name"], "（第", rank, "名，", total, "）"]


def _sentence(board: pl.DataFrame) -> list[Part]:
    head = board.row(0, named=True)
    parts: list[Part] = [
        f"{head['scheme_name']}（{month_words(head['period_label'])}，最近一个已结束的月份）："
    ]
    for place, ((group,), rows) in enumerate(board.group_by("peer_group", maintain_order=True)):
        ranked = rows.filter(pl.col("rank").is_not_null())
        parts += ["；" if place else ""]
        if ranked.is_empty():
            parts.append(f"{group}数据未齐，暂不排名")
        else:
            parts += group_words(str(group), ranked, is_partly=ranked.height < rows.height)
    return [part for part in [*parts, "。"] if part]


def _headline(board: pl.DataFrame) -> list[Part]:
    ranked = board.filter(pl.col("rank").is_not_null())
    if ranked.is_empty():
        return ["数据未齐，暂不排名"]
    month = f"{month_words(ranked['period_label'][0])}考核："
    # The places below may be a part of a group whose first is elsewhere.
    firsts = ranked.filter(pl.col("rank") == 1)
    shown, verdict = (firsts, "居首") if firsts.height else (ranked.sort("rank"), "名次最靠前")
    shown = shown.unique("peer_group", keep="first", maintain_order=True).head(3)
    named = [[row["peer_group"], *placed(row)] for row in shown.iter_rows(named=True)]
    return [month, *listed(named), verdict]


def month_words(label: str) -> str:
    """`2026-10` as 2026年10月."""
    year, _, month = label.partition("-")
    return f"{year}年{int(month)}月" if month.isdigit() else label
