"""Charts on paper: every value is written, the order is kept, what is missing is said."""

import re
import struct
from dataclasses import replace

import pytest

from tests.warehouse.report.hand_report import STREET_CHART, count, source
from warehouse.report.document import Chart, Figure, Series
from warehouse.report.write.chart_pictures import chart_png, chart_svg, natural_height


def written(chart: Chart) -> list[str]:
    """The words on the picture of a chart, in the order of the file."""
    svg = chart_svg(chart, width_mm=156, height_mm=natural_height(chart))
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def months(*values: float | None, kind: str = "column") -> Chart:
    figures = [None if value is None else count(value, "OPS-01") for value in values]
    names = [f"{month}月" for month in range(1, len(values) + 1)]
    return Chart("月度", "图2　月度", kind, names, [Series("上报", figures)], "件")


def test_every_place_and_every_value_is_written():
    words = written(STREET_CHART)
    assert {"东街街道", "西河镇", "南湖街道", "96.50%", "91.25%"} <= set(words)


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_a_missing_value_is_said_and_never_zero(kind: str):
    words = written(replace(STREET_CHART, kind=kind))
    assert words.count("无数据") == 1
    assert not any(word.startswith("0") and "件" in word for word in words)


def test_places_stay_in_the_order_given():
    words = written(STREET_CHART)
    assert [word for word in words if word in STREET_CHART.categories] == STREET_CHART.categories


def test_two_places_of_the_same_name_are_two_bars():
    words = written(replace(STREET_CHART, categories=["城关镇", "城关镇", "南湖街道"]))
    assert words.count("城关镇") == 2
    assert {"96.50%", "91.25%"} <= set(words)


def test_the_highest_and_the_lowest_of_three_are_named():
    words = written(months(120, 98, 131))
    assert "最高" in words
    assert "最低" in words
    assert "最高" not in written(months(120, 98))
    assert "最高" not in written(months(98, 98, 98))


def test_a_highest_that_two_of_eight_share_is_named_twice_and_one_of_three_never():
    assert written(months(131, 98, 131, 99, 99, 99, 100, 101)).count("最高") == 2
    shared = written(months(131, 98, 131, 99, 131, 99, 100, 101))
    assert "最高" not in shared
    assert shared.count("最低") == 1


def test_several_series_have_a_legend_and_no_extremes():
    two = [Series("本周", months(120, 98, 131).series[0].figures)] * 2
    words = written(replace(months(120, 98, 131), series=[two[0], replace(two[1], name="上周")]))
    assert {"本周", "上周"} <= set(words)
    assert "最高" not in words


def test_a_long_line_says_its_highest_lowest_and_last_value():
    words = written(months(*range(500, 540), 450, 620, 555, kind="line"))
    assert {"450件", "620件", "555件"} <= set(words)
    assert "510件" not in words


def test_a_chart_of_which_nothing_is_known_says_so_at_every_place():
    assert written(months(None, None)).count("无数据") == 2


def test_text_cannot_be_drawn():
    figure = Figure("E00001", "E00001", source("OPS-18", "row-1.event_id"))
    with pytest.raises(TypeError, match="E00001"):
        written(replace(months(1), series=[Series("编号", [figure])]))


def test_the_picture_has_the_size_asked_for_and_is_the_same_every_time():
    picture = chart_png(STREET_CHART, width_mm=156, height_mm=60, dpi=300)
    width, height = struct.unpack(">II", picture[16:24])
    assert (width, height) == (pytest.approx(156 / 25.4 * 300, abs=2), pytest.approx(709, abs=2))
    assert picture == chart_png(STREET_CHART, width_mm=156, height_mm=60, dpi=300)
