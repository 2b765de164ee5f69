"""The battle map, drawn for the hand city."""

from datetime import datetime

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.stacks import stack_rows
from pages.kit.tasks.squares import squares_figure
from tests.pages.drawing import html_of, page_of
from warehouse.read import tasks
from warehouse.read.connection import whole_site
from warehouse.read.record_filters import RecordFilter

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def opened(**address: str) -> AppTest:
    return page_of("tasks", **address).run()


def told(app: AppTest, key: str) -> str:
    """What the address says after the page has written to it."""
    value = app.query_params[key]
    return value if isinstance(value, str) else value[-1]


def test_the_page_opens_with_what_is_not_struck_off_the_overdue_first():
    app = opened()

    assert not app.exception
    assert app.selectbox(key="box_period").value == "2026"
    assert "任务明细 <span>3 项" in html_of(app)
    assert "K3 · 第 1 / 3 项" in html_of(app)


def test_the_squares_are_summed_up_by_state_and_against_the_plan():
    html = html_of(opened())

    assert "已销号 5" in html
    assert "推进 1" in html
    assert "按时序应销 5 · 符合时序" in html


def test_the_address_opens_a_task_that_is_struck_off_already():
    html = html_of(opened(record="Q2"))

    assert "<small>Q2 · 不在当前列表页" in html
    assert "没有佐证材料，问题类不计入销号率" in html


def test_a_unit_narrows_squares_and_list_and_lets_go_again():
    app = opened()

    app.button(key="gounit_D2").click().run()
    assert told(app, "department") == "D2"
    assert "已销号 2" in html_of(app)

    app.button(key="gounit_D2").click().run()
    assert "department" not in app.query_params


def test_a_supervision_lists_what_it_found():
    app = opened(q="试点")

    app.button(key="gofound_月调度").click().run()

    assert told(app, "set") == "supervision_findings"
    assert "督导问题明细 <span>3 个" in html_of(app)
    assert "q" not in app.query_params


def test_filters_of_another_list_leave_the_squares_alone():
    html = html_of(opened(set="supervision_findings", kind="月调度"))

    assert "已销号 5" in html
    assert "督导问题明细 <span>3 个" in html


def test_meeting_actions_are_a_list_of_their_own():
    app = opened(set="meeting_actions")

    assert not app.exception
    assert "议定事项明细 <span>4 项" in html_of(app)


def test_a_place_without_tasks_says_so():
    app = opened(area="990199001001")

    assert not app.exception
    assert "当前筛选条件下没有任务" in html_of(app)


@pytest.mark.parametrize("code", ["POL-03", "POL-04", "POL-06", "OPS-16"])
def test_every_indicator_opens_its_trace(code: str):
    app = opened(period="2026-Q1")
    found = [button for button in app.button if button.key == f"figtrace_indicators_{code}"]

    for button in found:
        assert not button.click().run().exception
        assert "原始记录" in html_of(app)
    assert found


def test_every_task_is_one_square_with_the_sign_of_its_state():
    year = RecordFilter(
        area_code="990199000000",
        start_at=datetime(2026, 1, 1),
        end_at=datetime(2026, 4, 1),
        previous_start_at=datetime(2025, 1, 1),
        previous_end_at=datetime(2025, 4, 1),
    )
    rows = tasks.squares(whole_site(), year)
    figure = squares_figure(rows, chosen="K3")
    drawn = {
        number: symbol
        for trace in figure.data
        if trace.customdata is not None
        for number, symbol in zip(trace.customdata, trace.marker.symbol, strict=True)
    }

    assert len(drawn) == 8
    assert drawn["K1"] == "square"
    assert drawn["Q3"] == "square-open"
    assert drawn["K5"] == "triangle-up"
    assert drawn["K3"] == "diamond"


def test_what_is_late_stands_beside_the_bar_in_a_number():
    html = stack_rows([("区住建局", {"done": 2, "going": 1, "soon": 1, "late": 1})])

    assert "2/5" in html
    assert 'aria-label="严重"' in html
