"""What sets a file apart from the report that it should be."""

from dataclasses import replace

from warehouse.report.check.compare import differences, with_marks
from warehouse.report.check.found import Found, Loose, ReadBack
from warehouse.report.check.judge import Fault

TOTAL = Found("OPS-01.990102.2026W46.6FF1-A17J#v", "1204件", None, "第3段")
RATE = Found("OPS-08.990102.2026W46.6FF1-A17J#v", "93.72%", None, "第3段")
TEXT = Loose("本周共上报□，环比上升；按期结案率□，环比下降。", "第3段")
REPORT = ReadBack([TOTAL, RATE], [TEXT], [Loose("事件上报量走势", "第2张图")])


def file(*found: Found, text: str = TEXT.text) -> ReadBack:
    return replace(REPORT, found=found, loose=[Loose(text, "第3段")])


def test_the_report_itself_is_not_set_apart():
    assert differences(REPORT, REPORT).number == 0


def test_blanks_and_where_paragraphs_stand_do_not_matter():
    again = [
        Loose(" ", "第1段"),
        Loose(" 本周共上报□， 环比上升；按期结案率□，环比下降。", "第9段"),
    ]

    assert differences(replace(REPORT, loose=again), REPORT).number == 0


def test_a_number_that_was_removed_is_missing_by_its_mark():
    found = differences(file(TOTAL), REPORT)

    assert found.missing == [Fault("第3段", "", "93.72%", RATE.mark, "文件中没有这个数")]
    assert found.altered == []


def test_a_number_that_stands_twice_and_should_once_is_too_many():
    found = differences(file(TOTAL, RATE, replace(TOTAL, where="第7段")), REPORT)

    assert found.altered == [Fault("第7段", "1204件", "", TOTAL.mark, "报告中没有这个数")]


def test_two_numbers_that_changed_places_are_seen():
    (found,) = differences(file(RATE, TOTAL), REPORT).altered

    assert found.message == "数字的次序与报告不同"


def test_a_decimal_less_is_another_way_of_printing():
    (found,) = differences(file(TOTAL, replace(RATE, words="93.7%")), REPORT).altered

    assert (found.said, found.expected) == ("93.7%", "93.72%")
    assert found.message == "写法与报告不同"


def test_a_cell_in_another_number_format_is_another_way_of_printing():
    cell = Found(RATE.mark, "", 93.7243, "主要指标!B6", "0.00%")
    written = ReadBack([cell], [])

    (found,) = differences(ReadBack([replace(cell, form="0%")], []), written).altered

    assert (found.said, found.expected) == ("93.7243（0%）", "93.7243（0.00%）")


def test_a_verb_that_was_turned_is_told_with_what_stands_around_it():
    turned = "本周共上报□，环比下降；按期结案率□，环比下降。"

    (found,) = differences(file(TOTAL, RATE, text=turned), REPORT).altered

    assert found == Fault("第3段", "环比下降；", "环比上升；", "", "文字与报告不同")


def test_text_that_was_put_in_or_taken_out_is_told():
    longer = TEXT.text + "各单位成绩显著。"

    (more,) = differences(file(TOTAL, RATE, text=longer), REPORT).altered
    (less,) = differences(REPORT, file(TOTAL, RATE, text=longer)).altered

    assert (more.said, more.expected) == ("各单位成绩显著。", "")
    assert (less.said, less.expected) == ("", "各单位成绩显著。")


def test_what_stands_beside_the_text_is_compared_too():
    (found,) = differences(
        replace(REPORT, beside=[Loose("事件办结量走势", "第2张图")]), REPORT
    ).altered

    assert (found.where, found.said) == ("第2张图", "事件办结量走势")


def test_long_texts_are_cut_where_they_are_told():
    (found,) = differences(file(TOTAL, RATE, text=TEXT.text + 100 * "好"), REPORT).altered

    assert found.said == 60 * "好" + "…"


def test_marks_that_were_dropped_come_back_where_the_words_agree():
    bare = file(replace(TOTAL, mark=""), replace(RATE, mark="", words="94.72%"))

    assert [number.mark for number in with_marks(bare, REPORT).found] == [TOTAL.mark, ""]


def test_digits_that_a_spreadsheet_program_rounds_away_are_the_same():
    cell = Found(RATE.mark, "", 3.852769177846577, "主要指标!B6")
    rounded = replace(cell, value=3.85276917784658)

    assert differences(ReadBack([rounded], []), ReadBack([cell], [])).number == 0
