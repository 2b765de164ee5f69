"""The slides: a conclusion each, native charts and tables, sources in the notes."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from tests.warehouse.report.hand_report import (
    CITY,
    STREET_CHART,
    TOTAL,
    VERSION,
    count,
    hand_report,
    overdue,
    rate,
)
from warehouse.report.document import (
    DEMO_WORDS,
    Chart,
    Column,
    Document,
    Figure,
    Paragraph,
    Section,
    Series,
    Slide,
    Source,
    Table,
)
from warehouse.report.write.slides import write_slides
from warehouse.trace_code import Number

SHORT = Paragraph(["超期未结", count(12, "OPS-18"), "。"])


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return written(hand_report(), tmp_path_factory.mktemp("slides"))


def written(report: Document, folder: Path) -> Any:
    path = folder / "report.pptx"
    write_slides(report, path)
    return Presentation(str(path))


def with_slides(*slides: Slide) -> Document:
    return replace(hand_report(), sections=[Section("all", "一、总体情况", [], slides)])


def texts(slide: Any) -> list[str]:
    """Every text on a slide, tables cell by cell."""
    boxes = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    return [*boxes, *(cell.text for table in tables for row in table.rows for cell in row.cells)]


def notes(slide: Any) -> list[str]:
    return list(slide.notes_slide.notes_text_frame.text.split("\n"))


def chart_of(slide: Any) -> Any:
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    return frame.chart


def test_there_is_a_cover_a_slide_for_each_conclusion_and_an_end(deck: Any):
    assert [slide.shapes.title.text_frame.text for slide in deck.slides] == [
        "示例市市域社会治理工作周报",
        TOTAL.text.removesuffix("。"),
        "东街街道按期结案率96.50%，居首位",
        "超期未结12件，其中最长的已超期6.3天",
        "每个数字都可以凭溯源码查到来源。",
    ]


def test_the_notes_name_every_figure_of_the_slide_in_order(deck: Any):
    slides = hand_report().slides
    for drawn, slide in zip(list(deck.slides)[1:-1], slides, strict=True):
        lines = [line for line in notes(drawn) if " = " in line]
        assert lines == [f"{f.words} = {f.source.mark(VERSION)}" for f in slide.figures]


def test_the_notes_say_where_the_numbers_come_from_in_words(deck: Any):
    assert notes(deck.slides[2])[:2] == [
        "数字来源",
        "按期结案率（OPS-08）：2026年第46周（11月9日—11月15日）；单位%",
    ]
    assert "OPS-01：2026年第46周（11月9日—11月15日）；单位件、%" in notes(deck.slides[1])


def test_the_periods_of_a_chart_are_said_once(tmp_path: Path):
    weeks = [date(2026, 11, 2), date(2026, 11, 9)]
    figures = [
        Figure(f"{80 + place}件", 80 + place, Source(Number("OPS-01", CITY, "week", start)))
        for place, start in enumerate(weeks)
    ]
    chart = Chart("近期", "", "column", ["上周", "本周"], [Series("上报量", figures)], "件")
    slide = written(with_slides(Slide(Paragraph(["两周上报量相近。"]), chart)), tmp_path).slides[1]
    assert notes(slide)[1] == (
        "OPS-01：2026年第45周（11月2日—11月8日）至2026年第46周（11月9日—11月15日），共2期；单位件"
    )


def test_a_slide_without_numbers_has_the_code_of_the_report(deck: Any):
    assert "报告溯源码：RPT-01.9901.2026W46.6EWS-XCNJ" in notes(deck.slides[0])


def test_the_table_is_real(deck: Any):
    words = texts(deck.slides[1])
    assert {"按期结案率", "93.73%", "↑0.42", "≥95%", "—"} <= set(words)


def test_the_chart_can_be_edited_and_what_is_missing_is_a_gap(deck: Any):
    chart = chart_of(deck.slides[2])
    (series,) = chart.plots[0].series
    assert list(chart.plots[0].categories) == ["东街街道", "西河镇", "南湖街道"]
    assert list(series.values) == [96.5, 91.25, None]
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert [cell.value for cell in book.active["B"]] == ["按期结案率", 96.5, 91.25, None]
    assert "空缺处为没有可计算的数据，不是0。" in texts(deck.slides[2])


def test_labels_are_printed_as_in_the_report_and_bars_begin_at_zero(deck: Any):
    chart = chart_of(deck.slides[2])
    (series,) = chart.plots[0].series
    assert (series.data_labels.number_format, series.data_labels.show_value) == ('0.00"%"', True)
    assert chart.value_axis.minimum_scale == 0


def test_axes_are_numbered_as_the_standard_allows(deck: Any):
    axes = chart_of(deck.slides[2])._chartSpace.xpath(".//c:axId | .//c:crossAx")
    assert axes
    assert all(0 <= int(axis.get("val")) < 2**31 for axis in axes)


def test_a_chart_says_in_words_what_it_shows(deck: Any):
    (frame,) = (shape for shape in deck.slides[2].shapes if shape.has_chart)
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == STREET_CHART.takeaway


def test_every_slide_has_footer_page_number_and_the_mark_of_invented_data(deck: Any):
    for slide in deck.slides:
        assert {hand_report().footer, DEMO_WORDS} <= set(texts(slide))
        assert slide._element.xpath('.//a:fld[@type="slidenum"]')


def test_no_two_shapes_of_a_slide_have_one_number(deck: Any):
    for slide in deck.slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(set(numbers)) == len(numbers)


def test_real_data_carry_no_mark_of_invention(tmp_path: Path):
    for slide in written(hand_report(demo=False), tmp_path).slides:
        assert DEMO_WORDS not in texts(slide)


def lines(points: int, values: Sequence[float | None] | None = None) -> Chart:
    found = values or [90.0 + place for place in range(points)]
    figures = [None if value is None else rate(value, "OPS-08") for value in found]
    weeks = [f"第{place}周" for place in range(1, points + 1)]
    return Chart("近期", "", "line", weeks, [Series("按期结案率", figures)], "%")


def labelled_points(chart: Any) -> list[int]:
    """Which points have a label of their own."""
    labels = chart.plots[0].series[0]._element.xpath("c:dLbls/c:dLbl/c:idx")
    return [int(label.get("val")) for label in labels]


def test_a_long_line_is_labelled_at_its_last_value_only(tmp_path: Path):
    slides = [Slide(SHORT, lines(8)), Slide(SHORT, lines(12, [*range(80, 91), None]))]
    deck = written(with_slides(*slides), tmp_path)
    short, long = (chart_of(deck.slides[place]) for place in (1, 2))
    assert (labelled_points(short), short.value_axis.visible) == ([], False)
    assert short.plots[0].series[0].data_labels.show_value
    assert (labelled_points(long), long.value_axis.visible) == ([10], True)


def test_a_long_table_says_how_many_rows_are_in_the_workbook(tmp_path: Path):
    deck = written(with_slides(Slide(SHORT, overdue(60))), tmp_path)
    words = texts(deck.slides[1])
    shown = sum(word.startswith("E0") for word in words)
    assert 8 <= shown <= 15
    assert f"另有{60 - shown}行见同期Excel附表“超期未结”。" in words
    # What is not shown has no line in the notes.
    assert sum(" = E0" in f" = {line}" for line in notes(deck.slides[1])) == shown


def test_a_title_that_needs_more_than_two_lines_is_parted_after_a_sentence(tmp_path: Path):
    long = Paragraph([*TOTAL.parts, "超期未结", count(12, "OPS-18"), "，环比减少", *SHORT.parts])
    slide = written(with_slides(Slide(long, STREET_CHART)), tmp_path).slides[1]
    title = slide.shapes.title.text_frame.text
    assert title == TOTAL.text.removesuffix("。")
    assert long.text.removeprefix(f"{title}。") in texts(slide)
    assert slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt >= 24


def test_a_point_that_counts_itself_has_no_bullet(tmp_path: Path):
    points = [Paragraph(["一是逐件明确办结时间。"]), Paragraph(["请各单位在会上说明。"])]
    slide = written(with_slides(Slide(SHORT, None, points)), tmp_path).slides[1]
    lines = slide.placeholders[1].text_frame.paragraphs
    assert [len(line._p.xpath("a:pPr/a:buNone")) for line in lines] == [1, 0]


def test_a_title_does_not_end_in_a_semicolon(tmp_path: Path):
    parts = [*TOTAL.parts[:-1], "；", *TOTAL.parts]
    slide = written(with_slides(Slide(Paragraph(parts), STREET_CHART)), tmp_path).slides[1]
    assert slide.shapes.title.text_frame.text == TOTAL.text.removesuffix("。")


def wide_table(rows: int) -> Table:
    matter = "推进老旧小区楼道堆物清理专项行动，完成首批小区整治并建立长效管理机制"
    heads = [Column("序号"), *(Column(f"第{place}列", is_left=True) for place in range(1, 9))]
    return Table("事项", "表1　事项", heads, [[str(row), *[matter] * 8] for row in range(rows)])


FULL = [
    Slide(TOTAL, STREET_CHART, [TOTAL] * 4),
    Slide(TOTAL, overdue(60), [TOTAL] * 3),
    Slide(TOTAL, wide_table(20), [SHORT]),
    Slide(Paragraph([*TOTAL.parts, *TOTAL.parts, *TOTAL.parts]), None, [TOTAL] * 4),
    Slide(Paragraph([*TOTAL.parts, *TOTAL.parts])),
    Slide(SHORT, lines(30), [SHORT] * 2),
]


EDGES = {
    "no value at all": lines(3, [None, None, None]),
    "one point": lines(1),
    "below zero": replace(lines(3, [-2.0, 1.0, 3.0]), kind="column"),
    "forty bars": replace(lines(40), kind="bar"),
    "a table without rows": Table("空表", "表1　空表", [Column("甲"), Column("乙")], []),
    "twenty columns": Table(
        "宽表", "", [Column(f"第{n}列") for n in range(20)], [[rate(93, "OPS-08")] * 20] * 3
    ),
}


@pytest.mark.parametrize("shown", EDGES.values(), ids=EDGES.keys())
def test_what_is_empty_or_large_is_drawn_within_the_slide(shown: Chart | Table, tmp_path: Path):
    slide = written(with_slides(Slide(SHORT, shown, [SHORT])), tmp_path).slides[1]
    (frame,) = (shape for shape in slide.shapes if shape.has_chart or shape.has_table)
    assert frame.left + frame.width <= 13.333 * 914400
    assert frame.top + frame.height <= 6.92 * 914400


def test_a_column_below_zero_is_not_cut_off(tmp_path: Path):
    deck = written(with_slides(Slide(SHORT, EDGES["below zero"])), tmp_path)
    assert chart_of(deck.slides[1]).value_axis.minimum_scale is None


def test_nothing_reaches_over_the_edge_of_a_slide(tmp_path: Path):
    deck = written(with_slides(*FULL), tmp_path)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_tables_and_charts_stand_above_the_footer_and_not_on_points(tmp_path: Path):
    deck = written(with_slides(*FULL), tmp_path)
    for slide in list(deck.slides)[1:-1]:
        frames = [shape for shape in slide.shapes if shape.has_chart or shape.has_table]
        points = [shape for shape in slide.placeholders if shape.placeholder_format.idx == 1]
        for frame in frames:
            rows = frame.table.rows if frame.has_table else ()
            bottom = frame.top + max(frame.height, sum(row.height for row in rows))
            assert bottom <= 6.92 * 914400
            for place in points:
                beside = frame.left + frame.width <= place.left
                assert beside or bottom <= place.top


def test_text_is_large_enough_to_be_read_from_the_back(deck: Any):
    for slide in deck.slides:
        for shape in slide.placeholders:
            if shape.placeholder_format.idx < 10:
                runs = [run for line in shape.text_frame.paragraphs for run in line.runs]
                assert all(run.font.size.pt >= 18 for run in runs)


def test_the_deck_is_wide_with_three_layouts_and_chinese_fonts(deck: Any):
    assert (deck.slide_width, deck.slide_height) == (12191695, 6858000)
    assert [layout.name for layout in deck.slide_layouts] == ["封面", "结论与要点", "结论"]
    (theme,) = (
        relation.target_part
        for relation in deck.slide_master.part.rels.values()
        if relation.reltype.endswith("/theme")
    )
    assert theme.blob.decode().count('<a:ea typeface="微软雅黑"/>') == 2


def test_the_same_report_gives_the_same_bytes(tmp_path: Path):
    for name in ("one.pptx", "two.pptx"):
        write_slides(hand_report(), tmp_path / name)
    assert (tmp_path / "one.pptx").read_bytes() == (tmp_path / "two.pptx").read_bytes()
