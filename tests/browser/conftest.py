"""A real Chromium on a real server that serves the hand city."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from warehouse.settings import ROOT, Settings

LOOPBACK = {"127.0.0.1", "localhost", None, ""}
FLAGS = [
    *["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
    # Maps are drawn with WebGL, which a machine without a graphics card does in software.
    *["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
]
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@dataclass
class Watched:
    """A page with everything that it should not have done.

    Attributes:
        page: Playwright's page.
        outside: Requests to other machines.
        complaints: Errors of the console and of scripts.
    """

    page: Page
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Go there and wait until the app has drawn everything."""
        self.page.goto(address)
        self.page.wait_for_selector(IDLE, timeout=60_000)
        self.page.wait_for_timeout(1_500)
        return self.page


@pytest.fixture(scope="package")
def address(hand_city: Settings) -> Iterator[str]:
    """Where the hand city is served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "warehouse", "serve", "--port", str(port)],
        cwd=ROOT,
        env={
            **os.environ,
            "YIPING_VAR": str(hand_city.var),
            "YIPING_FEEDS": str(hand_city.landing),
        },
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or the one that Playwright brought.

    For this folder only: Playwright keeps an event loop running, which other tests trip over.
    """
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Watched]:
    """A page of 1920 × 1080 that is watched."""
    page = chromium.new_page(viewport={"width": 1920, "height": 1080})
    seen = Watched(page)

    def note_request(url: str) -> None:
        if urlsplit(url).hostname not in LOOPBACK:
            seen.outside.append(url)

    page.on("request", lambda request: note_request(request.url))
    page.on(
        "console",
        lambda message: seen.complaints.append(message.text) if message.type == "error" else None,
    )
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    yield seen
    page.close()


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        if server.poll() is not None:
            break
        try:
            with urlopen(url, timeout=2):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    raise AssertionError(f"{url} did not answer")
