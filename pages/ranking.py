"""考核排名: who stands where, what the totals are made of, and by which rules."""

import streamlit as st

from pages.kit.data import cached, page_scope
from pages.kit.frame import desk_frame, desk_style, nothing_here, panel
from pages.kit.place_boxes import place_path
from pages.kit.ranking_downloads import ranking_downloads
from pages.kit.ranking_filters import ranking_filters
from pages.kit.ranking_head import not_ranked_yet, rank_figures, ranking_rule, ranking_title
from pages.kit.ranking_league import league_panel
from pages.kit.ranking_lost import lost_panel
from pages.kit.ranking_moves import movement_panel
from pages.kit.ranking_side import unit_side, view_title
from pages.kit.ranking_support import support_button
from pages.kit.ranking_unit import method
from pages.kit.ranking_view import ranking_view, unit_links
from warehouse.read import events, places, ranking


def render() -> None:
    """Draw the ranking page."""
    scope = page_scope()
    cut = cached(events.data_cut, scope).row(0, named=True)
    desk_frame("ranking", data_cut=cut["as_of"])
    desk_style("ranking.css")
    groups = cached(ranking.groups, scope)
    if groups.is_empty():
        nothing_here("尚无可考核的月份", "考核方案所需的指标还没有数据，请先加载数据。")
        return

    level_names = dict(cached(places.levels, scope).iter_rows())
    path = place_path(scope, scope.area_code or cut["root_area_code"])
    with st.container(key="rk_bar", horizontal=True):
        ranking_title()
        choice = ranking_filters(groups, level_names, path[-1] if path else None)
        view = ranking_view(scope, choice, level_names[choice.level])
        feeds = cached(ranking.completeness, scope, choice.scheme_code, choice.period_start)
        ranking_rule(choice.summary, view.board, feeds)
        with st.container(key="rk_buttons", horizontal=True):
            support_button(scope)
            ranking_downloads(view, cut["as_of"], scope.version)

    with st.container(key="rk_columns", horizontal=True):
        with st.container(key="rk_left"):
            if view.is_ranked:
                rank_figures(choice.summary, view.full_score)
            else:
                not_ranked_yet(view.board)
            league_panel(view, path)
            with st.container(key="rk_lower", horizontal=True):
                lost_panel(scope, view)
                movement_panel(scope, view)
        with st.container(key="rk_right"):
            with panel(
                "pn_rk_unit", f"{view_title()} · {view.chosen['area_name']}", unit_links(view)
            ):
                unit_side(scope, view)
            with panel("pn_rk_method", "方法与口径", "参考值"):
                method(choice.summary, view.chosen, feeds)
