"""The wall on the hand city: every part draws, with the numbers of the warehouse."""

from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit import wall_frame
from tests.pages.drawing import html_of, page_of
from warehouse.read import overview

PARTS = ("态势", "四类态势", "作战图", "闭环流转", "预警 · 谁来办", "镇街考核", "实时事件")


@pytest.fixture
def page(reads_hand_city: Path) -> AppTest:
    return page_of("wall")


def test_every_part_is_there(page: AppTest):
    page.run()

    assert not page.exception
    html = html_of(page)
    for part in (*PARTS[1:], "演示数据", "数据截至"):
        assert part in html
    assert "查询失败" not in html


def test_what_is_overdue_stands_there_with_its_owner(page: AppTest):
    page.run()

    html = html_of(page)
    # E04: closing was due on 12 March 09:30, 470.5 hours before the cut.
    assert "E04 号事件" in html
    assert "20天" in html
    assert "区城管局" in html


def test_a_share_without_cases_is_a_dash_with_its_reason(page: AppTest):
    page.run()

    assert "本期无数据" in html_of(page)


def test_without_boundaries_and_coordinates_the_map_says_so(page: AppTest):
    page.run()

    assert "边界未导入" in html_of(page)


def test_a_part_that_fails_leaves_the_others(page: AppTest, monkeypatch: pytest.MonkeyPatch):
    def broken(_: object) -> None:
        raise ValueError("broken on purpose")

    broken.__module__, broken.__qualname__ = "tests", "broken"
    monkeypatch.setattr(overview, "tasks", broken)
    page.run()

    assert not page.exception
    html = html_of(page)
    assert "作战图：查询失败" in html
    assert "broken on purpose" not in html
    assert "镇街考核" in html


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 5, 20, 14, 30), "14:30"),
        (datetime(2026, 5, 19, 17, 20), "昨日 17:20"),
        (datetime(2026, 5, 10, 17, 20), "05-10"),
        (None, "—"),
    ],
)
def test_times_are_said_from_the_data_cut(moment: datetime | None, said: str):
    assert wall_frame.when(moment, datetime(2026, 5, 20, 15, 0)) == said
