"""The PDF is read back: every number has its link, every page its foot, every font is inside."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import typst
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.warehouse.report.hand_report import TOTAL, VERSION, count, hand_report, overdue, source
from warehouse.report import pdf_pages
from warehouse.report.document import (
    DEMO_WORDS,
    Annex,
    Chart,
    Column,
    Document,
    Figure,
    Paragraph,
    Section,
    Table,
)
from warehouse.report.write.pdf import compile_pdf, trace_address, write_pdf
from warehouse.report.write.pdf_fonts import NoChineseFontError, choose_fonts
from warehouse.settings import settings

TRACE = "http://10.20.30.40:8501/trace?n="
A4 = (595, 842)


def paper(report: Document, path: Path) -> Path:
    made = report.cut.replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    path.write_bytes(compile_pdf(report, choose_fonts(), trace=TRACE, made=made))
    return path


def one_page(*body: Paragraph | Table | Chart) -> Document:
    section = Section("only", "一、总体情况", body)
    return replace(hand_report(), sections=[section], annexes=[], explanations=[])


def unspaced(words: str) -> str:
    return "".join(words.split())


@pytest.fixture(scope="module")
def weekly(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return paper(hand_report(), tmp_path_factory.mktemp("pdf") / "weekly.pdf")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    monkeypatch.setenv("YIPING_VAR", str(tmp_path))
    settings.cache_clear()
    yield monkeypatch
    settings.cache_clear()


def test_every_number_on_paper_is_a_link_with_its_mark_over_just_its_words(weekly: Path):
    report = hand_report()
    printed = [
        figure
        for block in report.blocks
        if not isinstance(block, Chart)
        for figure in (
            # The list has 60 rows, 50 of them on paper; 3 of a row's cells are numbers.
            block.figures[:150] if isinstance(block, Table) else block.figures
        )
    ]
    assert [(link.address, link.words) for link in pdf_pages.links(weekly)] == [
        (TRACE + figure.source.mark(VERSION), unspaced(figure.words)) for figure in printed
    ]


def test_a_number_that_runs_over_two_lines_is_one_link(tmp_path: Path):
    words = "一千二百零四件又一千二百零四件又一千二百零四件又一千二百零四件"
    figure = replace(count(1204, "OPS-01"), words=words)
    links = pdf_pages.links(paper(one_page(Paragraph(["共", figure, "。"])), tmp_path / "a.pdf"))
    assert [link.words for link in links] == [words]
    assert len(links[0].places) == 2


def test_a_chart_tells_its_numbers_to_those_who_cannot_see_it(weekly: Path):
    assert pdf_pages.pictures(weekly) == [
        "东街街道按期结案率最高，西河镇最低，南湖街道本周无应结案件。\n"
        "东街街道·按期结案率 96.50% OPS-08.990101001.2026W46.6EWS-XCD9#v\n"
        "西河镇·按期结案率 91.25% OPS-08.990101002.2026W46.6EWS-XCWM#v"
    ]


def test_the_words_of_a_chart_are_words_and_no_picture(weekly: Path):
    assert "96.50%" in "".join(pdf_pages.page_texts(weekly))


def test_every_page_says_cut_version_edition_and_that_it_is_a_demonstration(weekly: Path):
    for number, text in enumerate(pdf_pages.page_texts(weekly), 1):
        assert f"— {number} —" in text
        assert hand_report().footer in text
        assert DEMO_WORDS in text


def test_a_report_of_a_real_place_has_no_demo_mark(tmp_path: Path):
    real = paper(hand_report(demo=False), tmp_path / "real.pdf")
    assert "演示" not in "".join(pdf_pages.page_texts(real))


def test_the_list_goes_on_over_pages_under_the_same_head(weekly: Path):
    texts = pdf_pages.page_texts(weekly)
    assert pdf_pages.page_count(weekly) == 5
    # Masthead to table, chart to list of annexes, two pages of the list, what the numbers mean.
    assert [i for i, text in enumerate(texts, 1) if "序号 编号 地点 办结时限 已超期" in text] == [
        3,
        4,
    ]
    assert "E00050" in texts[3]
    # Its note stands once, at its end.
    assert ["注：本表列" in text for text in texts] == [False, False, False, True, False]
    assert "E00051" not in "".join(texts)
    assert "抄送：市委办公室，市政府办公室。" in texts[4]


@pytest.mark.parametrize("above", range(1000, 1700, 56))
def test_two_rows_at_least_stand_above_a_note(above: int, tmp_path: Path):
    path = paper(one_page(Paragraph(["字" * above]), overdue(20)), tmp_path / "a.pdf")
    [last] = [text for text in pdf_pages.page_texts(path) if "注：本表列" in text]
    assert "E00019" in last
    assert "E00020" in last


def test_an_explanation_is_its_term_and_what_it_means(weekly: Path):
    said = unspaced(pdf_pages.page_texts(weekly)[4])
    assert "按期结案率OPS-08.9901.2026W46到期件中" in said
    assert "分子按期结案件1031，分母应结案件1100。" in said


def test_pages_are_a4(weekly: Path):
    sizes = [(round(width), round(height)) for width, height in pdf_pages.page_sizes(weekly)]
    assert sizes == [A4] * 5


def test_a_page_holds_22_lines_of_28_characters(tmp_path: Path):
    path = paper(one_page(Paragraph(["字" * 28 * 60])), tmp_path / "a.pdf")
    lines = [line for line in pdf_pages.page_texts(path)[1].splitlines() if set(line) == {"字"}]
    assert lines == ["字" * 28] * 22


def test_headings_are_bookmarks(weekly: Path):
    assert pdf_pages.headings(weekly) == [
        (1, "一、总体情况", 1),
        (1, "二、分领域情况", 2),
        (2, "（一）矛盾纠纷", 2),
        (1, "三、突出问题和风险提示", 2),
        (1, "附件1　超期未结事项清单", 3),
        (1, "附件2　指标口径说明", 5),
        (2, "闭环运行", 5),
    ]


def test_the_file_names_its_title_issuer_and_code_and_was_made_at_the_cut(weekly: Path):
    told = pdf_pages.told_of(weekly)
    assert told["Title"] == "示例市市域社会治理工作周报"
    assert told["Author"] == "示例市社会治理综合服务中心"
    assert told["Keywords"] == hand_report().code
    # Midnight in Shanghai is four in the afternoon in Greenwich.
    assert told["CreationDate"] == told["ModDate"] == "D:20261115160000Z"


def test_the_file_keeps_to_the_standards_for_archives_and_for_reading_aloud(weekly: Path):
    content = weekly.read_bytes()
    for sign in (b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<"):
        assert sign in content


def test_every_font_is_in_the_file(weekly: Path):
    fonts = pdf_pages.fonts(weekly)
    assert fonts
    assert all(font.is_embedded for font in fonts)


def test_the_same_report_is_the_same_file(weekly: Path, tmp_path: Path):
    assert paper(hand_report(), tmp_path / "again.pdf").read_bytes() == weekly.read_bytes()


@pytest.mark.parametrize(
    ("issue", "lines"),
    [
        ("第1期", ["第1期", "示例市社会治理综合服务中心 2026年11月16日"]),
        ("", ["示例市社会治理综合服务中心 2026年11月16日"]),
    ],
)
def test_the_names_below_the_masthead_keep_to_their_lines(
    issue: str, lines: list[str], tmp_path: Path
):
    path = paper(replace(hand_report(demo=False), issue=issue), tmp_path / "a.pdf")
    assert pdf_pages.page_texts(path)[0].split("\n")[1 : 1 + len(lines)] == lines


def test_a_short_issuer_stands_beside_the_issue(tmp_path: Path):
    short = replace(hand_report(demo=False), issuer="市综治中心", issue="第1期")
    text = pdf_pages.page_texts(paper(short, tmp_path / "a.pdf"))[0]
    assert "市综治中心 第1期 2026年11月16日" in text


def test_without_a_masthead_the_issuer_signs_below(tmp_path: Path):
    signed = paper(replace(hand_report(), masthead="", issue=""), tmp_path / "signed.pdf")
    text = "".join(pdf_pages.page_texts(signed)[:2])
    assert text.index("2．指标口径说明") < text.index("示例市社会治理综合服务中心\n2026年11月16日")


@pytest.mark.parametrize("lines", range(10, 22))
def test_the_signature_never_stands_alone_on_a_page(lines: int, tmp_path: Path):
    body = [Paragraph(["字" * 26]) for _ in range(lines)]
    report = replace(one_page(*body), masthead="", issue="", is_demo=False)
    texts = pdf_pages.page_texts(paper(report, tmp_path / "a.pdf"))
    page = next(text for text in texts if "2026年11月16日\n" in text)
    assert "附件：指标口径说明" in page


def test_a_paragraph_without_words_is_no_trouble(tmp_path: Path):
    path = paper(one_page(TOTAL, Paragraph([])), tmp_path / "a.pdf")
    assert b"pdfuaid" in path.read_bytes()


def test_a_report_with_nothing_that_may_be_missing_is_a_page_and_its_annex(tmp_path: Path):
    bare = replace(
        one_page(TOTAL), masthead="", issue="", issuer="", recipients=(), subtitle="", is_demo=False
    )
    path = paper(bare, tmp_path / "bare.pdf")
    assert pdf_pages.page_count(path) == 2
    assert "附件：指标口径说明" in pdf_pages.page_texts(path)[0]


def test_a_table_of_long_cells_has_its_annex_on_a_turned_page(tmp_path: Path):
    long = "东街街道第一社区老旧小区改造中临时搭建物占用消防通道，居民多次反映未得到答复"
    table = Table(
        name="清单",
        title="",
        columns=[Column(f"第{n}列", 10, is_left=True) for n in range(1, 7)],
        rows=[[long, "街道办事处", long, "住建局、城管局", "2026-11-30", "推进中"]] * 12,
    )
    report = replace(hand_report(), annexes=[Annex("重点事项台账", [table])])
    path = paper(report, tmp_path / "wide.pdf")
    sizes = {(round(width), round(height)) for width, height in pdf_pages.page_sizes(path)}
    assert sizes == {A4, A4[::-1]}
    # What the numbers mean stands upright, with the 版记 at its foot.
    assert round(pdf_pages.page_sizes(path)[-1][0]) == A4[0]


@pytest.mark.parametrize(
    "words",
    [
        "# * _ $x$ [甲] @乙 <丙> \\ / ` ~ = - +",
        "= 标题",
        "1. 一项",
        "- 一项",
        "/ 词: 义",
        "#panic(1)",
        "$ sum $",
        "*黑*与_斜_",
        "\"引\"与'引'",
        "-- --- ... // /* */",
        "http://a.b/c?d=e#f",
        "a\\nb \\u{41}",
        "~不换行~",
    ],
)
def test_signs_that_mean_something_to_the_compiler_are_printed_as_they_are(
    words: str, tmp_path: Path
):
    said = Paragraph([words, count(12, "OPS-01"), words])
    listed = Table("表", words, [Column(words)], [[words]], note=words)
    path = paper(replace(one_page(said, listed), title=words, issuer=words), tmp_path / "a.pdf")
    text = unspaced("".join(pdf_pages.page_texts(path)))
    # Title, issuer twice, sentence twice; title, head, cell and note of the table.
    assert text.count(unspaced(words)) == 9
    assert pdf_pages.told_of(path)["Title"] == words


@hypothesis_settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.text(
            st.sampled_from("".join(map(chr, range(33, 127))) + "东街街道第一社区，。（）“”—↑↓≥"),
            min_size=1,
            max_size=24,
        ),
        min_size=1,
        max_size=24,
    )
)
def test_whatever_a_name_holds_comes_back_from_the_paper(tmp_path: Path, names: list[str]):
    listed = Table("表", "", [Column("名称", is_left=True), Column("数")], [])
    figures = [Figure(n, n, source("OPS-18", f"row-{i}.name")) for i, n in enumerate(names)]
    table = replace(listed, rows=[[n, f] for n, f in zip(names, figures, strict=True)])
    path = paper(one_page(Paragraph(["甲", figures[0], "乙"]), table), tmp_path / "a.pdf")
    assert [link.words for link in pdf_pages.links(path)] == [names[0], *names]


def test_signs_that_cannot_be_printed_do_not_stop_the_report(tmp_path: Path):
    words = "甲\x00乙\x0b丙\t丁\x7f戊\r\n己\ue000庚\ud800辛\U000e0fff壬𛱀癸"
    path = paper(one_page(Paragraph([words])), tmp_path / "a.pdf")
    text = "".join(pdf_pages.page_texts(path))
    # What no character is, or only somebody's own, is 〓; 𛱀 (shorthand) is in hardly any font.
    assert "甲 乙 丙 丁 戊\n己〓庚〓辛〓壬" in text
    assert b"pdfuaid" not in path.read_bytes()


def test_a_long_code_keeps_to_its_cell(tmp_path: Path):
    code = "OPS-08.990102001001.2026W46.6FF1-A17J"
    columns = [Column(head, 10) for head in ("溯源码", "指标", "口径", "分子", "分母", "备注")]
    long = "到期件中在时限内结案的占比，申请退回的不计。"
    listed = Table("表", "", columns, [[count(1, "OPS-08"), code, *[long] * 4]])
    path = paper(one_page(listed), tmp_path / "a.pdf")
    assert code in unspaced("".join(pdf_pages.page_texts(path)))


@pytest.mark.parametrize(
    ("site_address", "trace"),
    [
        (None, "trace?n="),
        ("http://10.20.30.40:8501", "http://10.20.30.40:8501/trace?n="),
        ("http://10.20.30.40:8501/", "http://10.20.30.40:8501/trace?n="),
        ("https://gov.example/yiping/", "https://gov.example/yiping/trace?n="),
    ],
)
def test_links_lead_to_the_site_where_it_has_an_address(site_address: str | None, trace: str):
    assert trace_address(site_address) == trace


def test_the_settings_say_where_the_links_lead(site: pytest.MonkeyPatch, tmp_path: Path):
    site.setenv("YIPING_PUBLIC_ADDRESS", "http://10.20.30.40:8501")
    write_pdf(hand_report(), tmp_path / "weekly.pdf")
    first = pdf_pages.links(tmp_path / "weekly.pdf")[0]
    assert first.address == TRACE + TOTAL.figures[0].source.mark(VERSION)


def test_without_a_chinese_font_it_says_what_to_install(tmp_path: Path):
    with pytest.raises(NoChineseFontError, match="fonts-noto-cjk"):
        choose_fonts((tmp_path,), of_system=False)


def test_fonts_of_the_sites_own_folder_are_found(tmp_path: Path):
    files = {font.path for font in typst.Fonts().fonts() if font.family == "Noto Serif CJK SC"}
    for path in filter(None, files):
        (tmp_path / Path(path).name).symlink_to(path)
    chosen = choose_fonts((tmp_path,), of_system=False)
    # There is no 黑体 among them, so that headings are set in the same.
    assert {families[0] for families in chosen.faces.values()} == {"Noto Serif CJK SC"}


def test_a_machine_without_a_chinese_font_writes_no_file(site: pytest.MonkeyPatch, tmp_path: Path):
    site.setattr(
        "warehouse.report.write.pdf.choose_fonts", lambda folders: choose_fonts(of_system=False)
    )
    with pytest.raises(NoChineseFontError):
        write_pdf(hand_report(), tmp_path / "weekly.pdf")
    assert not (tmp_path / "weekly.pdf").exists()


def test_the_simplified_forms_of_an_open_font_are_taken(weekly: Path):
    names = {font.name.partition("+")[2] for font in pdf_pages.fonts(weekly)}
    assert not any(region in name for name in names for region in ("CJKjp", "CJKtc", "CJKkr"))


def test_the_moment_of_making_is_the_cut_whatever_the_time_zone(tmp_path: Path):
    report = replace(hand_report(), cut=datetime(2026, 11, 16, 9, 30))
    told = pdf_pages.told_of(paper(report, tmp_path / "a.pdf"))
    assert told["CreationDate"] == "D:20261116013000Z"
