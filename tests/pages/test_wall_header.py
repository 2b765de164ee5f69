"""The header of the wall: extent, data cut, the age of every feed, the code for the phone."""

from datetime import datetime, timedelta

import polars as pl

from pages.kit.wall_header import extent_html, fresh_html, title_html
from pages.kit.wall_qr import code_html, desk_address

CUT = datetime(2026, 5, 20, 14, 30)
SITE = {
    "site_name": "示范区",
    "product_title": "市域社会治理",
    "demo": True,
    "as_of": CUT,
    "root_level": "district",
    "root_area_name": "示范区",
}


def feed(family: str, latest_at: datetime | None) -> dict[str, object]:
    row = {"family": family, "feed_name": family, "latest_at": latest_at}
    return row | {"expected_hours": 6.0, "limit_hours": 24.0}


def fresh(age: timedelta) -> str:
    feeds = [
        feed("grid", CUT),
        feed("case", CUT - timedelta(hours=8)),
        feed("petition", CUT - timedelta(hours=60)),
        feed("volunteer", None),
    ]
    return fresh_html(SITE, feeds, CUT + age)


def test_feeds_are_fresh_late_beyond_their_limit_or_missing():
    html = fresh(timedelta(minutes=2))

    assert "14:30" in html
    assert "滞后 8小时" in html
    assert ">60小时<" in html
    assert "未接入" in html
    assert [html.count(f'data-state="{state}"') for state in ("late", "over")] == [1, 1]


def test_a_feed_grows_old_by_its_own_rhythm_while_nothing_else_changes():
    assert "滞后 7小时" in fresh(timedelta(hours=7))
    assert ">25小时<" in fresh(timedelta(hours=25))


def test_a_picture_of_days_ago_says_so():
    html = fresh(timedelta(days=4))

    assert "05-20" in html
    assert " · 4天前" in html


def test_made_up_data_are_marked():
    assert "演示数据" in title_html(SITE)
    assert "演示数据" not in title_html(SITE | {"demo": False})


def test_the_extent_counts_every_level_below():
    levels = pl.DataFrame(
        {"level_rank": [5, 3], "place_count": [793, 6], "level_name": ["网格", "街道"]}
    )

    assert "全区 · 6 街道 · 793 网格" in extent_html(SITE, levels)


def test_the_code_opens_the_page_of_what_is_shown():
    assert desk_address("http://10.1.2.3:8501/", "loop") == (
        "http://10.1.2.3:8501/events?period=last7d"
    )
    assert desk_address("https://town.example/yiping/", "ranks") == (
        "https://town.example/yiping/ranking"
    )


def test_a_code_that_no_phone_can_open_says_so():
    assert "仅本机可开" in code_html("http://127.0.0.1:8501/events")
    assert "手机扫码" in code_html("http://10.1.2.3:8501/events")
