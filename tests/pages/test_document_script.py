"""The script of every document knows the words that this version of Streamlit still uses."""

import re
from pathlib import Path

import pytest
import streamlit

from pages.kit.server import _FIRST_LOAD, _SCRIPT

STREAMLIT = Path(streamlit.__file__).parent
#: Words that readers do meet: menus of boxes and tables, hints, errors.
MET = (
    *("Skip to main content", "Choose an option", "No results"),
    *("Clear value", "Clear all", "Sort ascending", "Sort descending", "Autosize", "Pin column"),
    *("Hide column", "Statistics", "Copy column name", "Dataframe column menu", "Type to search"),
    "Failed to generate file for download",
)


@pytest.fixture(scope="module")
def streamlits_words() -> str:
    """Everything that Streamlit's front end and its download handler can say."""
    scripts = (STREAMLIT / "static" / "static" / "js").glob("*.js")
    handler = STREAMLIT / "runtime" / "backend_operation_handler.py"
    return "".join(file.read_text(errors="ignore") for file in (*scripts, handler))


@pytest.mark.parametrize("words", MET)
def test_words_that_streamlit_uses_have_their_chinese(words: str, streamlits_words: str):
    known = dict(re.findall(r'"([A-Z][^"]+)": "([^"]+)"', _SCRIPT.read_text()))

    assert words in streamlits_words
    assert re.search("[\u4e00-\u9fff]", known[words])


def test_the_theme_is_kept_under_the_name_that_streamlit_reads(streamlits_words: str):
    assert "`stActiveTheme-${window.location.pathname}`" in streamlits_words
    assert "`stActiveTheme-${location.pathname}-v2`" in _SCRIPT.read_text()


def test_nothing_of_the_document_asks_another_host():
    for file in (_SCRIPT, _FIRST_LOAD):
        assert "http" not in file.read_text()
