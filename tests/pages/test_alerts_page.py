"""The alerts page, drawn for the hand city."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.alerts.view import alert_address, subject_address
from tests.pages.drawing import html_of, page_of

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def opened(**address: str) -> AppTest:
    return page_of("alerts", **address).run()


def test_every_kind_has_its_count_also_where_there_is_none():
    app = opened()

    assert not app.exception
    shown = html_of(app)
    # Four are over their limit; no rule of clusters was met, and the page says that it runs.
    assert '<div class="v">4<small>条</small></div>' in shown
    assert "没有，规则在运行" in shown


def test_the_most_urgent_alert_is_open_with_its_rule_and_its_next_step():
    shown = html_of(opened())

    assert "E04 · 第 1 / 5 条" in shown
    assert "提级：列入联席会议" in shown
    assert "已过结案时限" in shown
    assert 'href="events?event=E04"' in shown


def test_the_address_narrows_by_kind_severity_place_and_department():
    assert "K5 · 第 1 / 1 条" in html_of(opened(kind="临期"))
    assert "第 1 / 4 条" in html_of(opened(state="严重"))
    assert "E04 · 第 1 / 1 条" in html_of(opened(area="990199001000"))
    assert "第 1 / 2 条" in html_of(opened(department="D2"))
    assert "J4 · 第 1 / 1 条" in html_of(opened(q="物业"))


def test_who_must_act_can_be_chosen():
    app = opened()

    app.button(key="hit_owner_990199002000").click().run()

    assert app.query_params["department"] in ("990199002000", ["990199002000"])
    assert "P4 · 第 1 / 2 条" in html_of(app)


def test_a_tile_narrows_to_its_kind_and_lets_go_again():
    app = opened()

    app.button(key="figtrace_kinds_临期").click().run()
    assert "K5 · 第 1 / 1 条" in html_of(app)

    app.button(key="figtrace_kinds_临期").click().run()
    assert "kind" not in app.query_params


def test_all_rules_are_told():
    shown = html_of(opened())

    assert "近 7 日至少 5 件" in shown
    assert "可能性不到千分之一" in shown


def test_nothing_found_says_why():
    shown = html_of(opened(q="没有这样的预警"))

    assert "筛选条件下没有预警" in shown
    assert "预警明细 <span>0 条" in shown


@pytest.mark.parametrize(
    ("kind", "channel", "subject", "address"),
    [
        ("超期", "网格事件", "E1", "events?event=E1"),
        ("超期", "矛盾纠纷", "J1", "disputes?record=J1"),
        ("重访", "信访", "P1", "petitions?record=P1"),
        ("临期", "任务", "K1", "tasks?record=K1"),
        ("静默网格", "网格", "99001", "place?area=99001"),
        ("异常", "指标", "OPS-01", "indicators?code=OPS-01&area=99"),
        ("聚集", "网格事件", "a", "events?area=99&matter=a&show=reported"),
    ],
)
def test_an_alert_leads_to_the_thing_itself(kind, channel, subject, address):
    alert = {"kind": kind, "channel": channel, "subject_id": subject, "area_code": "99"}

    assert subject_address(alert) == address


def test_an_alert_has_an_address_of_its_own():
    assert alert_address({"area_code": "99", "record_id": "overdue_event:E1"}) == (
        "alerts?area=99&record=overdue_event%3AE1"
    )
