"""作战图: what its page says about its lists, and its own panels."""

from pages.kit.tasks.schedule import schedule_panel
from pages.kit.tasks.squares import squares_panel
from pages.kit.tasks.supervision import supervision_panel
from pages.kit.tasks.units import units_panel
from pages.kit.tasks.views import INDICATORS, VIEWS, tasks_asked

__all__ = [
    "INDICATORS",
    "VIEWS",
    "schedule_panel",
    "squares_panel",
    "supervision_panel",
    "tasks_asked",
    "units_panel",
]
