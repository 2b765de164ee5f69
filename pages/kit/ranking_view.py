"""What the ranking page shows: the table, the part of it on the screen, and the place beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from pages.kit.addresses import pages
from pages.kit.data import cached
from pages.kit.filters import NO_CHOICE, choose, told
from pages.kit.html import Markup, join, tag
from pages.kit.ranking_filters import RankChoice, chosen_unit, periods_before
from pages.kit.tables import page_number
from warehouse.access.scope import Scope
from warehouse.read import ranking

#: Rows on one page of the table; all streets and communities of a usual district.
PAGE_ROWS = 80


@dataclass(frozen=True)
class RankView:
    """A ranking as it is looked at.

    Attributes:
        choice: Scheme, period, level and group.
        level_name: What the level is called here.
        board: Rows of `mart_rank_board` that the filters leave, all pages.
        shown: Those on the page of the table that is on the screen.
        items: Rows of `mart_rank_items` of all places of the level.
        chosen: The row of the place beside the table.
        page: Page of the table, from 1.
        pages: How many there are.
    """

    choice: RankChoice
    level_name: str
    board: pl.DataFrame
    shown: pl.DataFrame
    items: pl.DataFrame
    chosen: dict[str, Any]
    page: int
    pages: int

    @property
    def scored(self) -> pl.DataFrame:
        """The items that make the score, without bonus, deductions and vetoes."""
        return self.items.filter(part="base")

    @property
    def own_items(self) -> pl.DataFrame:
        """All items of the place beside the table."""
        return self.items.filter(area_code=self.chosen["area_code"])

    @property
    def full_score(self) -> float:
        """The weights of the scheme's items together."""
        return float(self.scored.unique("item_no")["weight"].sum())

    @property
    def is_ranked(self) -> bool:
        """Whether anybody is ranked."""
        return self.board["rank"].null_count() < self.board.height

    @property
    def words(self) -> str:
        """The filters in a sentence, for files made of the view."""
        street = self.shown["street_name"][0] if is_of_one_street(self.board) else None
        parts = [
            self.choice.summary["scheme_name"],
            self.choice.summary["period_label"],
            f"{self.level_name}级",
            self.choice.peer_group or None,
            street,
        ]
        return "；".join(part for part in parts if part)


def ranking_view(scope: Scope, choice: RankChoice, level_name: str) -> RankView:
    """Read what the filters ask for; draws the box of the streets where there are several."""
    board = cached(ranking.board, scope, *choice.asked)
    if choice.peer_group:
        board = board.filter(peer_group=choice.peer_group)
    board = _of_street(board)
    unit = chosen_unit(board)
    page, pages = page_number(board.height, PAGE_ROWS)
    if told("page") is None:
        page = board["area_code"].to_list().index(unit) // PAGE_ROWS + 1 if told("unit") else 1
    return RankView(
        choice=choice,
        level_name=level_name,
        board=board,
        shown=board.slice((page - 1) * PAGE_ROWS, PAGE_ROWS),
        items=cached(ranking.items, scope, *choice.asked),
        chosen=board.filter(area_code=unit).row(0, named=True),
        page=page,
        pages=pages,
    )


def year_of_ranks(scope: Scope, view: RankView) -> pl.DataFrame:
    """Ranks of the chosen place's group over the last twelve periods."""
    choice = view.choice
    first = periods_before(choice.period_start, 11, choice.summary["period_type"])
    return cached(
        ranking.history,
        scope,
        choice.scheme_code,
        choice.level,
        view.chosen["peer_group"],
        (first, choice.period_start),
    )


def unit_links(view: RankView) -> Markup:
    """Where to go from the chosen place: its profile, its indicators, the places below it."""
    code = view.chosen["area_code"]
    summary = view.choice.summary
    targets = {"place": ("画像", f"area={code}"), "indicators": ("指标", f"area={code}")}
    known = {address.path for address in pages()}
    links = [
        (words, f"{path}?{query}") for path, (words, query) in targets.items() if path in known
    ]
    if view.choice.level == "street":
        links.append(("社区排名", f"ranking?level=community&area={code}"))
    asked = f"&scheme={summary['scheme_code']}&period={summary['period_label']}"
    return join(
        tag("a", words, href=f"{to}{asked if to.startswith('ranking') else ''}", target="_self")
        for words, to in links
    )


def is_of_one_street(board: pl.DataFrame) -> bool:
    """Whether the places of the table lie in one street, and are not streets themselves."""
    streets = board["street_code"].drop_nulls().unique()
    return streets.len() == 1 and streets[0] not in set(board["area_code"])


def _of_street(board: pl.DataFrame) -> pl.DataFrame:
    """Only the places of the street of the address, where the table holds several streets."""
    below = board.filter(
        pl.col("street_code").is_not_null() & (pl.col("street_code") != pl.col("area_code"))
    )
    names = dict(below.select("street_code", "street_name").sort("street_code").iter_rows())
    if len(names) < 2:
        return board
    street = choose("街道", "area", {NO_CHOICE: "全部街道", **names})
    return _in_street(board, street) if street else board


def _in_street(board: pl.DataFrame, street: str) -> pl.DataFrame:
    """Places of one street; a tie joins only those that follow each other in the whole table."""
    following = pl.col("area_code").shift(-1)
    return (
        board.with_columns(next_of_all=following)
        .filter(street_code=street)
        .with_columns(pl.col("is_tied_with_next") & pl.col("next_of_all").eq_missing(following))
        .drop("next_of_all")
    )
