"""Parts of the wall from rows: what they say, and what they leave out."""

from datetime import datetime
from typing import Any

import pytest

from pages.kit.wall_alerts import alerts_html, extent
from pages.kit.wall_rank_rows import best_and_worst
from pages.kit.wall_ranks import ranks_html
from pages.kit.wall_tasks import pitch, tasks_html
from pages.kit.wall_ticker import ticker_html
from pages.kit.wall_tiles import tile_html, value_words
from pages.kit.wall_verdict import verdict_html

CUT = datetime(2026, 5, 20, 14, 30)


def reading(**told: Any) -> dict[str, Any]:
    row = {
        "indicator_code": "OPS-08",
        "name": "按期结案率",
        "family": "grid",
        "unit": "%",
        "decimals": 1,
        "better": "higher",
        "value": 94.1,
        "numerator": 3781.0,
        "denominator": 4018.0,
        "previous_value": 95.0,
        "change": -0.9,
        "target": 95.0,
        "status": "watch",
        "is_small_sample": False,
        "missing_reason": None,
    }
    return row | told


def test_a_tile_off_target_is_marked_by_shape_line_and_arrow():
    html = tile_html(reading(), [95.0, 94.1])

    assert "is-watch" in html
    assert "目标 ≥95" in html
    assert 'class="s-bad"' in html
    assert "较前7日下降 0.9 个百分点" in html


def test_a_change_that_rounds_to_nothing_is_no_movement():
    html = tile_html(reading(change=-0.04), [94.1, 94.1])

    assert 'class="s-neu"' in html
    assert "i-flat" in html


def test_a_tile_without_a_value_gives_the_reason_and_no_colour():
    html = tile_html(reading(value=None, change=None, missing_reason="数据未接入"), [])

    assert "—" in html
    assert "数据未接入" in html
    assert "is-watch" not in html


def test_few_cases_are_a_fraction_and_never_judged():
    few = reading(value=75.0, numerator=3.0, denominator=4.0, is_small_sample=True)

    assert value_words(few) == ("3/4", "件")
    assert "is-watch" not in tile_html(few, [])
    assert "样本较少" in tile_html(few, [])


def test_a_late_feed_dims_the_tile_and_says_since_when():
    late = {"latest_at": datetime(2026, 5, 20, 8, 0), "delay_hours": 6.5}

    html = tile_html(reading(), [94.0, 94.1], late)

    assert "is-late" in html
    assert "08:00" in html


def verdict_row(**told: Any) -> dict[str, Any]:
    row = {"verdict": "local", "severe_units": 1, "watch_units": 1, "unit_count": 6}
    late = {"late_feed_name": None, "late_hours": None, "limit_hours": None}
    return row | {"unit_level_name": "街道"} | late | told


def finding(unit: str, status: str, rule: str, value: float, **told: Any) -> dict[str, Any]:
    row = {"unit_name": unit, "unit_code": unit, "unit_status": status, "status": status}
    return row | {"rule": rule, "value": value, "subject": None} | told


def test_the_verdict_names_the_worst_units_and_why():
    html = verdict_html(
        verdict_row(),
        [
            finding("云溪街道", "severe", "cluster", 19, subject="物业纠纷"),
            finding("云溪街道", "severe", "cluster", 9, subject="市容环境"),
            finding("云溪街道", "severe", "overdue", 11),
            finding("双桥街道", "watch", "closing", 92.4),
        ],
    )

    assert "局部承压" in html
    assert "物业纠纷聚集，超期 11 件" in html
    assert "市容环境" not in html
    assert "按期结案率 92.4%" in html
    assert "其余 4 街道平稳" in html


def test_a_calm_place_says_that_all_units_are_in_their_range():
    html = verdict_html(verdict_row(verdict="calm", severe_units=0, watch_units=0), [])

    assert "总体平稳" in html
    assert "6 个街道均在常态内" in html


def test_nothing_is_judged_from_late_data():
    late = verdict_row(
        verdict="withheld", late_feed_name="网格事件", late_hours=30.0, limit_hours=24.0
    )

    assert "网格事件滞后 30小时，超过 24小时上限" in verdict_html(late, [])
    assert "尚无可研判的数据" in verdict_html(verdict_row(verdict="withheld"), [])


def alert(kind: str, **told: Any) -> dict[str, Any]:
    row = {"kind": kind, "status": "severe", "subject": "高层外墙脱落隐患", "hours": 46.0}
    more = {"place": "云溪街道·青禾社区·03网格", "owner_name": "区住建局", "last_action": "处置中"}
    counts = {"event_id": "E1", "event_count": None, "usual_count": None}
    return row | more | counts | told


def test_an_alert_names_matter_place_owner_and_last_step_and_opens_its_event():
    html = alerts_html([alert("overdue")], [{"kind": "overdue", "alert_count": 23}], [])

    for words in ("超期 23", "高层外墙脱落隐患", "46小时", "云溪·青禾社区", "区住建局", "处置中"):
        assert words in html
    assert 'href="events?event=E1"' in html


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (alert("due_soon", hours=2.2), "剩2小时"),
        (alert("cluster", event_count=19, usual_count=5.0), "常态5→19起"),
        (alert("repeat_petition", event_count=3), "30日3次"),
    ],
)
def test_every_kind_says_how_much(row: dict[str, Any], said: str):
    assert extent(row) == said


def test_no_alert_is_said_aloud():
    assert "当前无预警" in alerts_html([], [], [])
    assert "网格事件未接入" in alerts_html([], [], [], has_events=False)


def rank(place: int, name: str, **told: Any) -> dict[str, Any]:
    row = {
        "rank": place,
        "unit_name": name,
        "unit_code": "9901",
        "rank_change": 1,
        "score": 93.6,
        "card": "green",
    }
    more = {"green_line": 92.0, "peer_group": "城区组", "period_label": "4月"}
    return row | more | {"ties_with_previous": False, "ties_with_next": False} | told


def test_ties_are_joined_and_groups_are_named():
    rows = [
        rank(1, "南园街道", ties_with_next=True),
        rank(2, "兴业街道", ties_with_previous=True, card=None, rank_change=-1),
        rank(1, "双桥街道", peer_group="近郊组", card="yellow", rank_change=None),
    ]

    html = ranks_html(rows, unit_name="街道")

    assert html.count('class="ln"') == 2
    assert 'href="ranking?unit=9901"' in html
    assert "近郊组" in html
    assert "黄" in html


def test_of_many_units_the_best_and_the_worst_of_each_group_are_shown():
    rows = [
        rank(place, f"{group}{place}", peer_group=group, ties_with_next=True)
        for group in ("街道组", "镇组", "乡组")
        for place in range(1, 6)
    ]

    shown = best_and_worst(rows)

    assert [row["unit_name"] for row in shown] == [
        "街道组1", "街道组5", "镇组1", "镇组5", "乡组1", "乡组5",
    ]  # fmt: skip
    # What stood between them is not shown, so no line joins them.
    assert not any(row["ties_with_next"] for row in shown[::2])


def test_without_a_complete_period_there_is_no_rank():
    assert "数据未齐，暂不排名" in ranks_html([], unit_name="街道")


def test_many_tasks_are_drawn_smaller():
    assert 16 < pitch([20, 20, 18, 20, 20]) < 21
    assert pitch([300] * 5) < 8


def test_tasks_say_whether_they_are_behind_their_plan():
    group = {"governance": "法治保障", "task_count": 9, "done_count": 4, "scheduled_count": 6}
    late = {"in_progress_count": 2, "due_soon_count": 1, "overdue_count": 2}

    html = tasks_html([group | late])

    assert "落后 2" in html
    assert "4/9" in html
    assert "任务清单未接入" in tasks_html([])


def test_the_ticker_runs_without_a_seam():
    row = {
        "event_id": "E1",
        "step_at": CUT,
        "place": "云溪街道·青禾社区",
        "subject": "积水",
        "owner_name": None,
    }

    html = ticker_html([row | {"state_name": "派遣"}], "20260520T143000-abcd", CUT)

    assert html.count("积水") == 2
    assert "20260520T143000-abcd" in html
    assert "近 24 小时没有事件流转" in ticker_html([], "x", CUT)
