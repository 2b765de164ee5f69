"""What is shown beside the league table about one place: one of four views."""

from __future__ import annotations

from pages.kit.data import cached
from pages.kit.filters import switch, told
from pages.kit.ranking_changes import change_parts
from pages.kit.ranking_corrections import corrections_list
from pages.kit.ranking_unit import composition
from pages.kit.ranking_view import RankView
from pages.kit.ranking_whatif import whatif_panel
from warehouse.access.scope import Scope
from warehouse.read import ranking

VIEWS = {"points": "得分构成", "change": "变化原因", "whatif": "权重试算", "seal": "封存更正"}


def view_title() -> str:
    """Name of the view that is about to be drawn."""
    return VIEWS.get(told("view") or "", VIEWS["points"])


def unit_side(scope: Scope, shown: RankView) -> None:
    """Draw the switch and the view that it names; only that one is computed.

    Args:
        scope: Scope of the page.
        shown: The ranking with the place that is chosen in it.
    """
    view = switch("所示内容", "view", VIEWS, default="points")
    asked, chosen = shown.choice.asked, shown.chosen
    if view == "change":
        changes = cached(ranking.changes, scope, *asked)
        change_parts(changes.filter(area_code=chosen["area_code"]), chosen)
    elif view == "whatif":
        whatif_panel(scope, asked, shown.own_items, chosen)
    elif view == "seal":
        corrections_list(scope, cached(ranking.corrections, scope, *asked), chosen)
    else:
        composition(scope, shown.own_items, chosen)
