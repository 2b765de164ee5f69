"""The colour, type and space tokens of the two surfaces, for CSS, Plotly and pydeck alike.

`WALL` is dark and read from metres away; `DESK` is light and read at a desk. Red has one
meaning on both: severe, act now. Nothing outside this file writes a colour.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, cast

import plotly.io as pio
import streamlit as st

FONT = (
    '"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",'
    "sans-serif"
)


@dataclass(frozen=True)
class Palette:
    """Colours of one surface, as `#RRGGBB`.

    Attributes:
        bg0: The page. `bg1`: a panel. `bg2`: the track of a bar, a dialog.
        line: A hairline. `line2`: a strong line.
        t1: Values and titles. `t2`: labels. `t3`: captions, the faintest text allowed.
        acc: Data ink and focus. `accd`: its quiet fill.
        good: Normal. `watch`: off target. `alert`: severe. `none`: no data.
        watch_fill: Watch for shapes and fills, where text needs a darker tone.
        band: The usual range behind a trend.
        water: Rivers on the map.
        ramp: Five classes from low to high, one hue.
    """

    bg0: str
    bg1: str
    bg2: str
    line: str
    line2: str
    t1: str
    t2: str
    t3: str
    acc: str
    accd: str
    good: str
    watch: str
    watch_fill: str
    alert: str
    none: str
    band: str
    water: str
    ramp: tuple[str, str, str, str, str]

    def of_status(self, status: str | None) -> str:
        """Colour of a status word of the warehouse (`normal`, `watch`, `severe`, `none`)."""
        return {"normal": self.good, "watch": self.watch_fill, "severe": self.alert}.get(
            status or "none", self.none
        )


WALL = Palette(
    bg0="#0C1319",
    bg1="#121B23",
    bg2="#1B2731",
    line="#27343F",
    line2="#3B4B58",
    t1="#EDF2F6",
    t2="#B7C4CE",
    t3="#8C9DAA",
    acc="#6DB9EC",
    accd="#2C668C",
    good="#45A893",
    watch="#F2B544",
    watch_fill="#F2B544",
    alert="#FF6F5B",
    none="#8A98A4",
    band="#22303B",
    water="#0E212F",
    ramp=("#1D2A33", "#24455B", "#2C668C", "#4493C3", "#9AD6F5"),
)

DESK_LIGHT = Palette(
    bg0="#F4F6F8",
    bg1="#FFFFFF",
    bg2="#EBEFF3",
    line="#D9E0E6",
    line2="#B9C4CD",
    t1="#15212B",
    t2="#43535F",
    t3="#5F6F7B",
    acc="#12609E",
    accd="#B7D9F2",
    good="#0F7A5C",
    watch="#9A5B00",
    watch_fill="#E2A01F",
    alert="#BF2F1C",
    none="#6F7E8A",
    band="#E6EBEF",
    water="#DCE8F0",
    ramp=("#E8F2F9", "#B7D9F2", "#76B2DF", "#3380BD", "#144F84"),
)


#: The desk in the dark has the colours of the wall, whose contrast is known.
DESK_DARK = WALL


def desk_palette() -> Palette:
    """Colours of the desk in the theme that the reader's browser shows."""
    return DESK_DARK if st.context.theme.type == "dark" else DESK_LIGHT


class _DeskInSight:
    """The colours of the desk, looked up anew whenever one is used."""

    def __getattr__(self, name: str) -> Any:
        return getattr(desk_palette(), name)


#: What pages draw with: it follows the reader's theme. Nothing drawn with it may be cached
#: without the theme in its key.
DESK = cast("Palette", _DeskInSight())

# Type sizes of the wall, in rem; 1 rem is 16 px at 1920 and grows with the display.
WALL_SIZES = {
    "fs-min": 1.125,
    "fs-body": 1.25,
    "fs-h": 1.375,
    "fs-num": 1.75,
    "fs-kpi": 2.875,
    "fs-verdict": 2.5,
    "fs-title": 2.0,
    "fs-clock": 2.25,
    "gap": 0.75,
    "r": 0.375,
}


def css_variables(palette: Palette, sizes: dict[str, float] | None = None) -> str:
    """The tokens as CSS custom properties on `:root` (`--bg0`, `--watch-fill`, `--ramp1` …)."""
    names = [field.name for field in fields(Palette) if field.name != "ramp"]
    rows = [f"--{name.replace('_', '-')}:{getattr(palette, name)}" for name in names]
    rows += [f"--ramp{place}:{colour}" for place, colour in enumerate(palette.ramp, 1)]
    rows += [f"--{name}:{size:g}rem" for name, size in (sizes or {}).items()]
    return f":root{{{';'.join(rows)};--font:{FONT}}}"


def rgb(colour: str, alpha: int = 255) -> list[int]:
    """`#6DB9EC` as `[109, 185, 236, 255]`, the way pydeck wants it."""
    return [*bytes.fromhex(colour.removeprefix("#")), alpha]


def plotly_template(palette: Palette, px: float = 1.0) -> dict[str, Any]:
    """House style of a Plotly figure.

    Args:
        palette: Of which surface.
        px: Size of type and gaps; 1 is the wall at 1920, .68 the desk.
    """
    axis = {
        "showgrid": False,
        "zeroline": False,
        "linecolor": palette.line2,
        "ticks": "",
        "tickfont": {"size": 18 * px, "color": palette.t3},
    }
    steps = [[place / 4, colour] for place, colour in enumerate(palette.ramp)]
    return {
        "layout": {
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT.replace('"', ""), "size": 20 * px, "color": palette.t1},
            "colorway": [palette.acc, palette.accd, palette.t2, palette.t3],
            "colorscale": {"sequential": steps},
            "margin": {"l": 0, "r": 12 * px, "t": 8 * px, "b": 24 * px},
            "showlegend": False,
            "hovermode": "x unified",
            "hoverlabel": {
                "bgcolor": palette.bg1,
                "bordercolor": palette.line2,
                "font": {"size": 18 * px, "color": palette.t1},
            },
            "separators": ".,",
            "xaxis": axis,
            "yaxis": {**axis, "gridcolor": palette.line},
        }
    }


# Use as `figure.update_layout(template=desk_template())`, with `theme=None` in st.plotly_chart.
pio.templates["wall"] = plotly_template(WALL)
pio.templates["desk"] = plotly_template(DESK_LIGHT, 0.68)
pio.templates["desk_dark"] = plotly_template(DESK_DARK, 0.68)


def desk_template() -> str:
    """Name of the Plotly template for the reader's theme."""
    return "desk_dark" if desk_palette() is DESK_DARK else "desk"


# A map of our own polygons: an empty style, so that no basemap is asked for anywhere.
NO_BASEMAP = {
    "map_provider": "carto",
    "map_style": 'data:application/json,{"version":8,"sources":{},"layers":[]}',
}
