"""Trends and closed loop of the wall from rows: ranges, weeks, what waits and what is late."""

from datetime import date
from typing import Any

from pages.kit.wall_loop import loop_html
from pages.kit.wall_trends import trend_html, usual_range
from tests.pages.test_wall_parts import reading


def trend(value: float | None, **told: Any) -> dict[str, Any]:
    row = {"name": "矛盾纠纷", "unit": "件", "value": value, "status": "normal"}
    band = {"usual_low": 18.0, "usual_high": 29.0, "period_start": date(2026, 5, 20)}
    return row | band | {"family": "case"} | told


def test_a_day_above_its_usual_range_is_marked():
    html = trend_html([trend(20.0), trend(34.0, status="watch")])

    assert "c-watch" in html
    assert "常态 18–29" in html


def test_a_feed_that_never_came_is_not_a_zero():
    html = trend_html([trend(None, status="none", usual_low=None)])

    assert "未接入" in html
    assert ">0<" not in html


def test_a_small_range_keeps_its_decimal_so_that_nothing_inside_it_is_marked():
    assert usual_range({"usual_low": 0.0, "usual_high": 3.7}) == "0–3.7"
    assert usual_range({"usual_low": 208.5, "usual_high": 387.9}) == "209–388"
    assert usual_range({"usual_low": None, "usual_high": None}) == "—"


def test_where_there_is_room_a_theme_says_its_week_and_how_it_stands():
    week = {"week_value": 91.0, "previous_week_value": 81.0, "better": "none"}
    row = trend(34.0, status="watch") | week

    html = trend_html([trend(20.0) | week, row], is_wide=True, with_week=True)

    assert "高于常态" in html
    assert "7日 91 件" in html
    assert "12.3%" in html


def test_the_loop_counts_what_waits_and_what_is_late():
    stages = [
        {"stage": "report", "stage_name": "上报", "reached_count": 100, "open_count": 3},
        {"stage": "handle", "stage_name": "处置", "reached_count": 80, "open_count": 20},
        {"stage": "callback", "stage_name": "评价", "reached_count": 9, "open_count": None},
    ]
    for stage, late in zip(stages, (0, 17, None), strict=True):
        stage["overdue_count"] = late
    levels = [{"level": "grid", "level_name": "网格", "share": 71.8}]
    shares = {"OPS-14": reading(value=97.2), "OPS-13": reading(value=71.8, target=70.0)}

    html = loop_html(stages, levels, shares)

    for words in ("超期 17", "超期 0", "97.2%", "71.8%", "目标 ≥70"):
        assert words in html
