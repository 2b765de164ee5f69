"""The wall's marts on the hand city, whose rows anybody can count."""

import polars as pl
import pytest

from warehouse.read import alerts, overview
from warehouse.read.connection import fetch, whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def test_the_site_is_one_row_with_its_root_and_units():
    site = overview.site(whole_site()).row(0, named=True)

    assert site["root_area_name"] == "手算区"
    assert (site["unit_level"], site["unit_count"]) == ("street", 2)


def test_open_events_lie_in_one_stage_each():
    """Open at the cut: E04 (overdue), E07 (suspended) and E13, all with their handlers."""
    stages = overview.stages(whole_site())

    assert stages["stage"].to_list() == ["report", "dispatch", "handle", "check", "callback"]
    assert stages["open_count"].to_list() == [0, 0, 3, 0, None]
    assert stages["overdue_count"].to_list() == [0, 0, 1, 0, None]


def test_overdue_is_the_same_number_in_every_part():
    scope = whole_site()
    tile = overview.readings(scope, "tile").filter(pl.col("indicator_code") == "OPS-18")

    counted = [
        int(tile["value"].item()),
        overview.stages(scope)["overdue_count"].sum(),
        overview.owners(scope)["overdue_count"].sum(),
        alerts.alert_totals(scope).filter(pl.col("kind") == "overdue")["alert_count"].item(),
    ]

    assert counted == [1, 1, 1, 1]


def test_the_map_counts_what_the_tile_counts():
    scope = whole_site()
    tile = overview.readings(scope, "tile").filter(pl.col("indicator_code") == "OPS-01")
    mapped = fetch(
        scope,
        "select sum(event_count) as n from marts.mart_overview_areas where level = 'street'",
    )

    assert mapped["n"].item() == tile["value"].item() == 1


def test_the_last_window_of_a_trend_is_the_indicator_s_value():
    scope = whole_site()
    last = overview.trends(scope).group_by("indicator_code").agg(pl.col("value").last())
    values = fetch(
        scope,
        """
        select indicator_code, value
        from indicators.indicator_values
        where period_type = 'last24h'
            and period_start = date '2026-03-31'
            and area_code = '990199000000'
        """,
    )

    joined = last.join(values, on="indicator_code", suffix="_indicator")
    assert joined.height == 4
    assert joined["value"].to_list() == joined["value_indicator"].to_list()


def test_e04_is_the_alert_and_says_who_must_act():
    alert = alerts.short_list(whole_site(), limit=6).row(0, named=True)

    assert (alert["kind"], alert["event_id"], alert["owner_name"]) == ("overdue", "E04", "区城管局")
    # Due 12 March 09:30, cut 1 April 00:00.
    assert alert["hours"] == 470.5


def test_nothing_is_judged_while_core_feeds_are_beyond_their_limit():
    verdict = overview.verdict(whole_site()).row(0, named=True)

    assert verdict["verdict"] == "withheld"
    assert verdict["late_feed_name"] == "志愿服务记录"


def test_tasks_are_counted_once():
    tasks = overview.tasks(whole_site())

    by_state = tasks.select("done_count", "in_progress_count", "due_soon_count", "overdue_count")
    assert by_state.sum_horizontal().to_list() == tasks["task_count"].to_list()
    assert tasks["task_count"].sum() == 8


def test_a_count_of_the_wall_is_traced_by_as_many_rows():
    scope = whole_site()
    stages = {row["stage"]: row for row in overview.stages(scope).iter_rows(named=True)}
    loop = dict(overview.counted_figures(scope, "loop").iter_rows())
    tasks = overview.tasks(scope)

    assert loop["处置中"] == stages["handle"]["open_count"] == 3
    assert loop["处置中超期"] == stages["handle"]["overdue_count"] == 1
    assert dict(overview.counted_figures(scope, "units").iter_rows()) == {"超期 · 甲街道": 1}
    assert dict(overview.counted_figures(scope, "tasks").iter_rows()) == {
        "已销": tasks["done_count"].sum(),
        "推进": tasks["in_progress_count"].sum(),
        "逾期": tasks["overdue_count"].sum(),
        **({"临期": soon} if (soon := tasks["due_soon_count"].sum()) else {}),
    }
    for part in ("loop", "alerts", "units", "tasks"):
        for figure, entries in overview.counted_figures(scope, part).iter_rows():
            rows = overview.counted(scope, part, figure)
            assert rows.height == entries
            assert rows["source_file"].null_count() == rows["source_row"].null_count() == 0
