"""Playlists of the wall: read as they are written; a mistake names its line."""

from pathlib import Path

import pytest

from warehouse.playlists import PlaylistError, View, read_playlist
from warehouse.settings import Settings

PAGES = {"wall", "ranking"}
GOOD = """# 大厅
[[hall]]
show = "wall"
seconds = 60

[[hall]]
show = "ranking?period=2026-10"
seconds = 30
hours = "22:00-06:00"

[["晨会"]]
show = "wall?focus=alerts"
seconds = 20
"""


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    return Settings(var=tmp_path)


def read(site: Settings, text: str, name: str = "hall") -> list[View]:
    (site.var / "playlist.toml").write_text(text)
    return read_playlist(site, name, pages=PAGES)


def test_the_views_of_a_list_come_in_their_order(site: Settings):
    assert read(site, GOOD) == [
        View("wall", 60),
        View("ranking?period=2026-10", 30, "22:00-06:00"),
    ]
    assert read(site, GOOD, "晨会") == [View("wall?focus=alerts", 20)]


@pytest.mark.parametrize(
    ("good", "bad", "line", "words"),
    [
        ("seconds = 30", "seconds = 3", 8, "5 到 3600"),
        ("seconds = 30", "seconds = true", 8, "5 到 3600"),
        ('show = "ranking?period=2026-10"', 'show = "nowhere"', 7, "nowhere"),
        ('show = "ranking?period=2026-10"', "", 6, "show 要写页面地址"),
        ('hours = "22:00-06:00"', 'hours = "25:00-06:00"', 9, "08:00-12:00"),
        ('hours = "22:00-06:00"', "colour = 3", 9, "colour"),
        ("seconds = 30", "seconds = = 30", 8, "无法读取"),
        ('show = "wall"\n', 'show = "wall?playlist=hall"\n', 3, "不能再放清单"),
    ],
)
def test_a_mistake_names_its_line(site: Settings, good: str, bad: str, line: int, words: str):
    with pytest.raises(PlaylistError) as raised:
        read(site, GOOD.replace(good, bad, 1))

    assert f"第 {line} 行" in str(raised.value)
    assert words in str(raised.value)


def test_a_list_that_is_a_single_table_is_explained(site: Settings):
    with pytest.raises(PlaylistError, match=r"第 2 行：每个画面要以 \[\[hall\]\] 开头"):
        read(site, '# one\n[hall]\nshow = "wall"\nseconds = 9\n')


def test_an_unknown_list_names_those_that_there_are(site: Settings):
    with pytest.raises(PlaylistError, match="现有：hall、晨会"):
        read(site, GOOD, "lobby")


def test_a_missing_file_says_where_it_belongs(site: Settings):
    with pytest.raises(PlaylistError, match="应放在数据目录"):
        read_playlist(site, "hall", pages=PAGES)
