"""The dirt is counted, and nothing else is refused."""

from __future__ import annotations

import polars as pl

from warehouse.load import LoadReport
from warehouse.sample.dirt import FILES, FLAWS, refused


def test_exactly_the_intended_rows_are_quarantined(report: LoadReport):
    quarantined = dict(report.per_feed.select("feed", "quarantined").iter_rows())
    wanted = refused()
    assert quarantined == {feed: wanted.get(feed, 0) for feed in quarantined}


def test_every_row_is_accepted_or_quarantined(report: LoadReport):
    files = report.files
    assert (files["rows"] == files["accepted"] + files["quarantined"]).all()
    assert report.refused_files.is_empty()


def test_flaws_stand_only_in_the_additional_files(report: LoadReport):
    names = [name for name, _ in FILES.values()]
    dirty = report.files.filter(pl.col("quarantined") > 0)["file"].to_list()
    assert sorted(file.rsplit("/")[-1] for file in dirty) == sorted(names)


def test_quarantine_has_a_few_hundred_rows():
    assert 200 < sum(flaw.rows for flaw in FLAWS) < 600


def test_doubled_rows_change_nothing(count):
    assert count("select count(*) - count(distinct event_id) from events") == 0
    assert count("select count(*) - count(distinct (event_id, seq)) from event_log") == 0
