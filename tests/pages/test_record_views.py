"""What the pages with several lists say about their lists."""

from datetime import datetime

import pytest

from pages.kit import coverage, tasks, volunteers
from pages.kit.exports import Note, csv_file, xlsx_file
from pages.kit.records import RecordView
from warehouse.read import records
from warehouse.read.connection import whole_site
from warehouse.read.record_filters import RecordFilter

pytestmark = pytest.mark.usefixtures("reads_hand_city")

VIEWS = {**volunteers.VIEWS, **tasks.VIEWS, **coverage.VIEWS}
MARCH = RecordFilter(
    area_code="990199000000",
    start_at=datetime(2026, 3, 1),
    end_at=datetime(2026, 4, 1),
    previous_start_at=datetime(2026, 2, 1),
    previous_end_at=datetime(2026, 3, 1),
    is_current=True,
)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_list_can_be_written_to_files(view: RecordView):
    rows = records.page(whole_site(), view.record_set, MARCH, shown="all", limit=10)
    note = Note(view.title, "三月", MARCH.end_at, "version")

    assert csv_file(rows, view.exported(), note)
    assert xlsx_file(rows, view.exported(), note)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_no_two_columns_of_a_list_are_called_the_same(view: RecordView):
    headings = list(view.exported().values())

    assert len(set(headings)) == len(headings)
    assert len(set(view.columns.values())) == len(view.columns)
