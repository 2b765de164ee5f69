"""The tokens say the same in Python, in Streamlit's configuration and in CSS."""

import re
import tomllib

import pytest

from pages.kit.theme import DESK, WALL, WALL_SIZES, Palette, css_variables, rgb
from pages.kit.wall_frame import STATIC
from warehouse.settings import ROOT

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())


@pytest.mark.parametrize(("name", "palette"), [("light", DESK), ("dark", WALL)])
def test_streamlit_is_dressed_in_the_same_colours(name: str, palette: Palette):
    theme = CONFIG["theme"][name]

    assert theme["primaryColor"] == palette.acc
    assert theme["backgroundColor"] == palette.bg0
    assert theme["secondaryBackgroundColor"] == palette.bg1
    assert theme["textColor"] == palette.t1
    assert theme["redColor"] == palette.alert
    assert theme["greenColor"] == palette.good


def test_nothing_is_reported_to_anybody():
    assert CONFIG["browser"]["gatherUsageStats"] is False


def test_the_wall_s_style_sheets_only_use_tokens_that_exist():
    sheets = "".join(path.read_text() for path in STATIC.glob("*.css"))
    known = set(re.findall(r"--([a-z0-9-]+):", css_variables(WALL, WALL_SIZES)))
    # Told by a part itself: the masks of icons, the ticker's loop, the columns of a panel.
    told = {"i", "loop", "words", "split", "full", "stage", "over"}

    assert set(re.findall(r"var\(--([a-z0-9-]+)", sheets)) <= known | told


def test_colours_for_maps():
    assert rgb("#6DB9EC") == [109, 185, 236, 255]
