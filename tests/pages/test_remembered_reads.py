"""What is remembered of reads, and for how long."""

from collections.abc import Iterator

import polars as pl
import pytest

from pages.kit import data
from warehouse.access.scope import Scope

asked: list[str] = []


def read(scope: Scope) -> pl.DataFrame:
    asked.append(scope.version)
    return pl.DataFrame({"version": [scope.version]})


@pytest.fixture(autouse=True)
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No version has been served yet, and nothing was asked."""
    monkeypatch.setattr(data, "_served", {"newest": ""})
    data._read_once.clear()
    asked.clear()
    yield
    data._read_once.clear()


def run(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    """One run of a page that reads twice."""
    monkeypatch.setattr(data, "whole_site", lambda: Scope(version=version))
    scope = data.page_scope()
    for _ in range(2):
        assert data.cached(read, scope).item() == version


def test_a_version_is_asked_once_for_all_runs(monkeypatch: pytest.MonkeyPatch):
    run(monkeypatch, "20261122T080000-aaaa")
    run(monkeypatch, "20261122T080000-aaaa")

    assert asked == ["20261122T080000-aaaa"]


def test_a_newer_version_lets_the_older_go(monkeypatch: pytest.MonkeyPatch):
    run(monkeypatch, "20261122T080000-aaaa")
    run(monkeypatch, "20261122T090000-bbbb")
    run(monkeypatch, "20261122T080000-aaaa")
    run(monkeypatch, "20261122T090000-bbbb")

    # Back on the older one (a rollback, or a run that had begun on it), nothing is let go.
    assert [version[-4:] for version in asked] == ["aaaa", "bbbb", "aaaa"]
