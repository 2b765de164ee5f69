"""What the marts of a place say of the hand city, at midnight before 1 April 2026."""

from datetime import date

import pytest

from warehouse.read.connection import fetch, whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT, STREET_A, STREET_B = "990199000000", "990199001000", "990199002000"
COMMUNITY_A1, COMMUNITY_A2 = "990199001001", "990199001002"


def profile(area_code: str) -> dict[str, object]:
    rows = fetch(
        whole_site(), "from marts.mart_place_profile where area_code = $code", code=area_code
    )
    found: dict[str, object] = rows.row(0, named=True)
    return found


@pytest.mark.parametrize(
    ("area_code", "grids", "vacant", "workers"),
    [
        # w1 serves both grids of the first community; w3 took over from w2 on 25 March;
        # w4 left on 10 March, and nobody came.
        (DISTRICT, 4, 1, 2),
        (STREET_A, 3, 0, 2),
        (COMMUNITY_A1, 2, 0, 1),
        (STREET_B, 1, 1, None),
    ],
)
def test_a_worker_of_two_grids_is_one_and_a_grid_without_one_is_vacant(
    area_code, grids, vacant, workers
):
    found = profile(area_code)

    assert (found["grid_count"], found["vacant_grid_count"], found["worker_count"]) == (
        grids,
        vacant,
        workers,
    )


def test_load_is_residents_by_worker_beside_the_middle_of_the_peers():
    # 4,000 residents of one worker and 3,000 of another; the third community has none.
    assert profile(COMMUNITY_A1)["persons_per_worker"] == 4000
    assert profile(COMMUNITY_A1)["peer_persons_per_worker"] == 3500
    assert profile(STREET_B)["persons_per_worker"] is None


def test_a_group_too_small_to_compare_gives_way_to_all_of_the_level():
    # Two streets only: their group has fewer than three.
    assert profile(STREET_A)["peer_count"] == 2
    assert str(profile(STREET_A)["peer_label"]).startswith("全部")
    # The communities have no group of their own: that of the street above holds.
    assert profile(COMMUNITY_A1)["peer_count"] == 3
    assert profile(DISTRICT)["peer_key"] is None


def test_what_is_open_counts_with_what_lies_below():
    rows = fetch(
        whole_site(),
        """
        select subject_code, open_count, overdue_count
        from marts.mart_place_standing
        where area_code = $code
        order by sort_order
        """,
        code=DISTRICT,
    ).rows()

    # Events E04, E13 and one more; J4; five petitions, of which P4 is late; K3, K5 and Q3.
    assert rows == [("event", 3, 1), ("dispute", 1, 1), ("petition", 5, 1), ("task", 3, 1)]


def test_an_indicator_stands_beside_the_middle_of_its_peers():
    rows = fetch(
        whole_site(),
        """
        select area_code, peer_median, peer_count, peer_rank
        from marts.mart_place_indicators
        where indicator_code = 'LAW-07' and period_label = '2026-03'
            and area_code in ($one, $two, $three)
        order by area_code
        """,
        one=COMMUNITY_A1,
        two=COMMUNITY_A2,
        three="990199002001",
    ).rows()

    # Petitions per 10,000: one of 4,000 is 2.5, two of 3,000 are 6.67, none of 3,000 is 0; fewer
    # are better.
    assert rows == [
        (COMMUNITY_A1, 2.5, 3, 2),
        (COMMUNITY_A2, 2.5, 3, 3),
        ("990199002001", 2.5, 3, 1),
    ]


def test_grids_are_never_ranked():
    ranked = fetch(
        whole_site(),
        """
        select count(*)
        from marts.mart_place_indicators as readings
        inner join core.dim_areas as areas on readings.area_code = areas.area_code
        where areas.level = 'grid' and readings.peer_rank is not null
        """,
    )

    assert ranked.item() == 0


def test_the_register_tells_since_when_a_place_is():
    rows = fetch(
        whole_site(),
        "select changed_on, change_words from marts.mart_place_changes where area_code = $code",
        code="990199001001002",
    ).rows()

    assert rows == [(date(2026, 3, 15), "设立")]


def test_people_and_facilities_count_once_in_every_place_above_them():
    rows = dict(
        fetch(
            whole_site(),
            "select asset_code, asset_count from marts.mart_place_assets where area_code = $code",
            code=DISTRICT,
        ).rows()
    )

    assert rows["grid_worker"] == 2
    # p1, p2 and p3: p1, who served a second community until p2 came, is one.
    assert rows["police"] == 3
    assert rows["mediator"] == 4
