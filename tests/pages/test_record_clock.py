"""The clock of a record in words."""

from datetime import datetime

from pages.kit.records.clock import limit_words


def test_a_limit_of_days_is_said_as_the_law_says_it():
    # Accepted on 17 September at 8:54: 60 days to answer end with the 60th day, which is nearly
    # 61 days of 24 hours.
    petition = {
        "opened_at": datetime(2023, 9, 5, 8, 54),
        "due_at": datetime(2023, 11, 16, 23, 59, 59),
        "limit_hours": 1455.1,
    }

    assert limit_words(petition) == "60天"


def test_a_limit_of_hours_is_a_duration():
    order = {
        "opened_at": datetime(2026, 11, 1, 9),
        "due_at": datetime(2026, 11, 3, 9),
        "limit_hours": 48.0,
    }

    assert limit_words(order) == "48小时"


def test_an_event_tells_its_hours_only():
    assert limit_words({"limit_hours": 24.0}) == "24小时"
