import gc
from collections.abc import Callable, Iterator

import pytest

from pages.kit import warm
from pages.kit.addresses import Address


@pytest.fixture(autouse=True)
def _thaw() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_lives_as_long_as_the_server_is_no_work_for_the_garbage_collector():
    warm.warm_up()

    assert gc.get_freeze_count() > 100_000


def test_a_page_that_cannot_be_imported_does_not_stop_the_server(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def broken(_: Address) -> Callable[[], None]:
        raise ImportError("no such part")

    monkeypatch.setattr(Address, "renderer", broken)

    warm.warm_up()

    assert "wall cannot be imported" in caplog.text
