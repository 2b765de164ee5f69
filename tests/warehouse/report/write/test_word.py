"""The Word file holds what the report holds, each number with its 溯源码."""

import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from tests.warehouse.report.hand_report import hand_report
from tests.warehouse.report.write.word_reading import Word, on_paper
from warehouse.report.document import Annex, Column, Document, Figure, Table
from warehouse.report.write.word import write_word


@pytest.fixture(scope="module")
def report() -> Document:
    return hand_report()


@pytest.fixture(scope="module")
def word(report: Document, tmp_path_factory: pytest.TempPathFactory) -> Word:
    return Word(report, tmp_path_factory.mktemp("word") / "周报.docx")


def test_every_number_on_paper_stands_in_a_control_with_its_mark(word: Word, report: Document):
    assert Counter((c.words, c.tag) for c in word.controls) == on_paper(report)


def test_a_click_on_a_number_shows_its_code_and_no_two_controls_have_one_id(word: Word):
    assert all(c.title == c.tag.partition("#")[0] for c in word.controls)
    assert len({c.number for c in word.controls}) == len(word.controls)
    assert max(len(c.tag) for c in word.controls) <= 64


def test_numbers_stand_in_their_sentence(word: Word):
    assert word.of_style("Body Text")[0] == (
        "本周全市共上报网格事件1204件，日均172件，环比上升9.45%。"
        "应结案1100件，按期结案1031件，按期结案率93.73%，环比提高0.42个百分点。"
    )


def test_headings_are_headings(word: Word):
    assert word.of_style("Heading 1") == [
        "一、总体情况",
        "二、分领域情况",
        "三、突出问题和风险提示",
    ]
    assert word.of_style("Heading 2") == ["（一）矛盾纠纷"]


def test_the_head_names_report_issue_issuer_and_day(word: Word):
    assert word.of_style("Masthead") == ["示例市市域社会治理工作简报"]
    assert word.of_style("Issue") == [
        "第46期（总第98期）",
        "示例市社会治理综合服务中心\t2026年11月16日",
    ]
    assert word.of_style("Title") == ["示例市市域社会治理工作周报"]
    assert word.of_style("Subtitle") == ["2026年第46周（11月9日—11月15日）"]


def test_tables_have_their_heads_and_only_the_printed_rows(word: Word):
    main, overdue, imprint = word.tables
    assert main[0] == ["指标", "本周", "上周", "环比", "目标", "状态"]
    assert main[2] == ["按期结案率", "93.73%", "93.31%", "↑0.42", "≥95%", "关注"]
    assert main[-1] == ["注：“—”为无可计算的数据或未设目标。"]
    assert len(overdue) == 1 + 50 + 1
    assert imprint == [
        ["抄送：市委办公室，市政府办公室。\u3000示例市社会治理综合服务中心\t2026年11月16日印发"]
    ]


def test_an_explanation_is_its_term_and_what_it_means(word: Word):
    assert word.of_style("Entry Head") == ["闭环运行"]
    [said] = word.of_style("Entry")
    assert said.startswith("按期结案率　OPS-08.9901.2026W46　到期件中")
    assert said.endswith("分子按期结案件1031，分母应结案件1100。")


def test_heads_repeat_and_rows_stay_whole(word: Word):
    for table in word.document.tables[:2]:
        first, *others = table._tbl.tr_lst
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in (first, *others))


def test_a_chart_says_its_numbers_with_their_marks(word: Word, report: Document):
    [text] = word.alternatives
    chart = report.sections[0].body[2]
    high, low, _ = chart.series[0].figures
    assert text.split("\n") == [
        "东街街道按期结案率最高，西河镇最低，南湖街道本周无应结案件。",
        f"东街街道·按期结案率 96.50% {high.source.mark(report.version)}",
        f"西河镇·按期结案率 91.25% {low.source.mark(report.version)}",
        "南湖街道·按期结案率 无数据",
    ]


def test_annexes_are_listed_below_the_text_and_begin_on_new_pages(word: Word):
    assert word.of_style("Annex List") == ["附件：1．超期未结事项清单", "2．指标口径说明"]
    assert word.of_style("Annex Mark") == ["附件1", "附件2"]
    assert word.of_style("Annex Title") == ["超期未结事项清单", "指标口径说明"]
    marks = [p for p in word.document.paragraphs if p.style.name == "Annex Mark"]
    assert all(mark.paragraph_format.page_break_before for mark in marks)


def test_every_page_says_what_it_is(word: Word, report: Document, tmp_path: Path):
    section = word.document.sections[0]
    for head in (section.header, section.even_page_header):
        assert [line.text for line in head.paragraphs] == [
            "演示数据：由程序生成，不反映任何真实地区"
        ]
    for foot in (section.footer, section.even_page_footer):
        assert foot.paragraphs[1].text == report.footer
    real = Word(hand_report(demo=False, final=True), tmp_path / "real.docx")
    assert real.document.sections[0].header.paragraphs[0].text == ""
    assert "第2版（定稿）" in real.document.sections[0].footer.paragraphs[1].text


def test_a_report_without_masthead_is_signed(report: Document, tmp_path: Path):
    plain = Word(replace(report, masthead="", annexes=[], recipients=()), tmp_path / "plain.docx")
    assert plain.of_style("Masthead") == []
    assert plain.of_style("Signature") == ["示例市社会治理综合服务中心", "2026年11月16日"]
    assert plain.of_style("Annex List") == ["附件：指标口径说明"]
    assert plain.of_style("Annex Mark") == ["附件"]
    assert len(plain.tables) == 1
    # Nothing else says which issue it is.
    assert plain.of_style("Subtitle") == ["第46期（总第98期）", "2026年第46周（11月9日—11月15日）"]


def test_a_long_title_is_broken_between_words_into_lines_of_about_one_length(
    report: Document, tmp_path: Path
):
    title = "示例经济技术开发区市域社会治理工作年度考核报告"
    word = Word(replace(report, title=title), tmp_path / "long.docx")
    [line] = [p for p in word.document.paragraphs if p.style.name == "Title"]
    assert line.text == "示例经济技术开发区\n市域社会治理工作年度考核报告"


def test_an_issuer_with_a_long_name_has_a_line_of_its_own(report: Document, tmp_path: Path):
    issuer = "示例市市域社会治理现代化工作领导小组办公室"
    word = Word(replace(report, issuer=issuer), tmp_path / "issuer.docx")
    line = [p for p in word.document.paragraphs if p.style.name == "Issue"][1]
    assert line.text == f"{issuer}\n\t2026年11月16日"


def test_a_wide_list_lies_across_its_page_and_the_next_annex_stands(
    report: Document, tmp_path: Path
):
    columns = [Column(f"第{number}列的名称", 10) for number in range(1, 13)]
    row = [
        Figure(f"{n}2345.67元", n, report.sections[0].body[0].figures[0].source) for n in range(12)
    ]
    wide = Annex("宽表", [Table("宽表", "", columns, [row])])
    word = Word(replace(report, annexes=[*report.annexes, wide]), tmp_path / "wide.docx")
    assert [section.orientation for section in word.document.sections] == [0, 1, 0]
    assert Counter((c.words, c.tag) for c in word.controls) == on_paper(
        replace(report, annexes=[*report.annexes, wide])
    )


def test_no_part_is_damaged_and_no_relation_leads_nowhere(word: Word):
    parts = word.parts()
    assert "docProps/thumbnail.jpeg" not in parts
    used = {
        value
        for element in parts["word/document.xml"].iter()
        for name, value in element.attrib.items()
        if name in (qn("r:id"), qn("r:embed"))
    }
    known = {relation.get("Id") for relation in parts["word/_rels/document.xml.rels"]}
    assert used <= known
    styles = {s.get(qn("w:styleId")) for s in parts["word/styles.xml"].iter(qn("w:style"))}
    named = {s.get(qn("w:val")) for s in parts["word/document.xml"].iter(qn("w:pStyle"))}
    assert named <= styles
    for cell in parts["word/document.xml"].iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")


def test_the_same_report_is_the_same_file(report: Document, tmp_path: Path):
    first, second = tmp_path / "first.docx", tmp_path / "second.docx"
    write_word(report, first)
    time.sleep(2.1)
    write_word(report, second)
    assert first.read_bytes() == second.read_bytes()
