"""Whether sealed editions are still what was sealed."""

from __future__ import annotations

import streamlit as st

from warehouse.report.editions import Sealed, faults_of
from warehouse.settings import settings

# Hashing the files takes a while; a change is seen after so many seconds at the latest.
_HOLDS = 300


def verified(edition: Sealed) -> tuple[str, str]:
    """Shape and words of the comparison of an edition's files with its seal."""
    if _is_whole(edition.digest, edition):
        return "good", "核对无误"
    return "alert", "与封存时不一致"


@st.cache_data(ttl=_HOLDS, max_entries=512, show_spinner=False)
def _is_whole(digest: str, _edition: Sealed) -> bool:
    return not faults_of(settings(), _edition)
