"""考核排名: who stands where, what the totals are made of, and by which rules."""

import streamlit as st

from pages.kit.data import cached, page_scope
from pages.kit.frame import desk_frame, nothing_here, panel
from pages.kit.ranking_charts import lost_caption, lost_points, rank_movement
from pages.kit.ranking_downloads import ranking_downloads
from pages.kit.ranking_filters import chosen_unit, periods_before, ranking_filters
from pages.kit.ranking_head import (
    not_ranked_yet,
    rank_figures,
    ranking_rule,
    ranking_style,
    ranking_title,
)
from pages.kit.ranking_league import league_table
from pages.kit.ranking_side import unit_side, view_title
from pages.kit.ranking_support import support_button
from pages.kit.ranking_unit import method
from warehouse.read import events, places, ranking


def render() -> None:
    """Draw the ranking page."""
    scope = page_scope()
    desk_frame("ranking", data_cut=cached(events.data_cut, scope)["as_of"][0])
    ranking_style()
    groups = cached(ranking.groups, scope)
    level_names = dict(cached(places.levels, scope).iter_rows())
    if groups.is_empty():
        nothing_here("尚无可考核的月份", "考核方案所需的指标还没有数据，请先加载数据。")
        return

    with st.container(key="rk_bar", horizontal=True):
        ranking_title()
        choice = ranking_filters(groups, level_names)
        ranking_rule(choice.summary, cached(ranking.board, scope, *choice.asked))
        downloads = st.container(horizontal=True, gap="small", width="content")
    board = cached(ranking.board, scope, *choice.asked)
    if choice.peer_group:
        board = board.filter(peer_group=choice.peer_group)
    items = cached(ranking.items, scope, *choice.asked)
    scored = items.filter(part="base")
    unit = chosen_unit(board)
    chosen = board.filter(area_code=unit).row(0, named=True)
    with downloads:
        support_button(scope)
        ranking_downloads(board, items, choice.summary)

    with st.container(key="rk_columns", horizontal=True):
        with st.container(key="rk_left"):
            if board["rank"].null_count() < board.height:
                rank_figures(choice.summary, scored.unique("item_no")["weight"].sum())
            else:
                not_ranked_yet(board)
            with panel(
                "pn_rk_league",
                f"{level_names[choice.level]}排名",
                "名次旁为名次区间 · 竖线相连者差异不显著，宜并列表述 · ○ 上期得分 · "
                "※ 小样本、缺项或加扣分",
            ):
                league_table(board, scored, selected=unit)
            with st.container(key="rk_lower", horizontal=True):
                with panel("pn_rk_lost", "失分在哪", lost_caption(board)):
                    lost_points(board, scored)
                with panel(
                    "pn_rk_moves", "名次走势", f"{chosen['peer_group']} · 近12期，按各期规则"
                ):
                    rank_movement(
                        cached(
                            ranking.history,
                            scope,
                            choice.scheme_code,
                            choice.level,
                            chosen["peer_group"],
                            (
                                periods_before(
                                    choice.period_start, 11, choice.summary["period_type"]
                                ),
                                choice.period_start,
                            ),
                        ),
                        selected=unit,
                    )
        with st.container(key="rk_right"):
            with panel("pn_rk_unit", f"{view_title()} · {chosen['area_name']}"):
                unit_side(scope, choice, chosen, items.filter(area_code=unit))
            with panel("pn_rk_method", "方法与口径", "参考值"):
                method(choice.summary, chosen)
