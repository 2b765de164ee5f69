from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.drawing import html_of, page_of


@pytest.fixture
def page(reads_hand_city: Path) -> AppTest:
    return page_of("ranking")


def test_the_page_shows_table_composition_and_rules(page: AppTest):
    page.run()

    assert not page.exception
    html = html_of(page)
    for words in (
        "镇街排名",  # one of the two streets is a 镇
        "乙街道",
        "32.6",
        "得分构成 · 甲街道",
        "失分在哪",
        "名次走势",
        "方法与口径",
    ):
        assert words in html


def test_the_address_chooses_level_and_place(page: AppTest):
    page.query_params["level"] = "community"
    page.query_params["unit"] = "990199002001"
    page.run()

    assert not page.exception
    assert "得分构成 · 乙一社区" in html_of(page)


def test_an_address_that_names_nothing_falls_back(page: AppTest):
    page.query_params["level"] = "planet"
    page.query_params["period"] = "1999-01"
    page.run()

    assert not page.exception
    assert "镇街排名" in html_of(page)


def test_a_click_on_a_row_shows_its_composition(page: AppTest):
    page.run()
    page.button(key="rk_row_0").click().run()

    assert not page.exception
    assert "得分构成 · 乙街道" in html_of(page)


def test_a_place_that_cannot_be_ranked_is_not_given_a_zero(page: AppTest):
    page.query_params["period"] = "2026-02"
    page.run()

    html = html_of(page)
    assert not page.exception
    assert "暂不排名" in html
