"""The parts of a list by one dimension; a click narrows the page to one of them."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.part_bars import part_bars
from pages.kit.periods import DeskPeriod
from pages.kit.records.view import RecordView
from warehouse.access.scope import Scope
from warehouse.read import records
from warehouse.read.record_filters import FLOWS, RecordFilter


def breakdown_panel(  # noqa: PLR0913, PLR0917
    scope: Scope,
    view: RecordView,
    asked: RecordFilter,
    period: DeskPeriod,
    dimension: str,
    title: str,
    *,
    shown: str = "opened",
) -> None:
    """Draw the largest parts as bars, and the rest together.

    Args:
        scope: What the reader may see.
        view: Of the page.
        asked: Period, place and what narrows them. The dimension's own filter marks its bar
            and does not narrow the others away.
        period: Of the page, for the words of the comparison.
        dimension: `kind`, `channel`, `state` or `department`.
        title: Of the panel.
        shown: Which records are counted, a key of `warehouse.read.record_filters.SHOWN`.
    """
    chosen, others = _without(asked, dimension)
    rows = cached(
        records.breakdown,
        scope,
        view.record_set,
        others,
        dimension,
        shown=shown,
    )
    rows = rows.filter(pl.col("records") > 0)
    is_compared = shown in FLOWS
    words = {"part": title, "records": view.unit, "previous": "上期"}
    caption = f"{view.shown.get(shown, '')} · {view.unit}"
    chart_panel(
        f"parts_{dimension}",
        (title, f"{caption} · {period.before}" if is_compared else caption),
        rows=rows,
        headings=words if is_compared else {key: words[key] for key in ("part", "records")},
        draw=lambda: part_bars(rows, dimension, chosen),
    )


def _without(asked: RecordFilter, dimension: str) -> tuple[str | None, RecordFilter]:
    """What the filter says about a dimension, and the filter without it."""
    if dimension == "kind":
        return asked.kind, replace(asked, kind=None)
    if dimension == "channel":
        return asked.channel, replace(asked, channel=None)
    if dimension == "state":
        return asked.state, replace(asked, state=None)
    return asked.department_code, replace(asked, department_code=None)
