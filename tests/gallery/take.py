"""Take pictures of every page into docs/gallery, with an index: `python -m tests.gallery.take`.

Serves the published version of this installation (`YIPING_VAR`; `make up` makes the sample).
Names of pictures after the command take only these anew.
"""

from __future__ import annotations

import io
import shutil
import sys

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from pages.kit.states import FAILED
from tests.browser.serving import FLAGS, served
from tests.browser.watching import Watched
from tests.gallery.shots import Shot, shots
from warehouse.read.connection import WarehouseNotBuiltError, current_version
from warehouse.settings import ROOT, settings

FOLDER = ROOT / "docs" / "gallery"
#: Of all pictures together, in bytes.
MOST = 6_000_000
#: Drawings of maps and charts come a moment after the page is idle, in ms.
PATIENCE = 2_500
COLOURS = 256


def main() -> None:
    """Take the pictures anew and write the index."""
    site = settings()
    try:
        version = current_version(site)
    except WarehouseNotBuiltError as error:
        sys.exit(f"{error}\nOr: make up, for the sample.")
    asked = [shot for shot in shots() if not sys.argv[1:] or shot.name in sys.argv[1:]]
    _make_room()
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        troubles = [trouble for shot in asked for trouble in _take(browser, address, shot)]
        browser.close()
    (FOLDER / "README.md").write_text(_index())
    size = sum(file.stat().st_size for file in FOLDER.glob("*.png"))
    print(f"{size / 1e6:.1f} MB in {FOLDER.relative_to(ROOT)}, of version {version}")
    if size > MOST:
        troubles.append(f"More than {MOST / 1e6:.0f} MB: take fewer pictures or smaller ones.")
    if troubles:
        sys.exit("\n".join(troubles))


def _make_room() -> None:
    """The folder, without pictures that are no longer taken."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    names = {shot.name for shot in shots()}
    for old in FOLDER.glob("*.png"):
        if old.stem not in names:
            old.unlink()


def _take(browser: Browser, address: str, shot: Shot) -> list[str]:
    """One picture in a browser of its own; gives what the page complained of."""
    page = browser.new_page(
        viewport={"width": shot.size[0], "height": shot.size[1]},
        color_scheme="dark" if shot.is_dark else "light",
    )
    watched = Watched(page)
    watched.open(f"{address}/{shot.address}")
    shot.first(page)
    page.wait_for_timeout(PATIENCE)
    troubles = [*watched.outside, *watched.complaints]
    if FAILED in page.inner_text("body"):
        troubles.append("could not be drawn; the server's words are above")
    file = FOLDER / f"{shot.name}.png"
    _few_colours(page.screenshot()).save(file, optimize=True)
    page.close()
    print(f"{file.relative_to(ROOT)} {file.stat().st_size // 1000} kB")
    return [f"{shot.name}: {trouble}" for trouble in troubles]


def _few_colours(picture: bytes) -> Image.Image:
    """A screen has few colours: a palette that keeps the rare ones makes a third of the file."""
    whole = Image.open(io.BytesIO(picture)).convert("RGB")
    return whole.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def _index() -> str:
    lines = [
        "# Gallery",
        "",
        "Taken by `make gallery` with the sample city; all figures are made up (演示数据).",
    ]
    for shot in shots():
        width, height = shot.size
        lines += ["", f"## {shot.title}", ""]
        lines += [f"`/{shot.address}`, {width}×{height}", "", f"![{shot.title}]({shot.name}.png)"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
