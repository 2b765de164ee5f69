"""The box of periods on the events page of the hand city, whose data end with March 2026."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.drawing import html_of, page_of

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def opened(**address: str) -> AppTest:
    return page_of("events", **address).run()


def period_of(app: AppTest) -> str | None:
    told = app.query_params.get("period")
    return told[0] if isinstance(told, list) else told


def test_choosing_a_kind_shows_its_latest_period():
    app = opened()

    app.segmented_control(key="box_period_kind").set_value("month").run()

    assert period_of(app) == "2026-03"
    assert app.selectbox(key="box_period").value == "2026-03"


def test_choosing_a_period_writes_it_into_the_address():
    app = opened(period="2026-03")

    app.selectbox(key="box_period").select("2026-02").run()

    assert period_of(app) == "2026-02"


def test_the_usual_period_is_not_in_the_address():
    app = opened(period="2026-03")

    app.segmented_control(key="box_period_kind").set_value("near").run()
    app.selectbox(key="box_period").select("last7d").run()

    assert period_of(app) is None


def test_an_unusual_period_of_the_address_is_on_offer():
    app = opened(period="2019-W01")

    assert app.selectbox(key="box_period").value == "2019-W01"


def test_days_are_chosen_as_a_pair_and_read_as_people_write_them():
    app = opened(period="2026-03-01~2026-03-10")

    app.text_input(key="box_last_day").set_value("2026年3月5日").run()

    assert period_of(app) == "2026-03-01~2026-03-05"


@pytest.mark.parametrize("wrong", ["明天", "2026-02-30", "2026-02-01"])
def test_days_that_cannot_be_read_change_nothing_and_say_why(wrong: str):
    app = opened(period="2026-03-01~2026-03-10")

    app.text_input(key="box_last_day").set_value(wrong).run()

    assert period_of(app) == "2026-03-01~2026-03-10"
    assert "请写成 2026-11-05 这样的日期" in html_of(app)
