"""Every model that a number came through, as a table."""

from __future__ import annotations

from pages.kit.formats import number
from pages.kit.html import Markup, tag
from pages.kit.trace_lineage import said
from warehouse.read.lineage import Model, Way

_LAYERS = {
    "raw": "原始层",
    "reference": "参照表",
    "staging": "清洗层",
    "intermediate": "中间层",
    "core": "事实层",
    "ledger": "账目",
    "indicators": "指标层",
    "assessment": "考核层",
    "marts": "主题层",
}


def way_table(way: Way) -> Markup:
    """Every model of the way as a table: layer, name, what it reads, rows, tests."""
    head = tag("tr", *(tag("th", word) for word in ("层", "模型", "读自", "行数", "检验")))
    models = (*way.feeds, *way.beside, *way.models, *way.after)
    return tag(
        "div",
        tag("table", tag("thead", head), tag("tbody", *(_model_row(m) for m in models))),
        class_="tr-tb tr-models",
        tabindex="0",
        role="region",
        aria_label="经过的模型",
    )


def _model_row(model: Model) -> Markup:
    passed = sum(test.status == "pass" for test in model.tests)
    judged = f"{passed}/{len(model.tests)} 通过" if model.tests else "—"
    above = "、".join(model.upstream) or "—"
    return tag(
        "tr",
        tag("td", _LAYERS.get(model.layer, model.layer)),
        tag("td", model.name, class_="id"),
        tag("td", above, title=above),
        tag("td", number(model.rows) if model.rows is not None else "视图", class_="r"),
        tag("td", judged, title="；".join(said(test) for test in model.tests), class_="r"),
    )
