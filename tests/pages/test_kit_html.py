"""What comes from data is never taken for HTML."""

import base64

from pages.kit.html import Markup, svg_image, tag
from pages.kit.icons import SHAPES, icon_css, mark
from pages.kit.place_names import clip, short_owner, short_path, short_place, whole_place


def test_children_and_attributes_are_escaped():
    made = tag("b", "4 < 5 & <script>", title='"x"', class_="min")

    assert made == '<b title="&quot;x&quot;" class="min">4 &lt; 5 &amp; &lt;script&gt;</b>'


def test_markup_is_not_escaped_again_and_nothing_is_left_out():
    assert tag("p", tag("b", "1"), None, hidden=None) == "<p><b>1</b></p>"


def test_a_drawing_becomes_an_image_with_words():
    image = svg_image("<rect/>", (4, 2), alt="九成 <")

    assert 'alt="九成 &lt;"' in image
    data = image.split("base64,")[1].split('"')[0]
    assert 'viewBox="0 0 4 2"' in base64.b64decode(data).decode()


def test_every_shape_has_words_and_a_mask():
    for name, (words, _, _) in SHAPES.items():
        assert f'aria-label="{words}"' in mark(name)
        assert f".i-{name}{{" in icon_css()
    assert isinstance(mark("good"), Markup)


def test_places_and_units_are_said_shortly():
    assert short_path("云溪街道·青禾社区·03网格") == "云溪·青禾社区"
    assert short_path("Ward 16·Precinct 09") == "Ward 16·Precinct 09"
    assert [short_owner(name) for name in ("区住建局", "消防救援大队", "云溪街道", None)] == [
        "住建",
        "消防",
        "云溪",
        "未定",
    ]


def test_departments_and_places_of_other_levels_are_said_shortly():
    assert [
        short_owner(name) for name in ("市住建局", "省住建厅", "县市场监管局", "市场监管局")
    ] == [
        "住建",
        "住建",
        "市场监管",
        "市场监管",
    ]
    assert short_path("岚溪县·八桑镇·上坪村·01网格") == "岚溪·八桑镇"
    assert short_place("曦和新区") == "曦和"


def test_all_of_a_place_is_called_by_what_it_is():
    names = (
        ("district", "示范区"),
        ("district", "示范县"),
        ("city", "示范市"),
        ("street", "双桥街道"),
    )
    assert [whole_place(*name) for name in names] == ["全区", "全县", "全市", "双桥街道"]


def test_words_are_cut_by_their_width():
    assert clip("物业收费纠纷", 6) == "物业收费纠纷"
    assert clip("物业收费纠纷调解", 6) == "物业收费纠…"
    assert clip("Wild Animal Issue", 6) == "Wild Anim…"
