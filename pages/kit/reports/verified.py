"""Whether sealed editions are still what was sealed."""

from __future__ import annotations

import streamlit as st

from warehouse.report.editions import Sealed, faults
from warehouse.settings import settings

# Hashing every file again takes a while; a change is seen after so many seconds at the latest.
_HOLDS = 300


def verified(edition: Sealed) -> tuple[str, str]:
    """Shape and words of the comparison of an edition's files with its seal."""
    if edition.subject in _faults(edition.digest):
        return "alert", "与封存时不一致"
    return "good", "核对无误"


@st.cache_data(ttl=_HOLDS, max_entries=8, show_spinner=False)
def _faults(digest: str) -> set[str]:
    # A new edition asks anew: its digest is part of the key.
    return {fault.subject for fault in faults(settings())}
