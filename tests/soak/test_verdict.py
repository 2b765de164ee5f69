import pytest

from tests.soak.verdict import Bounds, complaints, trend

MINUTES = [float(minute) for minute in range(61)]


def _rows(server: list[float], **changed: float) -> list[dict[str, float]]:
    steady = {"browser_mb": 700.0, "text_share": 1.0, "spread": 30.0, **changed}
    return [
        {"minutes": minute, "server_mb": value, **steady}
        for minute, value in zip(MINUTES, server, strict=True)
    ]


def test_what_grows_while_caches_fill_is_no_leak():
    filling = [min(300 + 20 * minute, 600) for minute in MINUTES]

    assert complaints(_rows(filling), Bounds()) == []


def test_the_saw_of_a_garbage_collector_is_no_leak():
    saw = [400 + 10 * (minute % 7) for minute in MINUTES]

    assert complaints(_rows(saw), Bounds()) == []


def test_steady_growth_is_a_leak():
    leaking = [400 + 2 * minute for minute in MINUTES]

    assert trend(MINUTES, leaking) == pytest.approx(120)
    assert complaints(_rows(leaking), Bounds()) == ["the server grew by 72 MB after the warm-up"]


def test_a_wall_that_was_blank_once_has_failed():
    steady = [400.0] * 61

    assert complaints(_rows(steady, text_share=0.1, spread=0.0), Bounds()) == [
        "at one moment only 10% of the wall's text was there",
        "a screenshot was blank (spread 0.0)",
    ]


def test_the_most_that_may_be_held_is_bounded():
    assert complaints(_rows([1300.0] * 61), Bounds()) == ["the server held 1300 MB, more than 1200"]
