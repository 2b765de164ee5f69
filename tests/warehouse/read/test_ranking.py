"""The ranking of the hand city's streets in March 2026, worked out on paper."""

from datetime import date

import polars as pl
import pytest

from warehouse.read import ranking
from warehouse.read.connection import whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")

MARCH, FEBRUARY = date(2026, 3, 1), date(2026, 2, 1)


def streets(month: date) -> dict[str, dict]:
    board = ranking.board(whole_site(), "grid_monthly", month, "street")
    return {row["area_name"]: row for row in board.iter_rows(named=True)}


def test_items_without_a_value_leave_the_scale():
    """乙街道 has no petition and no call-back: 12.83 + 10 of 70 points are 32.61 of 100."""
    second = streets(MARCH)["乙街道"]

    assert second["scored_weight"] == 70
    assert second["missing_count"] == 2
    assert second["total"] == 32.61
    assert second["rank"] == 1


def test_a_place_with_too_little_to_score_has_no_rank():
    second = streets(FEBRUARY)["乙街道"]

    assert not second["is_ranked"]
    assert second["rank"] is None
    assert second["total"] is None
    assert second["note"].startswith("数据未齐，暂不排名")


def test_small_samples_give_no_card():
    """28.57 would be red, but every one of its six items stands on a handful of cases."""
    first = streets(MARCH)["甲街道"]

    assert first["small_sample_count"] == 6
    assert first["card"] == "none"


def test_a_small_sample_is_drawn_to_the_rate_of_all():
    """1 of 2 where all have 6 of 9: (1 + 20 × 2/3) / 22 = 65.15 %; the value stays 50 %."""
    items = ranking.items(whole_site(), "grid_monthly", MARCH, "street")
    closing = items.filter(area_name="乙街道", item_code="closing").row(0, named=True)

    assert (closing["numerator"], closing["denominator"]) == (1, 2)
    assert closing["value"] == 50
    assert round(closing["scored_value"], 2) == 65.15


def test_points_add_up_to_the_total_where_nothing_is_missing():
    items = ranking.items(whole_site(), "grid_monthly", MARCH, "street")
    points = items.filter(area_name="甲街道")["points"]

    assert round(points.sum(), 2) == streets(MARCH)["甲街道"]["total"]


def test_equal_totals_share_a_rank():
    board = ranking.board(whole_site(), "grid_monthly", MARCH, "community")
    ranks = dict(board.select("area_name", "rank").iter_rows())

    assert ranks == {"甲一社区": 1, "甲二社区": 2, "乙一社区": 2}


def test_groups_begin_with_the_newest_month():
    groups = ranking.groups(whole_site())

    assert groups["period_label"][0] == "2026-03"
    assert groups.filter(peer_group="")["unit_count"].to_list()[:2] == [2, 3]


def test_history_holds_the_months_asked_for():
    history = ranking.history(whole_site(), "grid_monthly", "street", "城区组", (FEBRUARY, MARCH))

    assert history["period_start"].unique().sort().to_list() == [FEBRUARY, MARCH]
    assert history.filter(pl.col("rank").is_null())["area_name"].to_list() == ["乙街道"]


def test_an_unknown_scheme_has_no_table():
    assert ranking.board(whole_site(), "none", MARCH, "street").is_empty()
