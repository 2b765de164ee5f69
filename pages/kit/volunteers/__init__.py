"""志愿服务: what its page says about its lists, and its own panels."""

from pages.kit.volunteers.concentration import concentration_panel
from pages.kit.volunteers.hours import hours_panel, kinds_panel
from pages.kit.volunteers.orders import orders_panel
from pages.kit.volunteers.places import places_panel
from pages.kit.volunteers.views import INDICATORS, VIEWS

__all__ = [
    "INDICATORS",
    "VIEWS",
    "concentration_panel",
    "hours_panel",
    "kinds_panel",
    "orders_panel",
    "places_panel",
]
