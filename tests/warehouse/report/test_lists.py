"""Lists of the longer reports: what is worked out over their rows."""

from datetime import date

import polars as pl
import pytest

from warehouse.access.scope import Scope
from warehouse.periods import period_of
from warehouse.read import report_people
from warehouse.report import lists
from warehouse.report.facts import Facts
from warehouse.report.kinds import KINDS
from warehouse.report.template import Template


def test_shares_of_petitions_add_to_a_hundred_in_each_way_of_counting_them(
    monkeypatch: pytest.MonkeyPatch,
):
    counted = pl.DataFrame(
        {
            "aspect": ["渠道", "领域", "领域", "领域"],
            "name": list("网甲乙丙"),
            "pieces": [3, 1, 1, 1],
        }
    )
    monkeypatch.setattr(report_people, "petitions", lambda *_: counted)
    year = period_of("year", date(2025, 1, 1))
    facts = Facts(Scope("v"), KINDS["annual"], "990100000000", year, Template())

    assert lists.listed(facts, "petitions")["share"].to_list() == [100.0, 33.34, 33.33, 33.33]
