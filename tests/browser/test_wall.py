"""The wall on the displays it hangs on: it fits, nothing lies on anything, no seam is crossed."""

import pytest

from pages.kit.wall_layouts import LAYOUTS, PARTS
from tests.browser.layout import no_overlap, texts_of
from tests.browser.watching import Watched, settle, told

pytestmark = pytest.mark.browser

SCROLLS = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return main.scrollHeight > main.clientHeight + 1 || main.scrollWidth > main.clientWidth + 1;
}"""
SIZES = {
    "16x9": [(1366, 768), (1920, 1080), (3840, 2160)],
    "32x9": [(3840, 1080)],
    "2x2": [(1920, 1080)],
    "3x2": [(2880, 1080)],
}
DISPLAYS = [(layout, size) for layout, sizes in SIZES.items() for size in sizes]
# Part of the display's width (or 16:9 of its height) that the smallest type takes: 18 px at 1920.
SMALLEST = 18 / 1080


def opened(watched: Watched, address: str, size: tuple[int, int]) -> Watched:
    watched.page.set_viewport_size({"width": size[0], "height": size[1]})
    watched.open(address)
    return watched


@pytest.mark.parametrize(("layout", "size"), DISPLAYS)
def test_a_wall_fits_its_display(
    address: str, watched: Watched, layout: str, size: tuple[int, int]
):
    page = opened(watched, f"{address}/wall?layout={layout}", size).page

    assert page.evaluate(SCROLLS) is False
    no_overlap(page)
    assert min(text["size"] for text in texts_of(page)) >= SMALLEST * size[1] - 0.1
    assert watched.outside == []
    assert watched.complaints == []


@pytest.mark.parametrize("layout", ["32x9", "2x2", "3x2"])
def test_no_text_crosses_a_seam(address: str, watched: Watched, layout: str):
    size = SIZES[layout][0]
    page = opened(watched, f"{address}/wall?layout={layout}", size).page
    upright, level = LAYOUTS[layout].seams
    rem = size[1] / LAYOUTS[layout].height

    for text in texts_of(page):
        for seam in upright:
            assert not text["left"] < seam * rem - 1 < text["right"] - 2, text
        for seam in level:
            assert not text["top"] < seam * rem - 1 < text["bottom"] - 2, text


def test_the_display_s_shape_chooses_the_layout(address: str, watched: Watched):
    page = opened(watched, f"{address}/wall", (3840, 1080)).page

    assert page.locator("h2", has_text="谁来办").count() == 1
    assert page.locator("h2", has_text="一览").count() == 1
    assert page.locator(".ticker").count() == 0


def test_from_afar_type_is_larger_and_still_fits(address: str, watched: Watched):
    page = opened(watched, f"{address}/wall?density=far", (1920, 1080)).page

    assert page.evaluate(SCROLLS) is False
    assert min(text["size"] for text in texts_of(page)) >= 21.9


def test_a_presenter_steps_through_the_parts_by_keyboard_or_remote(address: str, watched: Watched):
    page = opened(watched, f"{address}/wall", (1920, 1080)).page
    page.keyboard.press("PageDown")
    page.wait_for_selector(".hint")
    settle(page)

    assert told(page)["focus"] == PARTS[0]
    assert f"1 / {len(PARTS)}" in page.inner_text(".hint")

    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.hint')?.innerText.startsWith('2 /')")
    settle(page)
    assert told(page)["focus"] == PARTS[1]

    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('.hint')")
    settle(page)
    assert "focus" not in told(page)
    assert page.locator(".ticker").count() == 1
    assert watched.complaints == []


@pytest.mark.parametrize("part", PARTS)
def test_every_part_can_stand_alone(address: str, watched: Watched, part: str):
    page = opened(watched, f"{address}/wall?focus={part}", (1920, 1080)).page

    assert page.evaluate(SCROLLS) is False
    no_overlap(page)


def test_a_title_leads_to_its_page_already_filtered(address: str, watched: Watched):
    page = opened(watched, f"{address}/wall", (1920, 1080)).page
    page.get_by_role("link", name="闭环流转").click()
    page.wait_for_url("**/events?period=last7d*")
    settle(page)

    assert told(page)["period"] == "last7d"


def test_the_code_grows_so_that_a_phone_can_read_it_from_afar(address: str, watched: Watched):
    page = opened(watched, f"{address}/wall", (1920, 1080)).page
    page.keyboard.press("q")

    assert page.locator(".qr.large").count() == 1
    assert address in page.inner_text(".qr.large")
    assert page.locator(".qr img").bounding_box()["width"] > 400  # type: ignore[index]


def test_motion_stops_where_the_reader_wants_none(address: str, watched: Watched):
    watched.page.emulate_media(reduced_motion="reduce")
    page = opened(watched, f"{address}/wall", (1920, 1080)).page

    assert page.evaluate("getComputedStyle(document.querySelector('.run')).animationName") == "none"
