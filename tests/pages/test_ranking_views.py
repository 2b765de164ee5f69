"""Beside the league table: why a rank moved, other weights, seals; and the support list."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.ranking_changes import signed
from tests.pages.drawing import html_of, page_of


@pytest.fixture
def page(reads_hand_city: Path) -> AppTest:
    return page_of("ranking")


def test_the_reasons_of_a_change_stand_with_their_sum(page: AppTest):
    page.query_params["unit"] = "990199001000"
    page.query_params["view"] = "change"
    page.run()

    assert not page.exception
    for words in ("样本变化", "时效", "满意度", "返工", "其他成效", "更正", "合计"):
        assert words in html_of(page)


def test_a_place_that_was_not_ranked_before_has_nothing_to_explain(page: AppTest):
    page.query_params["unit"] = "990199002000"
    page.query_params["view"] = "change"
    page.run()

    assert not page.exception
    assert "无变化可解释" in html_of(page)


def test_other_weights_are_scored_at_once(page: AppTest):
    page.query_params["view"] = "whatif"
    page.run()

    assert not page.exception
    html = html_of(page)
    for words in ("合计 100", "试算后名次", "稳健性", "1,000 组"):
        assert words in html
    page.slider[0].set_value(0).run()
    assert not page.exception
    assert "按比例折算为 100" in html_of(page)


def test_a_period_that_is_not_sealed_says_what_a_seal_would_do(page: AppTest):
    page.query_params["view"] = "seal"
    page.run()

    assert not page.exception
    assert "本期未封存" in html_of(page)


def test_grids_get_a_list_and_no_rank(page: AppTest):
    page.run()
    page.button(key="rk_support").click().run()

    assert not page.exception
    assert "不排名、不打分" in html_of(page)


def test_a_part_that_rounds_to_nothing_has_no_sign():
    assert [signed(0.004, 2), signed(-0.004, 2), signed(1.5, 1), signed(-2)] == [
        *("0", "0", "+1.5", "−2"),
    ]
