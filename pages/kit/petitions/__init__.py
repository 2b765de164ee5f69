"""What only the page about petitions has: its declaration, and its own panels."""

from pages.kit.petitions.channels import channels_panel
from pages.kit.petitions.clocks import clocks_panel
from pages.kit.petitions.matters import matters_panel
from pages.kit.petitions.meetings import meetings_panel
from pages.kit.petitions.stock import stock_panel
from pages.kit.petitions.view import COUNTS, INDICATORS, PETITIONS

__all__ = [
    "COUNTS",
    "INDICATORS",
    "PETITIONS",
    "channels_panel",
    "clocks_panel",
    "matters_panel",
    "meetings_panel",
    "stock_panel",
]
