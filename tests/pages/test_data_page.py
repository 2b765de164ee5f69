from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.drawing import html_of, page_of


@pytest.fixture
def page(reads_hand_city: Path) -> AppTest:
    return page_of("data")


def test_the_page_renders_what_came_in(page: AppTest):
    page.run()

    assert not page.exception
    html = html_of(page)
    for words in ("数据源时效", "网格事件", "行数对账", "构建检验", "在用", "数据诚信提示"):
        assert words in html


def test_without_refused_rows_the_quarantine_says_so(page: AppTest):
    page.run()

    assert "没有隔离的行" in html_of(page)
