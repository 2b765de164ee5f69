"""与历年比较: the key figures year by year, as far as the data of a year are all in."""

from __future__ import annotations

from datetime import date

from warehouse.read import reports
from warehouse.report.document import Block, Column, Paragraph, Part, Slide, Table
from warehouse.report.facts import Facts
from warehouse.report.figures import Row, figure
from warehouse.report.phrases import compared, paragraph, sentence
from warehouse.report.sections.section import Written
from warehouse.report.sections.trend import trend_chart
from warehouse.report.words import NO_VALUE

#: How many years a table goes back.
YEARS = 5
COMPARED = (
    "OPS-01", "OPS-08", "OPS-09", "OPS-13", "OPS-14", "LAW-18", "LAW-01", "LAW-02", "LAW-19",
    "LAW-09", "LAW-10", "LAW-11", "LAW-13B", "POL-03", "POL-04", "POL-06", "SLF-01", "MOR-03",
    "MOR-09", "SMT-01",
)  # fmt: skip


def years(facts: Facts) -> Written:
    """A table of the years; a year whose data are not all in is a dash."""
    past = _past(facts)
    kept = {
        year: lines
        for year, lines in past.items()
        if any(_is_told(lines.get(code)) for code in COMPARED)
    }
    body: list[Block] = [*paragraph(_moved(facts), _left_out(past))]
    if not kept:
        return Written(body or [Paragraph(["没有以前年度的完整数据，不作比较。"])])
    table = _table(facts, kept)
    return Written([*body, table], _slides(facts))


def _slides(facts: Facts) -> list[Slide]:
    """On-time closing year by year; none with too few years for a line."""
    chart = trend_chart(facts, "OPS-08")
    return [] if chart is None else [Slide(Paragraph(_headline(facts)), chart)]


def _past(facts: Facts) -> dict[int, dict[str, Row]]:
    """The lines of the years before, the oldest first; years outside the history have none."""
    found: dict[int, dict[str, Row]] = {}
    last = facts.period.start.year
    for year in range(last - YEARS + 1, last):
        rows = reports.lines(facts.scope, facts.kind.name, facts.area_code, date(year, 1, 1))
        if not rows.is_empty():
            found[year] = {row["indicator_code"]: row for row in rows.iter_rows(named=True)}
    return found


def _is_told(row: Row | None) -> bool:
    return row is not None and row["value"] is not None and row["is_begun"] and not row["is_late"]


def _moved(facts: Facts) -> list[Part]:
    """What changed against the year before, where both years are whole."""
    told: list[Part] = []
    for code in ("OPS-01", "OPS-08", "LAW-01", "LAW-19"):
        line = facts.line(code)
        clauses = compared(line, facts.wording)[:1] if line["value"] is not None else []
        if clauses:
            told += sentence([line["indicator_name"], figure(line)], *clauses, end="；")
    return [*told[:-1], "。"] if told else []


def _left_out(past: dict[int, dict[str, Row]]) -> list[Part]:
    """Years of which most lines are not told."""
    partial = [
        f"{year}年"
        for year, lines in past.items()
        if 2 * sum(_is_told(lines.get(code)) for code in COMPARED) < len(COMPARED)
    ]
    return [f"{'、'.join(partial)}数据不完整，不作年度比较。"] if partial else []


def _table(facts: Facts, past: dict[int, dict[str, Row]]) -> Table:
    rows: list[list[Part]] = []
    for code in COMPARED:
        line = facts.line(code)
        before = [lines.get(code) for lines in past.values()]
        cells = [figure(row) if row is not None and _is_told(row) else NO_VALUE for row in before]
        rows.append([line["indicator_name"], *cells, figure(line)])
    return Table(
        name="历年比较",
        title="主要指标历年情况",
        columns=[
            Column("指标", 32, is_left=True),
            *(Column(f"{year}年", 18) for year in past),
            Column(f"{facts.period.start.year}年", 18),
        ],
        rows=rows,
        note=f"注：“{NO_VALUE}”为当年没有数据或数据不完整；存量指标为年末数。",
    )


def _headline(facts: Facts) -> list[Part]:
    line = facts.line("OPS-08")
    if line["value"] is None:
        return ["主要指标历年情况"]
    return sentence(
        [line["indicator_name"], figure(line)], *compared(line, facts.wording)[:1], end=""
    )
