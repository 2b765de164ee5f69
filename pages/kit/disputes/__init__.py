"""What only the page about disputes has: its declaration, and its own panels."""

from pages.kit.disputes.lawsuits import lawsuits_panel
from pages.kit.disputes.levels import levels_panel
from pages.kit.disputes.view import COUNTS, DISPUTES, INDICATORS
from pages.kit.disputes.ways import ways_panel

__all__ = ["COUNTS", "DISPUTES", "INDICATORS", "lawsuits_panel", "levels_panel", "ways_panel"]
