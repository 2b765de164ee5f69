"""The weekly report of the hand city, as a document that no format has touched."""

import re
from datetime import date

import polars as pl
import pytest

from warehouse.access.scope import Scope
from warehouse.read import reports
from warehouse.read.connection import whole_site
from warehouse.report.compose import compose
from warehouse.report.document import Document, Entry, Paragraph, Table, words_of
from warehouse.report.facts import NoSuchReportError
from warehouse.report.kinds import KINDS
from warehouse.report.sections.contents import CONTENTS
from warehouse.report.template import Template

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT = "990199000000"
WEEK_13 = date(2026, 3, 23)


def weekly(week: date = WEEK_13, area: str = DISTRICT, **told: object) -> Document:
    return compose(
        whole_site(), KINDS["weekly"], area, week, template=Template.model_validate(told)
    )


def prose(report: Document) -> str:
    return "\n".join(block.text for block in report.blocks if isinstance(block, Paragraph))


def table(report: Document, name: str) -> Table:
    return next(b for b in report.blocks if isinstance(b, Table) and b.name == name)


def test_the_sentences_carry_the_numbers_of_the_week():
    """One event reported, one due and closed in time, one still open past its deadline."""
    words = prose(weekly())

    assert "本周全区共上报网格事件1件" in words
    assert "应结案1件，结案1件；按期结案1件。" in words
    assert "期末超期未结1件" in words


def test_it_says_of_which_week_and_which_issue_it_is():
    report = weekly(first_issue=date(2026, 3, 9))

    assert report.subtitle == "2026年第13周（3月23日—3月29日）"
    assert report.issue == "第13期（总第3期）"
    assert report.code.startswith("RPT-01.990199.2026W13.")


def test_what_has_no_value_is_a_dash_and_is_named():
    report = weekly()
    lines = {words_of(row[0]).rstrip("*"): row for row in table(report, "主要指标").rows}

    assert "分母为零或无数据，以“—”表示，不按零处理" in prose(report)
    assert lines["回访满意率"][1] == "—"
    assert words_of(lines["按期结案率"][1]) == "100.00%"


def test_the_overdue_list_is_as_long_as_the_indicator_says():
    report = weekly()
    lines = {words_of(row[0]).rstrip("*"): row for row in table(report, "主要指标").rows}

    assert words_of(lines["超期未结"][1]) == f"{len(table(report, '超期未结').rows)}件"


def test_every_line_has_its_definition_with_a_code():
    report = weekly()
    defined = {words_of(row[0]) for row in report.definitions.rows}

    assert defined == {words_of(row[0]).rstrip("*") for row in table(report, "指标汇总").rows}
    assert all(".990199.2026W13." in words_of(row[-1]) for row in report.definitions.rows)


def test_paper_explains_each_line_under_its_group_and_with_what_it_divides():
    report = weekly()
    explained = {
        block.term: block.text for block in report.explanations if isinstance(block, Entry)
    }
    groups = [block.text for block in report.explanations if isinstance(block, Paragraph)]

    assert list(explained)[1:] == [words_of(row[0]) for row in report.definitions.rows]
    assert "OPS-08.990199.2026W13." in explained["按期结案率"]
    assert re.search(r"分子按期结案数\d+，分母应结案数\d+。依据：", explained["按期结案率"])
    assert "分子" not in explained["超期未结"]
    assert groups[0] == "闭环运行"
    assert len(groups) == len(set(groups))


def test_marks_are_short_enough_for_a_word_tag():
    report = weekly()

    assert max(len(figure.source.mark(report.version)) for figure in report.figures) <= 64


def test_sections_are_numbered_in_the_order_that_the_template_gives():
    report = weekly(sections=("remarks", "overall"))

    assert [section.title for section in report.sections] == ["一、数据说明", "二、总体情况"]


@pytest.mark.parametrize("kind", sorted(CONTENTS))
def test_no_kind_fails_on_a_place_or_period_without_data(kind: str):
    starts = {"week": date(2026, 3, 16), "month": date(2026, 2, 1), "quarter": date(2026, 1, 1)}
    starts |= {"half": date(2026, 1, 1), "year": date(2026, 1, 1)}
    start = starts[KINDS[kind].period_type]
    for area in (DISTRICT, "990199001000", "990199001001"):
        report = compose(whole_site(), KINDS[kind], area, start, template=Template())
        assert report.sections


@pytest.mark.parametrize("kind", sorted(CONTENTS))
@pytest.mark.parametrize("area", ["990199001000", "990199001001"])
def test_every_kind_is_made_for_a_reader_who_sees_one_place_only(kind: str, area: str):
    starts = {"week": WEEK_13, "month": date(2026, 3, 1), "quarter": date(2026, 1, 1)}
    starts |= {"half": date(2026, 1, 1), "year": date(2026, 1, 1)}
    narrow = Scope(whole_site().version, area)

    report = compose(
        narrow, KINDS[kind], area, starts[KINDS[kind].period_type], template=Template()
    )

    assert {figure.source.number.area_code[:9] for figure in report.figures} == {area[:9]}


def test_a_community_is_not_shown_what_is_kept_from_the_street_up():
    report = weekly(area="990199001001")
    lines = {words_of(row[0]).rstrip("*") for row in table(report, "指标汇总").rows}

    assert "按期结案率" in lines
    assert "回访满意率" not in lines


def test_a_week_that_is_not_there_is_refused_with_a_sentence():
    with pytest.raises(NoSuchReportError, match="outside the data"):
        weekly(date(2031, 1, 6))


def test_a_control_character_in_the_data_does_not_reach_the_paper(
    monkeypatch: pytest.MonkeyPatch,
):
    def overdue(*asked: object) -> pl.DataFrame:
        return found(*asked).with_columns(matter_name=pl.lit("房屋\x0b漏水"))

    found = reports.overdue
    monkeypatch.setattr(reports, "overdue", overdue)

    assert "“房屋 漏水”" in prose(weekly())


def test_composed_twice_it_is_the_same():
    assert weekly() == weekly()
