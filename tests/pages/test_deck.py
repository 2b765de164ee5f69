import json

import pydeck as pdk

from pages.kit.deck import QuickDeck
from pages.kit.theme import NO_BASEMAP


def test_a_quick_deck_says_what_pydecks_own_says():
    layer = pdk.Layer(
        "ScatterplotLayer",
        [{"lon": 120.1, "lat": 30.2, "title": "井盖缺失"}],
        id="points",
        get_position="[lon, lat]",
        radius_units=pdk.types.String("pixels"),
        get_radius=3,
    )
    view = pdk.ViewState(longitude=120.1, latitude=30.2, zoom=11)
    told = {"layers": [layer], "initial_view_state": view, "tooltip": {"text": "{title}"}}

    quick = QuickDeck(**told, **NO_BASEMAP).to_json()

    assert json.loads(quick) == json.loads(pdk.Deck(**told, **NO_BASEMAP).to_json())
    assert "\n" not in quick
