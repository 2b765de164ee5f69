"""The lists of the longer reports, each by its name, and what is counted over them.

A cell of a list is the part `LIST-3.COLUMN` of the report, a count over one has a name of its own
in `COUNTS`: whoever reads a mark back can ask for the same number by the part alone. A part has at
most 27 characters: the mark of a community's report would else not fit where Word keeps it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import polars as pl

from warehouse.read import places, ranking, report_assessment, report_people, report_supervision
from warehouse.report.document import Figure, Part
from warehouse.report.facts import Facts
from warehouse.report.words import NO_VALUE, printed, shares

Row = dict[str, Any]


def rows(facts: Facts, name: str) -> list[Row]:
    """A list of `LISTS`; every row knows its place in it as `list_place`, from 1."""
    return listed(facts, name).with_row_index("list_place", 1).to_dicts()


def listed(facts: Facts, name: str) -> pl.DataFrame:
    """A list of `LISTS`, read once for each report."""
    if name not in facts.read_lists:
        facts.read_lists[name] = LISTS[name](facts)
    return facts.read_lists[name]


def cell(facts: Facts, name: str, row: Row, column: str, unit: str = "") -> Part:
    """A number or day of a row of a list; a dash if it is missing.

    Args:
        facts: Of the report.
        name: Of the list.
        row: One of `rows`.
        column: Of the list's frame.
        unit: Of a number.
    """
    value = row[column]
    if value is None:
        return NO_VALUE
    source = facts.own(f"{name}-{row['list_place']}.{column}")
    if isinstance(value, date | datetime):
        return Figure(f"{value:%Y-%m-%d}", value, source, "yyyy-mm-dd")
    if isinstance(value, int):
        return Figure(f"{value}{unit}", value, source, f'0"{unit}"' if unit else "0")
    words, form = printed(value, unit)
    return Figure(words, value, source, form)


def count(facts: Facts, name: str, unit: str) -> Figure:
    """How many rows of a list a name of `COUNTS` counts."""
    of_list, condition = COUNTS[name]
    found = listed(facts, of_list).filter(condition).height
    return Figure(f"{found}{unit}", found, facts.own(name), f'0"{unit}"')


def counted(facts: Facts, name: str) -> list[Row]:
    """The rows that a name of `COUNTS` counts."""
    of_list, condition = COUNTS[name]
    return listed(facts, of_list).with_row_index("list_place", 1).filter(condition).to_dicts()


def level_below(facts: Facts) -> str | None:
    """Level of the places right below; None where there are none."""
    below = places.children(facts.scope, facts.area_code)
    return None if below.is_empty() else str(below["level"][0])


def _of_place(
    read: Callable[..., pl.DataFrame],
) -> Callable[[Facts], pl.DataFrame]:
    """A list that is read by place and period."""

    def found(facts: Facts) -> pl.DataFrame:
        return read(facts.scope, facts.area_code, facts.kind.period_type, facts.period.start)

    return found


def _scheme(facts: Facts) -> pl.DataFrame:
    """The first scheme that assesses the places below in periods of this kind: at most one row."""
    # Not by the groups: their names of first and last are closed to who sees one place.
    below = places.children(facts.scope, facts.area_code)
    return (
        ranking.assessed(facts.scope, below["area_code"].to_list())
        .filter(
            pl.col("period_type") == facts.kind.period_type,
            pl.col("period_start") == facts.period.start,
        )
        .head(1)
    )


def _assessed(
    read: Callable[..., pl.DataFrame],
) -> Callable[[Facts], pl.DataFrame]:
    """A list of the scheme, of the places right below only; empty without a scheme."""

    def found(facts: Facts) -> pl.DataFrame:
        schemes = listed(facts, "scheme")
        code = "" if schemes.is_empty() else schemes["scheme_code"][0]
        level = level_below(facts) or ""
        published = read(facts.scope, code, facts.period.start, level)
        below = places.children(facts.scope, facts.area_code)
        return published.join(below.select("area_code").unique(), on="area_code", how="semi")

    return found


def _petitions(facts: Facts) -> pl.DataFrame:
    """The mart's rows, with the `share` of each in its aspect, in %."""
    found = report_people.petitions(
        facts.scope, facts.area_code, facts.kind.period_type, facts.period.start
    )
    return found.with_columns(
        pl.col("pieces").map_batches(_shares, return_dtype=pl.Float64).over("aspect").alias("share")
    )


def _shares(counts: pl.Series) -> pl.Series:
    return pl.Series(shares([float(count) for count in counts]))


def _awards(facts: Facts) -> pl.DataFrame:
    return report_assessment.awards(
        facts.scope, facts.area_code, facts.period.start, facts.period.end
    )


#: By name; every list has an order of its own that no two rows share.
LISTS: dict[str, Callable[[Facts], pl.DataFrame]] = {
    "findings": _of_place(report_supervision.findings),
    "units": _of_place(report_supervision.finding_units),
    "matters": _of_place(report_supervision.finding_matters),
    "checks": _of_place(report_supervision.compliance),
    "tasks": _of_place(report_supervision.tasks),
    "petitions": _petitions,
    "flow": _of_place(report_people.petition_flow),
    "services": _of_place(report_people.services),
    "targets": _of_place(report_assessment.targets),
    "awards": _awards,
    "scheme": _scheme,
    "board": _assessed(ranking.board),
    "items": _assessed(ranking.items),
    "verdicts": _assessed(report_assessment.verdicts),
    "adjustments": _assessed(report_assessment.adjustments),
}

_NEW = pl.col("is_new")
_PROBLEM = pl.col("is_problem")
_HAS_VALUE = pl.col("value").is_not_null()
#: By name: the list, and which of its rows are counted.
COUNTS: dict[str, tuple[str, pl.Expr]] = {
    "findings_found": ("findings", _NEW),
    "findings_monthly": ("findings", _NEW & (pl.col("kind_name") == "月调度")),
    "findings_quarterly": ("findings", _NEW & (pl.col("kind_name") == "季讲评")),
    "findings_half_year": ("findings", _NEW & (pl.col("kind_name") == "半年督查")),
    "findings_annual": ("findings", _NEW & (pl.col("kind_name") == "年考核")),
    "findings_open": ("findings", pl.col("rectified_on").is_null()),
    "findings_overdue": ("findings", pl.col("state") == "逾期未改"),
    "findings_late": ("findings", pl.col("state") == "逾期整改"),
    "units_overdue": ("units", pl.col("overdue_count") > 0),
    "units_repeating": ("units", pl.col("is_repeat")),
    "tasks_going": ("tasks", ~_PROBLEM & (pl.col("state") == "推进中")),
    "tasks_overdue": ("tasks", pl.col("state") == "逾期未完成"),
    "tasks_late": ("tasks", pl.col("state") == "逾期完成"),
    "problems_new": ("tasks", _PROBLEM & _NEW),
    "problems_struck": ("tasks", pl.col("state") == "已销号"),
    "problems_overdue": ("tasks", pl.col("state") == "逾期未销号"),
    "problems_without_evidence": ("tasks", pl.col("state") == "待补佐证"),
    "targets_told": ("targets", _HAS_VALUE),
    "targets_reached": ("targets", pl.col("is_reached")),
    "targets_short": ("targets", ~pl.col("is_reached")),
    "targets_silent": ("targets", ~_HAS_VALUE),
    "units_ranked": ("board", pl.col("rank").is_not_null()),
    "units_up": ("board", pl.col("rank_change") > 0),
    "units_down": ("board", pl.col("rank_change") < 0),
    "units_praised": ("verdicts", pl.col("verdict") == "praise"),
    "units_criticised": ("verdicts", pl.col("verdict") == "criticism"),
    "units_doubtful": ("verdicts", pl.col("is_doubtful")),
    "cards_green": ("board", pl.col("card") == "green"),
    "cards_yellow": ("board", pl.col("card") == "yellow"),
    "cards_red": ("board", pl.col("card") == "red"),
    "awards_nation": ("awards", pl.col("level_name") == "国家级"),
    "awards_province": ("awards", pl.col("level_name") == "省级"),
    "awards_city": ("awards", pl.col("level_name") == "市级"),
    "awards_district": ("awards", pl.col("level_name") == "区县级"),
    "awards_given": ("awards", pl.lit(value=True)),
    "adjustments_decided": ("adjustments", pl.lit(value=True)),
}
