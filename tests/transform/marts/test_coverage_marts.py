"""Coverage on the hand city: two communities, a village, two streets."""

import pytest

from warehouse.read.connection import fetch, whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def rows(sql: str) -> list[tuple[object, ...]]:
    return fetch(whole_site(), sql).rows()


def test_who_lacks_a_service_hall_stands_in_the_list():
    """甲一 has F01; those of 甲二 closed in March, and that of 乙街道 is the street's own."""
    lacking = rows(
        "select area_name from marts.mart_coverage_units_list"
        " where indicator_code = 'SLF-01' and is_open order by urgency_place"
    )

    assert lacking == [("甲二社区",), ("乙一社区",)]


def test_the_list_adds_up_to_the_rate_of_every_item():
    told = rows(
        """
        select indicator_code, covered, units from marts.mart_coverage_targets
        where area_code = '990199000000' and period_type = 'quarter'
            and period_start = date '2026-01-01'
        order by indicator_code
        """
    )
    listed = rows(
        """
        select indicator_code, count(*) filter (not is_open), count(*)
        from marts.mart_coverage_units_list group by all order by indicator_code
        """
    )

    assert told
    assert listed == told


def test_what_is_missing_to_the_target_is_told_in_units():
    """One of three communities can handle services; nine tenths of three are three."""
    found = rows(
        """
        select covered, units, lacking, target, short_of_target from marts.mart_coverage_targets
        where area_code = '990199000000' and indicator_code = 'SLF-01'
            and period_type = 'quarter' and period_start = date '2026-01-01'
        """
    )

    assert found == [(1, 3, 2, 90, 2)]


def test_covered_units_lead_to_the_row_that_covers_them_others_to_their_own():
    found = dict(
        rows(
            "select area_name, source_feed from marts.mart_coverage_units_list"
            " where indicator_code = 'SLF-01'"
        )
    )

    assert found["甲一社区"] == "base/facilities"
    assert found["乙一社区"] == "base/areas"


def test_a_post_without_anybody_is_vacant_in_every_community_that_should_have_it():
    police = dict(
        rows("select area_name, state from marts.mart_rosters_list where kind like '社区民警%'")
    )

    assert police == {
        "甲一社区": "在岗",
        "甲二社区": "在岗",
        "乙一社区": "缺岗",
        "乙街道": "在岗",
    }


def test_a_roster_names_and_counts_nobody_under_five():
    posts = fetch(whole_site(), "from marts.mart_rosters_list")

    assert posts.filter(posts["state"] == "在岗")["people"].to_list() == [None] * (
        posts.filter(posts["state"] == "在岗").height
    )
    assert not [name for name in posts.columns if "person" in name]
    assert "社区民警（辅警）@990199001001" in posts["record_id"].to_list()


def test_a_title_that_was_taken_away_is_told_so():
    found = rows("select title, state from marts.mart_awards_list where record_id = 'A2'")

    assert found == [("市级文明村镇", "已撤销")]


def test_a_facility_that_closed_is_out_of_use():
    found = dict(rows("select record_id, state from marts.mart_facilities_list"))

    assert (found["F01"], found["F03"], found["C4"]) == ("在用", "停用", "停用")
