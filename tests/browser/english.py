"""Words of the screen that are English although nobody meant them to be."""

from __future__ import annotations

import re

from playwright.sync_api import Page

#: English words that Chinese users read every day, and names.
MEANT = frozenset(
    {"Excel", "Word", "CSV", "PDF", "PNG", "XLSX", "APP", "App", "SQL", "dbt", "DuckDB"}
)
#: What Streamlit writes by itself and no page can change; this list may only shrink.
STREAMLITS_OWN: frozenset[str] = frozenset()
#: Where English is right: code and file names, and what a page marks as not to be translated.
_UNTRANSLATED = 'code, pre, kbd, script, style, noscript, [translate="no"]'
# Runs of what may stand in an identifier; such with a digit or a sign inside are codes.
_TOKEN = re.compile(r"[A-Za-z0-9_./:#%@+-]*[A-Za-z][A-Za-z0-9_./:#%@+-]*")
_WORD = re.compile(r"[A-Za-z]{2,}")

_SHOWN_WORDS = f"""() => {{
    const said = [];
    const skipped = '{_UNTRANSLATED}';
    const seen = {{checkOpacity: true, visibilityProperty: true}};
    const shown = element => element.checkVisibility(seen);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {{
        const element = walker.currentNode.parentElement;
        const words = walker.currentNode.textContent.trim();
        // Tables are drawn on a canvas; what it holds is read to blind people.
        if (words && !element.closest(skipped) && (shown(element) || element.closest('canvas')))
            said.push(words);
    }}
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description'])
        for (const element of document.querySelectorAll(`[${{name}}]`))
            if (!element.closest(skipped) && shown(element)) said.push(element.getAttribute(name));
    return said;
}}"""


def no_stray_english(page: Page) -> None:
    """Whatever is shown, or read aloud, is Chinese.

    Raises:
        AssertionError: With the English words, each with the text it stands in.
    """
    found = {
        word: words[:60]
        for words in page.evaluate(_SHOWN_WORDS)
        if words not in STREAMLITS_OWN
        for word in stray_words(words)
    }
    assert not found, f"English on {page.url}: {found}"


def stray_words(words: str) -> list[str]:
    """The English words in a text that are neither meant nor codes such as `OPS-08`."""
    tokens = (token.strip("./:#%@+-") for token in _TOKEN.findall(words))
    return [token for token in tokens if _WORD.fullmatch(token) and token not in MEANT]
