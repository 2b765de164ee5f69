"""血缘: from one feed to the screens, layer by layer, as the build recorded it."""

from __future__ import annotations

import streamlit as st

from pages.kit.data import cached
from pages.kit.data_tables import scrolled
from pages.kit.filters import choose
from pages.kit.formats import number
from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, join, tag
from pages.kit.icons import mark
from warehouse.access.scope import Scope
from warehouse.read.lineage import Model, lineage

LAYERS = {
    "raw": "原始层",
    "reference": "参照表",
    "staging": "清洗层",
    "intermediate": "中间层",
    "core": "事实与维度",
    "ledger": "账目",
    "indicators": "指标",
    "assessment": "考核",
    "marts": "页面集市",
}
FIRST = "grid/events"


def lineage_panel(scope: Scope) -> None:
    """Draw what is made of the chosen feed."""
    with panel("pn_data_lineage", "血缘", "取自构建清单 · 行数与检验为本版本的"):
        known = lineage(scope)
        if known is None:
            nothing_here("这一版本没有留下血缘。", "用新程序重新构建后即有。")
            return
        feeds = sorted(model.name for model in known.models.values() if model.layer == "raw")
        with st.container(key="data_pick", horizontal=True, vertical_alignment="bottom"):
            usual = FIRST if FIRST in feeds else feeds[0]
            feed = choose("数据源", "feed", {name: name for name in feeds}, default=usual) or usual
        scrolled(Markup(cached(_layers, scope, feed)), None, f"{feed} 的血缘")


def _layers(scope: Scope, feed: str) -> str:
    """A column for each layer, its models one below the other; the screens last."""
    known = lineage(scope)
    assert known is not None
    made = known.between([feed], known.models)
    columns = [
        _column(title, [_model(model) for model in made if model.layer == layer])
        for layer, title in LAYERS.items()
    ]
    screens = {known.readers[model.name] for model in made if model.name in known.readers}
    columns.append(_column("页面与报告", [tag("b", name) for name in sorted(screens)]))
    return tag("div", *columns, class_="lineage", translate="no")


def _column(title: str, parts: list[Markup]) -> Markup:
    if not parts:
        return Markup("")
    boxes = [tag("li", part) for part in parts]
    count = tag("span", f" {number(len(parts))}", class_="dim")
    return tag("section", tag("h3", title, count), tag("ul", *boxes))


def _model(model: Model) -> Markup:
    """Name, rows and tests; what one row is shows under the pointer."""
    failed = [test for test in model.tests if test.status != "pass"]
    rows = "" if model.rows is None else f"{number(model.rows)} 行"
    checked = ""
    if model.tests:
        checked = join(
            [
                Markup(mark("watch" if failed else "good", "10px")),
                f" {number(len(model.tests))} 项检验",
            ]
        )
    return tag(
        "div",
        tag("code", model.name),
        tag("small", join([rows, " " if rows else "", checked])),
        title=model.description,
    )
