"""The first page of the desk, drawn for the hand city."""

from datetime import datetime

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.home.lines import due_line, page_address
from tests.pages.drawing import html_of, page_of

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def opened(**address: str) -> AppTest:
    return page_of("home", **address).run()


def test_one_sentence_says_how_it_stands():
    app = opened()

    assert not app.exception
    shown = html_of(app)
    assert "<b>4 件超期</b>，昨天以来没有新增" in shown
    assert "今天没有到期" in shown
    assert "没有新的预警" in shown


def test_the_counts_lead_to_the_lists_already_narrowed():
    shown = html_of(opened())

    for page in ("events", "petitions", "disputes", "tasks"):
        assert f'href="{page}?area=990199000000&amp;show=overdue"' in shown


def test_what_is_overdue_leads_to_its_alert_and_says_the_next_step():
    shown = html_of(opened())

    assert "record=overdue_event%3AE04" in shown
    assert "提级" in shown
    assert "超期 20天" in shown


def test_when_nothing_is_due_today_what_comes_next_is_shown():
    shown = html_of(opened())

    assert "今天没有到期的，接下来" in shown
    assert "events?area=990199001002001&amp;event=E13" in shown or "event=E13" in shown


def test_a_place_shows_what_is_its_own():
    app = opened(area="990199001000")

    assert not app.exception
    shown = html_of(app)
    assert "<b>1 件超期</b>" in shown
    assert "record=overdue_dispute%3AJ4" not in shown


def test_a_calm_place_says_so():
    shown = html_of(opened(area="990199001001"))

    assert "没有超期。" in shown
    assert "没有新的预警" in shown


def test_since_when_alerts_are_new_is_in_the_address():
    assert "本周一以来没有新的预警" in html_of(opened(since="week"))
    assert "昨天以来没有新的预警" in html_of(opened())


def test_a_limit_of_days_is_told_by_the_day():
    item = {
        "subject_code": "task",
        "subject_id": "K1",
        "subject_name": "任务",
        "title": "试点",
        "area_code": "99",
        "owner_name": "区民政局",
        "limit_name": "完成日期",
        "due_at": datetime(2026, 4, 15, 23, 59, 59),
        "is_overdue": False,
        "overdue_hours": None,
        "hours_left": 30.0,
    }

    told = due_line(item, datetime(2026, 4, 14, 18), is_task=True)

    assert "完成日期 04-15<" in told
    assert "剩 30小时" in told


def test_a_kind_of_matter_has_its_page():
    assert page_address("event") == "events"
    assert page_address("task", area="99", show="open") == "tasks?area=99&show=open"
