from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest


def _page() -> None:
    from pages.data import render  # noqa: PLC0415

    render()


@pytest.fixture
def page(reads_hand_city: Path) -> AppTest:
    return AppTest.from_function(_page, default_timeout=60)


def _html(page: AppTest) -> str:
    return "".join(element.proto.body for element in page.get("html"))


def test_the_page_renders_what_came_in(page: AppTest):
    page.run()

    assert not page.exception
    html = _html(page)
    for words in ("数据源时效", "网格事件", "行数对账", "构建检验", "在用"):
        assert words in html


def test_without_refused_rows_the_quarantine_says_so(page: AppTest):
    page.run()

    assert "没有隔离的行" in _html(page)
