"""Tabs that are closed leave nothing behind on the server."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.benchmarks.pages import wait_for
from tests.benchmarks.visitor import Visitor
from tests.soak.memory import family, held_mb
from warehouse.settings import ROOT, Settings

pytestmark = pytest.mark.slow

ROUNDS, TABS, LETS_GO_AFTER = 6, 20, 2


@pytest.fixture
def server(hand_city: Settings, tmp_path: Path) -> Iterator[tuple[int, Path, psutil.Process]]:
    """A server that forgets a closed tab after two seconds, not after two minutes."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path / "runs.jsonl"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.timed_server", str(port), str(log)],
        cwd=ROOT,
        env={
            **os.environ,
            "YIPING_VAR": str(hand_city.var),
            "YIPING_FEEDS": str(hand_city.landing),
            "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(LETS_GO_AFTER),
        },
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", process)
        yield port, log.with_suffix(".sessions"), psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def alive(sessions: Path) -> int:
    """Sessions in the server's memory; written down every second."""
    time.sleep(1.5)
    return int(sessions.read_text() or 0)


def test_the_server_lets_closed_tabs_go(server: tuple[int, Path, psutil.Process]):
    port, sessions, process = server
    held = []
    for _ in range(ROUNDS):
        tabs = [Visitor(port) for _ in range(TABS)]
        for number, tab in enumerate(tabs):
            tab.open(("wall", "events", "ranking", "data")[number % 4], "")
        assert alive(sessions) >= TABS
        for tab in tabs:
            tab.close()
        time.sleep(LETS_GO_AFTER + 1)
        held.append(held_mb(family(process)))
    # Those whose time is over go when the next tab is closed.
    with Visitor(port) as tab:
        tab.open("data", "")
    time.sleep(1)

    assert alive(sessions) <= 3
    assert held[-1] - held[1] < 30
