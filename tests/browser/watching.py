"""A page of a real browser that is watched, and how to read what it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

from pages.kit.tables import ROW_HEIGHT

LOOPBACK = {"127.0.0.1", "localhost", None, ""}
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
#: The app counts as idle when it was so this many times in a row, this far apart.
LOOKS, PAUSE_MS = 4, 120
#: Drawn: the script ended at least once, and no element waits for its code.
DRAWN = """() => {
    const main = document.querySelector('[data-testid="stMainBlockContainer"]');
    return main !== null && main.innerText.trim().length > 20
        && document.querySelector('[data-testid="stSkeleton"]') === null;
}"""
RUNS_NO_MORE = f"() => document.querySelector('{IDLE}') !== null"
_NUMBER = re.compile(r"[−-]?\d[\d,]*(?:\.\d+)?")


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

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self._note_request(request.url))
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, address: str) -> Page:
        """Go there and wait until the app has drawn everything."""
        self.page.goto(address)
        self.page.wait_for_selector(IDLE, timeout=60_000)
        settle(self.page)
        return self.page

    def _note_request(self, url: str) -> None:
        if urlsplit(url).hostname not in LOOPBACK:
            self.outside.append(url)

    def _note_message(self, message: Any) -> None:
        if message.type == "error":
            self.complaints.append(message.text)


def settle(page: Page) -> None:
    """Wait until the app has been idle for a while and everything is drawn.

    A click reaches the server a moment later, so one look is not enough.

    Raises:
        AssertionError: It is still busy after half a minute.
    """
    quiet = 0
    for _ in range(250):
        page.wait_for_timeout(PAUSE_MS)
        quiet = quiet + 1 if page.evaluate(RUNS_NO_MORE) and page.evaluate(DRAWN) else 0
        if quiet >= LOOKS:
            return
    raise AssertionError(f"{page.url} is still busy")


def click(found: Locator) -> None:
    """Click on what was found, and wait until the app has answered."""
    found.click()
    settle(found.page)


def number(words: str) -> float:
    """The first number in words: `2,274件 较上期` → 2274; with a true minus sign, too.

    Raises:
        AssertionError: There is none.
    """
    found = _NUMBER.search(words)
    assert found is not None, f"no number in {words!r}"
    return float(found.group().replace(",", "").replace("−", "-"))


def told(page: Page) -> dict[str, str]:
    """What the address of the page says now, the last value of each key."""
    return {key: values[-1] for key, values in parse_qs(urlsplit(page.url).query).items()}


def choose(page: Page, label: str, choice: str) -> None:
    """Choose in a box: by the words above it, and those of the choice."""
    page.get_by_role("combobox", name=label).first.click()
    page.get_by_role("option", name=choice, exact=True).first.click()
    settle(page)


def click_row(table: Locator, place: int, *, x: float = 60) -> None:
    """Click on a row of a table drawn on a canvas.

    Args:
        table: What holds the table.
        place: Of the row, from 0.
        x: Pixels from the table's left edge.
    """
    canvas = table.locator("canvas").first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    # The mouse, as the canvas lies below what scrolls it; the head is as high as a row.
    table.page.mouse.click(box["x"] + x, box["y"] + ROW_HEIGHT * (place + 1.5))
    settle(table.page)


def download(button: Locator, folder: Path) -> Path:
    """Press a button for a download; gives the file, under the name that a person would get."""
    with button.page.expect_download() as begun:
        button.click()
    file = folder / begun.value.suggested_filename
    begun.value.save_as(file)
    return file
