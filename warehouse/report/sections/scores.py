"""考核得分和排名: the scheme of the period, group by group, with what cannot be told apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import polars as pl

from warehouse.report import lists
from warehouse.report.document import Annex, Block, Column, Figure, Paragraph, Part, Slide, Table
from warehouse.report.facts import Facts
from warehouse.report.kinds import period_words
from warehouse.report.phrases import listed, paragraph, sentence
from warehouse.report.sections.method import full_points, method_annex
from warehouse.report.sections.ranks import (
    group_words,
    is_tied,
    placed,
    rank_table,
    score,
    tied_words,
)
from warehouse.report.sections.section import Written
from warehouse.report.sources import of_score
from warehouse.report.words import NO_VALUE, number

#: Groups of up to so many units are told name by name.
TOLD = 8
#: How many that went up, or down, are named.
MOVED = 3
Row = dict[str, Any]


def scores(facts: Facts) -> Written | None:
    """The ranking of the places below in the period; None at a place with nothing below."""
    if not facts.below:
        return None
    board = lists.listed(facts, "board")
    if board.is_empty():
        told = f"{facts.kind.this}没有对各{facts.child_word}的考核结果，不作排名。"
        return Written([Paragraph([told])])
    table = replace(
        rank_table(board, facts.child_word),
        title=f"{board['scheme_name'][0]}（{period_words(facts.period)}）",
    )
    body: list[Block] = [
        *paragraph(_lead(facts, board)),
        *(Paragraph(told) for told in _groups(board)),
        *paragraph(_moves(facts, board), _cards(facts)),
        table,
    ]
    annexes = [Annex(f"各{facts.child_word}分项得分", [items])] if (items := _items(facts)) else []
    annexes += method_annex(board, lists.listed(facts, "items"))
    return Written(body, [Slide(Paragraph(_headline(board)), table)], annexes)


def _lead(facts: Facts, board: pl.DataFrame) -> list[Part]:
    ranked = board.filter(pl.col("rank").is_not_null())
    if ranked.is_empty():
        return [f"{board['scheme_name'][0]}所需数据未齐，暂不排名。"]
    parts: list[Part] = [f"按{board['scheme_name'][0]}办法，{facts.kind.this}对"]
    parts += [lists.count(facts, "units_ranked", "个"), f"{facts.child_word}分组计分排名。"]
    if not board["is_complete"][0]:
        parts.append(f"{facts.kind.this}尚未结束，以下为截至数据时点的阶段情况，不作通报依据。")
    return parts


def _groups(board: pl.DataFrame) -> list[list[Part]]:
    """A paragraph for each group."""
    told: list[list[Part]] = []
    if board["rank"].null_count() == board.height:
        return told
    for (group,), rows in board.group_by("peer_group", maintain_order=True):
        ranked = rows.filter(pl.col("rank").is_not_null())
        if ranked.is_empty():
            told.append([f"{group}数据未齐，暂不排名。"])
        elif ranked.height > TOLD or ranked.height < 2:
            is_partly = ranked.height < rows.height
            told.append([*group_words(str(group), ranked, is_partly=is_partly), "。"])
        else:
            told.append(_in_order(str(group), ranked.to_dicts()))
    return told


def _in_order(group: str, rows: list[Row]) -> list[Part]:
    first, last = rows[0], rows[-1]
    if len(rows) == first["ranked_count"]:
        named = [[row["area_name"], "（", score(row, "total", "分", 2), "）"] for row in rows]
        parts: list[Part] = [f"{group}由高到低依次为：", *listed(named), "。"]
    else:
        parts = [f"{group}中所属单位由高到低依次为：", *listed(map(placed, rows)), "。"]
    if is_tied(first):
        parts += ["第1名与", *tied_words(first), "差异不显著，可视为并列。"]
    elif first["rank"] == first["rank_worst"] == 1:
        parts.append("第1名与其后各名差异显著。")
    if len(rows) > 2 and last["rank_best"] == last["ranked_count"]:
        parts.append("末位与其前各名差异显著。")
    return [part for part in parts if part]


def _moves(facts: Facts, board: pl.DataFrame) -> list[Part]:
    """Who went up and who down; a move inside the interval is no achievement."""
    known = board.filter(pl.col("rank_change").is_not_null())
    if known.is_empty():
        return []
    both = (_moved(facts, "units_up", "上升"), _moved(facts, "units_down", "下降"))
    told = [moved for moved in both if moved]
    if not told:
        return [f"与{facts.kind.before}相比，各单位名次均无变化。"]
    moving = known.filter(pl.col("rank_change") != 0)
    parts: list[Part] = [f"与{facts.kind.before}相比，", *listed(told, between="；")]
    parts.append("；其余单位名次不变。" if known.height > moving.height else "。")
    if moving.filter(pl.col("rank_best") < pl.col("rank_worst")).height:
        parts.append("名次区间重叠的单位，升降在误差范围之内。")
    return parts


def _moved(facts: Facts, name: str, word: str) -> list[Part]:
    """`南园街道上升1位`; of many the furthest, and how many there are."""
    rows = lists.counted(facts, name)
    rows.sort(key=lambda row: (-abs(row["rank_change"]), row["area_code"]))
    told = listed([row["area_name"], word, _places(row)] for row in rows[:MOVED])
    if len(rows) <= MOVED:
        return told
    return [f"名次{word}的有", lists.count(facts, name, "个"), "，较多的是", *told]


def _places(row: Row) -> Figure:
    size = abs(row["rank_change"])
    return Figure(f"{size}位", size, of_score(row, "rank_change"), '0"位"')


def _cards(facts: Facts) -> list[Part]:
    """How many have which card, and who is yellow or red where they are few."""
    told: list[list[Part]] = []
    for name, word in (("cards_green", "绿牌"), ("cards_yellow", "黄牌"), ("cards_red", "红牌")):
        rows = lists.counted(facts, name)
        if not rows:
            continue
        parts: list[Part] = [word, lists.count(facts, name, "个")]
        if len(rows) <= TOLD:
            parts.append(f"（{'、'.join(row['area_name'] for row in rows)}）")
        told.append(parts)
    if not told:
        return []
    return sentence([f"按本办法的等次线，{facts.kind.this}发出", *told[0]], *told[1:])


def _headline(board: pl.DataFrame) -> list[Part]:
    """Who leads each group for certain, and who has a red card."""
    ranked = board.filter(pl.col("rank") == 1).unique(
        "peer_group", keep="first", maintain_order=True
    )
    if ranked.is_empty():
        return ["数据未齐，暂不排名"]
    parts = listed(_leads(row) for row in ranked.head(3).iter_rows(named=True))
    red = board.filter(pl.col("card") == "red")["area_name"].to_list()
    if 0 < len(red) <= 2:
        parts.append(f"，{'、'.join(red)}列红牌")
    return parts


def _leads(row: Row) -> list[Part]:
    """`城区组南园街道居首`, or `城区组前3名不分先后` where the data cannot tell them apart."""
    if row["rank_worst"] is not None and row["rank_worst"] > 1:
        return [f"{row['peer_group']}前", score(row, "rank_worst", "", 0), "名不分先后"]
    return [f"{row['peer_group']}{row['area_name']}（", score(row, "total", "分", 2), "）居首"]


def _items(facts: Facts) -> Table | None:
    """Points of every item: a row per unit, a column per item."""
    items = lists.listed(facts, "items")
    if items.is_empty():
        return None
    base = items.filter(pl.col("part") == "base")
    heads = base.unique("item_no", keep="first").sort("item_no").to_dicts()
    points = {(row["area_code"], row["item_no"]): row for row in base.iter_rows(named=True)}
    board = lists.listed(facts, "board")
    full = [full_points(board.row(0, named=True), head) for head in heads]
    rows: list[list[Part]] = [[NO_VALUE, "满分值", *full, NO_VALUE]]
    for unit in board.iter_rows(named=True):
        own = [points.get((unit["area_code"], head["item_no"])) for head in heads]
        cells = [NO_VALUE if row is None else _points(unit, row) for row in own]
        rows.append([unit["peer_group"], unit["area_name"], *cells, score(unit, "total", "", 2)])
    return Table(
        name="分项得分",
        title="",
        columns=[
            Column("组别", 12),
            Column(facts.child_word, 18, is_left=True),
            *(Column(head["short_name"], 11) for head in heads),
            Column("总分", 12),
        ],
        rows=rows,
        note="注："
        + "；".join(f"{head['short_name']}：{head['item_name']}" for head in heads)
        + f"。“{NO_VALUE}”为该项无数据，不计分，由其余各项折算；总分含加分、扣分和折算。",
        freeze=2,
    )


def _points(unit: Row, item: Row) -> Part:
    if item["points"] is None:
        return NO_VALUE
    source = of_score(unit, f"item-{item['item_no']}.points")
    return Figure(number(item["points"], 2), item["points"], source, "0.00")
