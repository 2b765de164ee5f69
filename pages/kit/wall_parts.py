"""The parts of the wall by name: what each is called, and what draws it."""

from __future__ import annotations

from collections.abc import Callable

from pages.kit.wall_alerts import alerts
from pages.kit.wall_boxes import Layout
from pages.kit.wall_events import events
from pages.kit.wall_frame import panel, track
from pages.kit.wall_loop import loop
from pages.kit.wall_map import heat_map
from pages.kit.wall_owners import owners
from pages.kit.wall_ranks import ranks
from pages.kit.wall_tasks import tasks
from pages.kit.wall_ticker import ticker
from pages.kit.wall_tiles import tiles
from pages.kit.wall_trends import trends
from pages.kit.wall_units import units
from pages.kit.wall_verdict import verdict
from warehouse.access.scope import Scope

_DRAW: dict[str, Callable[[Scope, Layout], None]] = {
    "verdict": verdict,
    "trends": trends,
    "tasks": tasks,
    "map": heat_map,
    "loop": loop,
    "alerts": alerts,
    "owners": owners,
    "units": units,
    "ranks": ranks,
    "events": events,
    "ticker": ticker,
}
TITLES = {
    "verdict": "态势",
    "kpi": "指标",
    "map": "网格热力",
    "alerts": "预警",
    "owners": "谁来办",
    "units": "各地一览",
    "ranks": "考核",
    "trends": "四类态势",
    "loop": "闭环流转",
    "tasks": "作战图",
    "events": "实时事件",
    "ticker": "实时事件",
}


def parts_of(layout: Layout) -> list[str]:
    """The parts of a layout in reading order; the tiles count as one."""
    tiled = any(name.startswith("kpi_") for name in layout.boxes)
    return [part for part in TITLES if part in layout.boxes or (part == "kpi" and tiled)]


def draw(part: str, scope: Scope, layout: Layout) -> None:
    """Draw one part in its box; if it fails, its box says so and the others stay."""
    if part == "kpi":
        with panel(TITLES[part]):
            tiles(scope, layout)
        return
    with track(f"at_{part}"), panel(TITLES[part]):
        _DRAW[part](scope, layout)
