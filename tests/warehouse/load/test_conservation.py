"""Whatever lies in a file: rows in = rows accepted + rows quarantined, and each row is itself."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.warehouse.load.conftest import SmallSite
from warehouse.settings import Settings

HEADINGS = ["team_id", "area_code", "kind", "founded_on", "备注"]

_ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
_CELL = st.one_of(
    st.sampled_from(
        ["T1", "990105001000", "助老", "2020-01-02", "2020-02-30", "", '"', "\n", "1E+5"]
    ),
    _ANY_TEXT,
)
_ROWS = st.lists(st.lists(_CELL, min_size=5, max_size=5), max_size=8)

_GENTLE = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _load(content: bytes, name: str) -> SmallSite:
    with tempfile.TemporaryDirectory() as folder:
        site = SmallSite(Settings(var=Path(folder)))
        site.put(f"volunteer/teams/{name}", content)
        report = site.load("teams")
        assert report.rows == report.accepted + report.quarantined
        assert site.lake("volunteer/teams").height == report.accepted
        assert site.refused().height == report.quarantined
        site.report = report  # type: ignore[attr-defined]
        return site


@_GENTLE
@given(rows=_ROWS, quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_every_well_formed_record_is_one_row(rows: list[list[str]], quoting: int):
    text = io.StringIO()
    writer = csv.writer(text, quoting=quoting, lineterminator="\n")  # type: ignore[arg-type]
    writer.writerow(HEADINGS)
    filled = [["".join(c for c in cell if c not in "\r\x00") for cell in row] for row in rows]
    filled = [row for row in filled if any(cell.strip(' \u3000,\t;|，"\n') for cell in row)]
    writer.writerows(filled)
    site = _load(text.getvalue().encode(), "a.csv")
    assert site.report.rows == len(filled)  # type: ignore[attr-defined]


@_GENTLE
@example(content=b"\r\x01")  # a lone carriage return inside a line
@given(content=st.one_of(st.binary(max_size=300), _ANY_TEXT.map(str.encode)))
def test_any_bytes_below_a_good_heading(content: bytes):
    _load((",".join(HEADINGS) + "\n").encode() + content, "a.csv")


@_GENTLE
@given(
    content=st.binary(max_size=200),
    name=st.sampled_from(["a.csv", "a.csv.gz", "a.xlsx", "a.parquet", "a.ndjson", "a.geojson"]),
)
def test_any_bytes_under_any_name(content: bytes, name: str):
    _load(content, name)
