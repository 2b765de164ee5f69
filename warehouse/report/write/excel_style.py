"""Cell formats of the workbook, each made once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from warehouse.report.write.look import ACCENT, GROUND, INK, INK_2, INK_3, LINE, STATUS, WATCH

Format = Any


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._make: Callable[[dict[str, Any]], Format] = book.add_format

    def of(self, **properties: Any) -> Format:
        """A format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._make(properties)
        return self._made[key]

    def cell(self, **properties: Any) -> Format:
        """A cell of a table."""
        line = {"border": 1, "border_color": f"#{LINE}", "valign": "vcenter"}
        if properties.get("align") != "center":
            line["indent"] = 1
        return self.of(**line, **{"font_color": f"#{INK}", **properties})

    @property
    def title(self) -> Format:
        """The title of a sheet."""
        return self.of(bold=True, font_size=14, font_color=f"#{INK}", valign="vcenter")

    @property
    def below(self) -> Format:
        """The line below the title."""
        return self.of(font_color=f"#{INK_2}")

    @property
    def demo(self) -> Format:
        """The mark of invented data."""
        return self.of(bold=True, font_color=f"#{WATCH}")

    @property
    def head(self) -> Format:
        """The head of a table."""
        return self.cell(
            bold=True,
            bg_color=f"#{GROUND}",
            align="center",
            text_wrap=True,
            bottom_color=f"#{INK_3}",
        )

    @property
    def link(self) -> Format:
        """A link to another sheet."""
        return self.of(font_color=f"#{ACCENT}", underline=1)

    @property
    def note(self) -> Format:
        """The note below a table."""
        return self.of(font_color=f"#{INK_3}", text_wrap=True, valign="top")

    def status(self, words: str) -> dict[str, Any]:
        """Colour of a status where it stands alone in a cell."""
        colour = STATUS.get(words)
        return {"font_color": f"#{colour}", "bold": True} if colour else {}
