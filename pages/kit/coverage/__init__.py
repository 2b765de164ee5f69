"""创建覆盖: what its page says about its lists, and its own panels."""

from pages.kit.coverage.board import board_panel
from pages.kit.coverage.totals import totals_tiles
from pages.kit.coverage.views import VIEWS

__all__ = ["VIEWS", "board_panel", "totals_tiles"]
