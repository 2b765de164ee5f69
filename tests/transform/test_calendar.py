"""The calendar that every date of the facts is looked up in."""

import duckdb

from warehouse.build import current
from warehouse.load.moments import FIRST_YEAR
from warehouse.settings import Settings


def test_the_calendar_has_every_day_that_a_load_takes(hand_city: Settings):
    served = current(hand_city)
    assert served is not None
    with duckdb.connect(str(served.warehouse), read_only=True) as warehouse:
        found = warehouse.execute(
            "select min(date)::varchar, count(*) = max(date) - min(date) + 1 from core.dim_dates"
        ).fetchone()

    assert found == (f"{FIRST_YEAR}-01-01", True)
