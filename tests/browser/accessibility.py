"""What axe-core finds that keeps people with a disability from using a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SERIOUS = {"serious", "critical"}
OPTIONS = {"resultTypes": ["violations"]}
#: Faults of Streamlit's own elements that a page cannot mend: rule -> part of the element.
STREAMLITS_OWN: dict[str, tuple[str, ...]] = {}


def axe(page: Page, within: str | None = None) -> None:
    """The page has no serious or critical fault of accessibility.

    Args:
        page: As drawn.
        within: A CSS selector; only what it finds is looked at, such as an open dialog.

    Raises:
        AssertionError: With the faults, each with the first elements that have it.
    """
    found = Axe().run(page, context=within, options=OPTIONS).response["violations"]
    faults = {
        fault["id"]: elements[:5]
        for fault in found
        if fault["impact"] in SERIOUS
        and (elements := [node["html"][:220] for node in fault["nodes"] if _is_ours(fault, node)])
    }
    assert not faults, f"axe on {page.url}: {faults}"


def _is_ours(fault: dict, node: dict) -> bool:
    return not any(part in node["html"] for part in STREAMLITS_OWN.get(fault["id"], ()))
