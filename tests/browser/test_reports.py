"""报告 walked as its readers do: choose, look, download, make final, compare."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.browser.accessibility import axe
from tests.browser.english import no_stray_english
from tests.browser.serving import free_port, served
from tests.browser.watching import Watched, choose, click, download, settle, told
from warehouse.report import pdf_pages
from warehouse.settings import Settings
from warehouse.trace_code import decode

pytestmark = pytest.mark.browser

DISTRICT, STREET = "990199000000", "990199001000"
#: The week before the last one that has ended in the hand city.
WEEK = "reports?period=2026-W12"


@pytest.fixture(scope="module")
def site(hand_city: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The hand city, with editions and templates of its own."""
    var: Path = tmp_path_factory.mktemp("reports")
    for name in ("versions", "raw", "seals"):
        (var / name).symlink_to((hand_city.var / name).resolve())
    return Settings(var=var, feeds=hand_city.landing)


@pytest.fixture(scope="module")
def office(site: Settings) -> Iterator[str]:
    """A server where reports may be made final."""
    with served(site) as at:
        yield at


def test_the_pages_show_the_numbers_of_the_mart(office: str, desk: Watched, ask):
    page = desk.open(f"{office}/reports")

    assert "手算区周报 2026年第13周" in page.locator(".st-key-paper_head").inner_text()
    shown = {
        link.get_attribute("href"): link.get_attribute("title")
        for link in page.locator(".sheet a").all()
    }
    values = [mark for mark in shown if mark.endswith("#v") and "?n=OPS-" in mark]
    assert values
    for mark in values:
        number = decode(mark.partition("?n=")[2].partition("#")[0]).number
        ((value,),) = ask(
            """
            select value from indicators.indicator_values
            where indicator_code = $indicator_code and area_code = $area_code
                and period_type = $period_type and period_start = $period_start
            """,
            **number._asdict(),
        )
        (printed,) = re.findall(r"-?\d+(?:\.\d+)?", shown[mark].partition("：")[0])
        assert float(printed) == pytest.approx(value, abs=0.05)
    assert desk.outside == []
    assert desk.complaints == []


def test_pages_are_turned_with_buttons_and_with_keys(office: str, desk: Watched):
    page = desk.open(f"{office}/{WEEK}")
    first = page.locator(".sheet img").first.get_attribute("alt")

    click(page.get_by_role("button", name="下一页"))
    assert told(page)["page"] == "3"
    assert page.locator(".sheet img").first.get_attribute("alt") != first

    page.keyboard.press("ArrowLeft")
    settle(page)
    assert "page" not in told(page)
    assert page.locator(".sheet img").first.get_attribute("alt") == first


def test_a_place_and_a_kind_are_chosen_and_the_draft_is_handed_out(
    office: str, desk: Watched, tmp_path: Path
):
    page = desk.open(f"{office}/reports")
    choose(page, "区域", "甲街道")
    click(page.get_by_role("radio", name="月报告"))
    assert (told(page)["area"], told(page)["kind"]) == (STREET, "monthly")

    file = download(page.get_by_role("button", name="Word"), tmp_path)

    assert file.name == "演示数据_甲街道月报告_2026-03_第1版草稿.docx"
    words = "".join(paragraph.text for paragraph in Document(str(file)).paragraphs)
    assert "2026年3月" in words
    whole = download(page.get_by_role("button", name="成套下载"), tmp_path)
    with zipfile.ZipFile(whole) as archive:
        endings = [name.rpartition(".")[2] for name in archive.namelist()]
    assert endings == ["docx", "pptx", "xlsx", "pdf"]


def test_reports_are_made_final_kept_and_compared(office: str, desk: Watched, tmp_path: Path):
    for week in ("2026-W11", "2026-W12"):
        page = desk.open(f"{office}/reports?period={week}")
        click(page.get_by_role("button", name="定稿为第1版"))
        axe(page, '[role="dialog"]')
        page.get_by_label("定稿单位（必填）").fill("区综治中心")
        page.get_by_label("定稿单位（必填）").press("Tab")
        settle(page)
        page.get_by_role("button", name="确认定稿").click()
        page.get_by_text("第1版 · 已定稿").wait_for(timeout=60_000)
        settle(page)
    assert told(page)["edition"] == "1"
    assert "核对无误" in page.locator(".st-key-pn_edition").inner_text()
    assert page.locator(".st-key-pn_history .editions a").count() == 2

    file = download(page.get_by_role("button", name="PDF"), tmp_path)
    assert file.read_bytes().startswith(b"%PDF")
    # Files of two editions lie in one folder.
    assert file.name == "手算区市域社会治理工作周报_2026-W12_第1版.pdf"

    click(page.get_by_role("radio", name="两版比对"))
    assert not page.get_by_role("button", name="Word").is_visible()
    table = page.locator(".diff table")
    assert "2026-W11 第1版" in table.locator("thead").inner_text()
    rows = table.locator("tbody tr").count()
    assert rows > 3
    file = download(page.get_by_role("button", name="差异 Excel"), tmp_path)
    book = load_workbook(file)
    assert book["明细"].max_row == rows + 1
    assert "2026-W12 第1版" in str(book["说明"]["B4"].value)
    no_stray_english(page)
    axe(page)
    assert desk.complaints == []


def test_the_late_of_two_who_make_a_report_final_is_told_who_was_faster(
    office: str, desk: Watched, watched: Watched
):
    for window, name in ((desk, "区综治中心"), (watched, "区委政法委")):
        page = window.open(f"{office}/reports?period=2026-W10")
        click(page.get_by_role("button", name="定稿为第1版"))
        page.get_by_label("定稿单位（必填）").fill(name)
    first, late = desk.page, watched.page
    first.get_by_role("button", name="确认定稿").click()
    first.get_by_text("第1版 · 已定稿").wait_for(timeout=60_000)

    click(late.get_by_role("button", name="确认定稿"))

    said = late.get_by_role("alert").filter(has_text="第1版已由区综治中心于")
    assert "请关闭本窗口，看过再定下一版。" in said.inner_text()
    settle(first)
    assert first.locator(".st-key-pn_history .editions a", has_text="2026-W10").count() == 1


def test_where_there_is_nothing_to_report_no_file_is_offered(office: str, desk: Watched):
    page = desk.open(f"{office}/reports?period=1999-W01")

    buttons = page.locator(".st-key-rp_files button")
    assert buttons.count() == 5
    assert all(button.is_disabled() for button in buttons.all())


def test_a_tab_hands_out_files_also_after_the_server_was_restarted(
    site: Settings, desk: Watched, tmp_path: Path
):
    port = free_port()
    with served(site, port) as at:
        page = desk.open(f"{at}/reports?kind=monthly&page=3")
    page.locator(".st-key-rp_docx button[disabled]").wait_for(timeout=30_000)

    with served(site, port):
        # It is drawn anew by itself, as the server has forgotten the tab.
        page.locator(".st-key-rp_docx button:not([disabled])").wait_for(timeout=60_000)
        page.wait_for_timeout(2_000)
        settle(page)
        file = download(page.get_by_role("button", name="Word"), tmp_path)
    assert file.name.endswith(".docx")
    assert told(page) == {"kind": "monthly", "page": "3"}


def test_the_page_and_its_dialog_can_be_read_in_the_dark(office: str, desk: Watched):
    page = desk.open(f"{office}/reports?period=2026-W09&embed_options=dark_theme")
    axe(page)

    click(page.get_by_role("button", name="定稿为第1版"))
    axe(page, '[role="dialog"]')


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080), (3840, 2160)])
def test_whole_pages_fit_into_the_window(office: str, desk: Watched, width: int, height: int):
    desk.page.set_viewport_size({"width": width, "height": height})
    page = desk.open(f"{office}/reports")

    scrolls = "e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1"
    assert not page.locator('[data-testid="stMain"]').evaluate(scrolls)
    for sheet in page.locator(".sheet").all():
        box = sheet.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= height
        # A picture has at least as many pixels as it is shown with.
        drawn = sheet.locator("img").evaluate("picture => picture.naturalWidth")
        assert drawn >= box["width"]


def test_what_is_printed_are_the_pages_shown_and_nothing_else(
    office: str, desk: Watched, tmp_path: Path
):
    page = desk.open(f"{office}/reports")
    path = tmp_path / "printed.pdf"
    page.pdf(path=path, prefer_css_page_size=True)

    assert pdf_pages.page_count(path) == page.locator(".sheet").count() == 2


def test_a_broken_template_stands_in_place_of_the_preview(
    office: str, site: Settings, desk: Watched
):
    path = site.var / "reports" / "monthly.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text('# 月报告\nlisted = "很多"\n')
    try:
        page = desk.open(f"{office}/reports?kind=monthly")
        assert "reports/monthly.toml 第 2 行" in page.locator(".st-key-pn_paper").inner_text()
        assert page.get_by_role("button", name="Word").is_disabled()
        choose(page, "区域", "甲街道")
        assert told(page)["area"] == STREET
    finally:
        path.unlink()
