"""Texts that lie over each other or are cut off."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

# Every visible text with its box, as far as the elements around it let it be seen.
_TEXTS = """() => {
    const seen = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, element = node.parentElement;
        const words = node.textContent.trim();
        if (!words || element.closest('script, style, noscript, canvas')) continue;
        if (!element.checkVisibility({checkOpacity: true, visibilityProperty: true})) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom], moves = false;
        for (let around = element; around !== document.body; around = around.parentElement) {
            const style = getComputedStyle(around);
            moves ||= style.animationName !== 'none';
            if (style.overflow === 'visible') continue;
            const clip = around.getBoundingClientRect();
            [left, top] = [Math.max(left, clip.left), Math.max(top, clip.top)];
            [right, bottom] = [Math.min(right, clip.right), Math.min(bottom, clip.bottom)];
        }
        if (moves || right - left < 1 || bottom - top < 1) continue;
        const cut = right < box.right - 1.5 || left > box.left + 1.5
            || bottom < box.bottom - 0.3 * box.height;
        const size = parseFloat(getComputedStyle(element).fontSize);
        seen.push({words: words.slice(0, 40), left, top, right, bottom, cut, size});
    }
    return seen;
}"""


def texts_of(page: Page) -> list[dict[str, Any]]:
    """Every text that is seen and does not move: words, left, top, right, bottom, cut, size."""
    texts: list[dict[str, Any]] = page.evaluate(_TEXTS)
    return texts


def no_overlap(page: Page) -> None:
    """No text lies over another or is cut off; what moves (the ticker) is left out.

    Raises:
        AssertionError: With the texts.
    """
    texts = texts_of(page)
    over = [
        (one["words"], other["words"])
        for place, one in enumerate(texts)
        for other in texts[place + 1 :]
        if _covers(one, other)
    ]
    cut = [text["words"] for text in texts if text["cut"]]
    assert not over, f"texts over each other on {page.url}: {over}"
    assert not cut, f"texts cut off on {page.url}: {cut}"


def _covers(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two boxes share so much that one of the texts is hard to read."""
    width = min(one["right"], other["right"]) - max(one["left"], other["left"])
    height = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    smaller = min(
        (box["right"] - box["left"]) * (box["bottom"] - box["top"]) for box in (one, other)
    )
    return width > 3 and height > 3 and width * height > 0.3 * smaller
