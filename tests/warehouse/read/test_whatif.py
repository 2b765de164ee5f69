"""Other weights and rules for the hand city's streets in March 2026.

Shares of the points earned: 甲街道 in_grid 76.92/85, volunteers 1, repeat petitions 1/3, all else
0; 乙街道 in_grid 72.73/85, volunteers 1, closing and mediation 0, the rest missing.
"""

from datetime import date

import pytest

from warehouse.read import ranking, whatif
from warehouse.read.connection import whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")

ASKED = ("grid_monthly", date(2026, 3, 1), "street")


def tried(rules: whatif.Rules) -> dict[str, dict]:
    found = whatif.ranking(whole_site(), *ASKED, rules)
    return {row["area_name"]: row for row in found.iter_rows(named=True)}


def test_the_scheme_s_own_weights_give_today_s_ranking():
    board = ranking.board(whole_site(), *ASKED)
    own = tried(whatif.Rules())

    assert {name: (row["total"], row["rank"]) for name, row in own.items()} == dict(
        zip(board["area_name"], board.select("total", "rank").iter_rows(), strict=True)
    )
    assert {row["rank_change"] for row in own.values()} == {0}


def test_a_weight_on_the_strong_item_of_the_last_turns_the_order():
    """Only repeat petitions and volunteers, 90 to 10: 甲 30 + 10 = 40; 乙 has no petition, so its
    10 of 10 points are stretched to 100."""
    rows = tried(
        whatif.Rules(
            weights={
                **{"closing": 0, "mediation": 0, "in_grid": 0, "satisfaction": 0},
                **{"repeat_petition": 90, "volunteers": 10},
            }
        )
    )

    assert rows["甲街道"]["total"] == 40
    assert rows["乙街道"]["total"] == 100


def test_another_full_mark_is_scored_by_the_same_formula():
    """In grid: 76.92 of 100 instead of 85 earns 11.54 of 15 instead of 13.57."""
    own, other = (
        tried(whatif.Rules()),
        tried(whatif.Rules(params={"in_grid": {"zero_at": 0, "full_at": 100}})),
    )

    assert own["甲街道"]["total"] - other["甲街道"]["total"] == pytest.approx(13.57 - 11.54)


def test_items_that_the_scheme_does_not_have_are_named():
    with pytest.raises(whatif.NoSuchItemError, match="luck"):
        whatif.ranking(whole_site(), *ASKED, whatif.Rules(weights={"luck": 5}))


def test_a_negative_weight_is_refused():
    with pytest.raises(ValueError, match="negative"):
        whatif.Rules(weights={"closing": -1})


def test_robustness_says_how_often_ranks_hold():
    found = whatif.robustness(whole_site(), *ASKED, draws=200)

    assert found["draw_count"].to_list() == [200, 200]
    assert found["in_top_three"].to_list() == [1.0, 1.0]
    for row in found.iter_rows(named=True):
        assert 0 <= row["keeps_rank"] <= 1
        assert row["rank_best"] <= row["today_rank"] <= row["rank_worst"]
    # Of two places both keep their rank or neither does.
    assert found["keeps_rank"].n_unique() == 1


def test_robustness_is_the_same_every_time():
    first, second = (whatif.robustness(whole_site(), *ASKED, draws=50) for _ in "ab")

    assert first.equals(second)


def test_weights_that_hardly_scatter_keep_every_rank():
    found = whatif.robustness(whole_site(), *ASKED, scatter=0.001, draws=50)

    assert found["keeps_rank"].to_list() == [1.0, 1.0]
