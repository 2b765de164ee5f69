"""走势: an indicator over the last periods, as a chart."""

from __future__ import annotations

from warehouse.read import past
from warehouse.report.document import Chart, Figure, Series
from warehouse.report.facts import Facts
from warehouse.report.figures import figure
from warehouse.report.phrases import furthest, named
from warehouse.trace_code import Number

#: How many periods a chart goes back.
LOOK_BACK = {"week": 8, "month": 13, "quarter": 8, "half": 6, "year": 5}


def trend_chart(facts: Facts, code: str) -> Chart | None:
    """The last periods of one line as columns; None with fewer than three values."""
    line = facts.line(code)
    count = LOOK_BACK[facts.kind.period_type]
    number = Number(code, facts.area_code, facts.kind.period_type, facts.period.start)
    rows = past.values(facts.scope, number, count).to_dicts()
    shown = [figure(row | {"unit": line["unit"]}) for row in rows]
    points = [point if isinstance(point, Figure) else None for point in shown]
    told = [point for point in points if point is not None]
    if len(told) < 3:
        return None
    name = line["indicator_name"]
    labels = [_short(row["label"]) for row in rows]
    return Chart(
        name=f"{name}走势",
        title=f"{name}走势",
        kind="line" if line["unit"] == "%" else "column",
        categories=labels,
        series=[Series(name, points)],
        unit=line["unit"],
        takeaway=_takeaway(name, labels, points),
    )


def _takeaway(name: str, labels: list[str], points: list[Figure | None]) -> str:
    """When it was highest and lowest; the numbers themselves stand in the chart."""
    told = [
        {"label": label, "value": point.value}
        for label, point in zip(labels, points, strict=True)
        if point is not None
    ]
    highest = furthest(told, lambda row: row["value"])
    lowest = furthest(told, lambda row: -row["value"])
    if highest == lowest:
        return f"{name}各期相同。"
    return f"{name}{named(highest, 'label')}最高，{named(lowest, 'label')}最低。"


def _short(label: str) -> str:
    year, _, rest = label.partition("-")
    if not rest:
        return f"{year}年"
    if rest.startswith("W"):
        return f"第{int(rest[1:])}周"
    if rest.startswith(("Q", "H")):
        return f"{year[2:]}年{rest[1:]}{'季' if rest[0] == 'Q' else ''}"
    return f"{year[2:]}年{int(rest)}月"
