"""The page of the reports: what is chosen, what stands in its place when it cannot be made."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.reports.paper import edition_buttons
from pages.kit.states import FAILED
from tests.pages.drawing import html_of, page_of
from warehouse.read.connection import whole_site
from warehouse.report.editions import Issue, Report, Sealed, make_final
from warehouse.report.kinds import KINDS
from warehouse.settings import Settings, settings

DISTRICT, STREET, OTHER_STREET = "990199000000", "990199001000", "990199002000"


@pytest.fixture
def site(hand_city: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The hand city, with templates and editions of its own."""
    for name in ("versions", "raw", "seals"):
        (tmp_path / name).symlink_to((hand_city.var / name).resolve())
    monkeypatch.setenv("YIPING_VAR", str(tmp_path))
    monkeypatch.setenv("YIPING_FEEDS", str(hand_city.landing))
    settings.cache_clear()
    yield settings()
    settings.cache_clear()


def drawn(**address: str) -> AppTest:
    page = page_of("reports", **address)
    page.run()
    assert not page.exception
    return page


def words_of_pages(page: AppTest) -> str:
    """What is written on the pages shown."""
    return re.sub(r"\s", "", "".join(re.findall(r'<img alt="([^"]*)"', html_of(page))))


@pytest.mark.usefixtures("site")
def test_the_page_begins_with_the_last_week_that_has_ended_in_the_whole_district():
    page = drawn()

    assert "手算区周报 2026年第13周（3月23日—3月29日）" in html_of(page)
    assert "第1版 · 未定稿" in html_of(page)
    assert "2026年第13周" in words_of_pages(page)
    assert "还没有定稿" in html_of(page)


@pytest.mark.usefixtures("site")
def test_the_address_chooses_kind_place_and_period():
    page = drawn(kind="monthly", area=STREET, period="2026-02")

    assert "甲街道月报告 2026年2月" in html_of(page)
    assert "2026年2月" in words_of_pages(page)


@pytest.mark.usefixtures("site")
def test_an_address_that_names_nothing_falls_back():
    page = drawn(kind="daily", area="1", period="2026-02", page="99999999999", layout="round")

    assert "手算区周报 2026年第13周" in html_of(page)


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_shown_for_a_period_that_has_ended(kind: str):
    html = html_of(drawn(kind=kind))

    assert FAILED not in html
    assert "未结束" not in html


@pytest.mark.usefixtures("site")
def test_another_kind_begins_with_its_own_period():
    page = drawn(period="2026-W12")
    page.segmented_control(key="box_kind").set_value("monthly").run()

    assert not page.exception
    assert "period" not in page.query_params
    assert "手算区月报告 2026年3月" in html_of(page)


@pytest.mark.usefixtures("site")
def test_a_week_that_runs_is_shown_but_cannot_be_made_final():
    page = drawn(period="2026-W14")

    assert "本期尚未结束，不能定稿。" in html_of(page)
    assert not [button for button in page.button if button.key == "rp_seal"]


@pytest.mark.usefixtures("site")
def test_where_there_is_nothing_to_report_the_page_says_so():
    page = drawn(period="1999-W01")

    assert "这个地方在这一时段没有可报告的数据" in html_of(page)
    assert "没有可报告的数据，不能定稿。" in html_of(page)
    assert not [button for button in page.button if button.key == "rp_seal"]


def test_a_broken_template_is_told_with_its_line_and_the_rest_goes_on(site: Settings):
    (site.var / "reports").mkdir()
    (site.var / "reports" / "weekly.toml").write_text('# 周报\ntitle = "{palce}周报"\n')

    page = drawn()

    assert "reports/weekly.toml 第 2 行：不认识占位词“{palce}”" in html_of(page)
    assert "模板有误，改正后才能定稿。" in html_of(page)
    assert "历次定稿" in html_of(page)
    assert "月报告" in html_of(drawn(kind="monthly"))


def test_a_template_changes_the_preview_at_once(site: Settings):
    assert "下午茶" not in words_of_pages(drawn())

    (site.var / "reports").mkdir()
    (site.var / "reports" / "weekly.toml").write_text('title = "{place}下午茶"\n')

    assert "手算区下午茶" in words_of_pages(drawn())


def test_an_instance_for_one_place_has_its_reports_only_and_makes_none_final(
    site: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("YIPING_READER_AREA", STREET)
    settings.cache_clear()

    page = drawn()

    assert "甲街道周报" in html_of(page)
    assert "甲街道市域社会治理工作周报" in words_of_pages(page)
    assert "乙街道" not in words_of_pages(page)
    assert "本机只供查看，不能定稿。" in html_of(page)
    assert "无查看权限" in html_of(page_of("reports", area=OTHER_STREET).run())


def test_a_site_may_let_such_an_instance_make_reports_final(
    site: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("YIPING_READER_AREA", STREET)
    monkeypatch.setenv("YIPING_MAY_SEAL", "true")
    settings.cache_clear()

    assert drawn().button(key="rp_seal")


def make_week_final(site: Settings) -> Sealed:
    """The district's last week, sealed by its office."""
    report = Report("weekly", DISTRICT, "2026-W13")
    return make_final(whole_site(), site, report, Issue("区综治中心", "补录后重新印发"))


def test_a_sealed_edition_is_shown_first_and_the_draft_beside_it(site: Settings):
    sealed = make_week_final(site)

    page = drawn()
    for words in ("第1版 · 已定稿", "区综治中心", "核对无误", sealed.digest[:16], sealed.code):
        assert words in html_of(page)
    assert "第1版（定稿）" in words_of_pages(page)
    assert "第2版（未定稿）" in words_of_pages(drawn(edition="draft"))
    assert "两版比对" not in page.segmented_control(key="box_edition").options


def test_two_editions_are_set_side_by_side(site: Settings):
    make_week_final(site)
    make_week_final(site)

    page = drawn(edition="compare")

    assert page.selectbox(key="box_from").value == "2026-W13.1"
    assert page.selectbox(key="box_to").value == "2026-W13.2"
    assert "两版没有不同的数字" in html_of(page)
    assert not page.get("download_button")
    assert "补录后重新印发" in html_of(page)


def test_the_newest_three_editions_have_buttons_and_the_one_that_is_shown(site: Settings):
    sealed = make_week_final(site)
    own = [replace(sealed, n=number) for number in (5, 4, 3, 2, 1)]

    assert list(edition_buttons(own, own[0])) == ["5", "4", "3"]
    assert edition_buttons(own, own[4]) == {"5": "第5版", "4": "第4版", "3": "第3版", "1": "第1版"}


def test_a_changed_file_of_an_edition_is_not_shown(site: Settings):
    sealed = make_week_final(site)
    (paper,) = sealed.folder.glob("*.pdf")
    paper.chmod(0o644)
    paper.write_bytes(paper.read_bytes() + b"\n")

    page = drawn()

    assert "这一版的文件与封存时不一致，不予显示。" in html_of(page)
    assert words_of_pages(page) == ""
    assert "核对无误" not in html_of(page)
    assert all(button.proto.disabled for button in page.get("download_button"))


@pytest.mark.usefixtures("site")
def test_the_dialog_says_what_is_sealed_and_asks_who_does_it():
    page = drawn()
    page.button(key="rp_seal").click().run()

    assert "Word、幻灯片、Excel、PDF四种文件" in html_of(page)
    assert page.text_input(key="seal_by").label == "定稿单位（必填）"
    assert page.text_area(key="seal_note").label == "说明（选填）"
