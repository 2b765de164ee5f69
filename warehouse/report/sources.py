"""Which number of the warehouse a figure is: the words that may stand behind # in its mark.

Of an indicator (`OPS-08.…#v`):

    v n d t           value, numerator, denominator, target
    r                 denominator minus numerator: what of the whole is not in the part
    p y               value of the period before (环比), of a year before (同比)
    c k               value minus p, value minus y; percentage points of a rate
    cr kr             the same as a share of p or y, in %
    day               value per day of the period that has passed at the cut
    class-3-v  class-3-s
                      events of the third class (`mart_report_classes`): count, share in % (shares
                      are rounded so that all add to 100.00); also -p, -y, -c, -cr, -k, -kr
    row-3.COLUMN      a cell of the third row of the list that the indicator counts
    most_of_an_owner  rows of that list of the unit that has most
    came-6FF1QK left-6FF1QK updated-6FF1QK settled-6FF1QK later-6FF1QK
                      how many of the things counted came, went or changed since an edition whose
                      溯源码 end in 6FF1QK and check characters (`editions/moves.py`)

Of a score (`KHF-01.…`, the scheme's number): total, rank, rank_change, previous_total,
total_change, rank_best, rank_worst, ranked_count; item-2.points, item-2.value, item-2.weight,
item-2.lost_points.

Of the report (`RPT-01.…`): what it counts over its own lines or lists, as `targets_set`,
`targets_missed`, `actions_due`, and the names of `lists.COUNTS`; LIST-3.COLUMN for a cell of one
of its lists, those of `lists.LISTS` among them.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from warehouse.report.document import Source
from warehouse.trace_code import REPORT, SCORE, Number

__all__ = ["REPORT", "SCORE", "of_line", "of_report", "of_score"]


def of_line(row: dict[str, Any], part: str = "v") -> Source:
    """A number of a row of `mart_report_lines`, or of any row with the keys of a reading.

    A row that is a part of an indicator says so in `source_prefix`, such as `class-3-`.
    """
    keys = ("indicator_code", "area_code", "period_type", "period_start")
    return Source(Number(*(row[key] for key in keys)), row.get("source_prefix", "") + part)


def of_score(row: dict[str, Any], part: str) -> Source:
    """A number of a row of `mart_rank_board`; it needs `scheme_no`."""
    sign = f"{SCORE}-{row['scheme_no']:02d}"
    number = Number(sign, row["area_code"], row["period_type"], row["period_start"])
    return Source(number, part)


def of_report(sign: str, area_code: str, period_type: str, start: date, part: str) -> Source:
    """A number that only the report itself has."""
    return Source(Number(sign, area_code, period_type, start), part)
