"""一屏统管: is the city calm, where, what is overdue and who must act, who ranks where."""

from pages.kit.data import cached, page_scope
from pages.kit.wall_alerts import alerts
from pages.kit.wall_frame import panel, track, wall_frame
from pages.kit.wall_header import header
from pages.kit.wall_loop import loop
from pages.kit.wall_map import heat_map
from pages.kit.wall_ranks import ranks
from pages.kit.wall_tasks import tasks
from pages.kit.wall_ticker import ticker
from pages.kit.wall_tiles import tiles
from pages.kit.wall_trends import trends
from pages.kit.wall_verdict import verdict
from warehouse.read import overview


def render() -> None:
    """Draw the wall."""
    scope = page_scope()
    site = cached(overview.site, scope).row(0, named=True)
    with wall_frame(scope, site["as_of"]):
        with panel("数据截至"):
            header(scope, site)
        with track("strip"):
            with panel("态势"):
                verdict(scope)
            with panel("指标"):
                tiles(scope)
        with track("main"):
            with track("left"):
                with panel("四类态势"):
                    trends(scope)
                with panel("作战图"):
                    tasks(scope)
            with track("centre"):
                with panel("网格热力"):
                    heat_map(scope, site)
                with panel("闭环流转"):
                    loop(scope)
            with track("right"):
                with panel("预警"):
                    alerts(scope)
                with panel("考核"):
                    ranks(scope)
        with panel("实时事件"):
            ticker(scope, site)
