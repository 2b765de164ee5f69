from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.data_views import VIEWS, DataView
from tests.pages.drawing import html_of, page_of


@pytest.fixture
def page(reads_hand_city: Path) -> AppTest:
    return page_of("data")


def test_the_page_renders_what_came_in(page: AppTest):
    page.run()

    assert not page.exception
    html = html_of(page)
    for words in ("数据源时效", "网格事件", "文件行数", "构建检验", "在用版本"):
        assert words in html


@pytest.mark.parametrize(("view", "part"), VIEWS.items())
def test_every_part_of_the_page_has_an_address(page: AppTest, view: str, part: DataView):
    page.query_params["view"] = view
    page.run()

    assert not page.exception
    assert f"<h2>{part.name}" in html_of(page)


def test_feeds_are_narrowed_by_family_and_freshness(page: AppTest):
    page.query_params["family"] = "petition"
    page.run()

    html = html_of(page)
    assert "信访事项" in html
    assert '<b title="grid/events">' not in html


def test_tests_are_found_by_words_in_their_table(page: AppTest):
    page.query_params["view"] = "checks"
    page.query_params["q"] = "fct_EVENTS"
    page.run()

    html = html_of(page)
    assert "<code>fct_events</code>" in html
    assert "<code>fct_tasks</code>" not in html


def test_without_refused_rows_the_quarantine_says_so(page: AppTest):
    page.query_params["view"] = "refused"
    page.run()

    assert "没有隔离的行" in html_of(page)
