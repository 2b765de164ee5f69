"""One computation per version for all displays: many walls, each number read once."""

import threading
from collections import Counter
from pathlib import Path

import pytest
from streamlit.runtime import Runtime

from pages.kit.data import _read_once
from tests.pages.drawing import html_of, page_of
from warehouse.read import alerts, overview

DISPLAYS = 6


@pytest.fixture
def reads(reads_hand_city: Path, monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, str]]:
    """How often each query ran with which values."""
    _read_once.clear()
    counted: Counter[tuple[str, str]] = Counter()
    lock = threading.Lock()
    for module in (overview, alerts):
        fetch = module.fetch

        def counting(scope, sql, fetch=fetch, **values):  # type: ignore[no-untyped-def]
            with lock:
                counted[sql, repr(sorted(values.items()))] += 1
            return fetch(scope, sql, **values)

        monkeypatch.setattr(module, "fetch", counting)
    yield counted
    _read_once.clear()


def test_walls_one_after_the_other_read_every_number_once(reads: Counter[tuple[str, str]]):
    for _ in range(DISPLAYS):
        page = page_of("wall")
        page.run()
        assert "查询失败" not in html_of(page)

    assert len(reads) > 10
    assert set(reads.values()) == {1}


@pytest.fixture
def _runtime_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page under test that ends takes the stand-in of Streamlit's runtime away from others."""
    known: list[Runtime] = []

    def instance() -> Runtime:
        now = Runtime._instance
        known.extend([] if now is None else [now])
        return known[-1]

    monkeypatch.setattr(Runtime, "instance", staticmethod(instance))


@pytest.mark.usefixtures("_runtime_stays")
def test_walls_that_open_at_the_same_moment_read_every_number_once(
    reads: Counter[tuple[str, str]],
):
    failed: list[BaseException] = []

    def draw() -> None:
        try:
            page_of("wall").run()
        except BaseException as error:
            failed.append(error)

    displays = [threading.Thread(target=draw) for _ in range(DISPLAYS)]
    for display in displays:
        display.start()
    for display in displays:
        display.join()

    assert not failed
    assert set(reads.values()) == {1}
