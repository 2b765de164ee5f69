"""Whether sealed editions are still what was sealed."""

from __future__ import annotations

import streamlit as st

from warehouse.report.editions import Sealed, faults_of
from warehouse.settings import settings

# Hashing the files takes a while; a change is seen after so many seconds at the latest.
_HOLDS = 300


def verified(edition: Sealed) -> tuple[str, str]:
    """Shape and words of the comparison of an edition's files with its seal."""
    return ("good", "核对无误") if is_whole(edition) else ("alert", "与封存时不一致")


def is_whole(edition: Sealed) -> bool:
    """Whether an edition's files were found to be those that were sealed."""
    found: bool = _is_whole((edition.subject, edition.digest), edition)
    return found


@st.cache_data(ttl=_HOLDS, max_entries=512, show_spinner=False)
def _is_whole(key: tuple[str, str], _edition: Sealed) -> bool:
    return not faults_of(settings(), _edition)
