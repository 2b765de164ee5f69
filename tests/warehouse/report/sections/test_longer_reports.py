"""The quarterly, half-yearly and annual of the hand city: whole documents from its marts."""

from datetime import date

import pytest

from warehouse.read.connection import whole_site
from warehouse.report.compose import compose
from warehouse.report.document import Document, Paragraph, Table, words_of
from warehouse.report.kinds import KINDS
from warehouse.report.template import Template

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT, STREET = "990199000000", "990199002000"
START = date(2026, 1, 1)


def report(kind: str, area: str = DISTRICT) -> Document:
    return compose(whole_site(), KINDS[kind], area, START, template=Template())


def prose(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks if isinstance(block, Paragraph))


def table(document: Document, name: str) -> Table:
    return next(b for b in document.blocks if isinstance(b, Table) and b.name == name)


@pytest.mark.parametrize("kind", ["quarterly", "half-yearly", "annual"])
@pytest.mark.parametrize("area", [DISTRICT, STREET, "990199002001"])
def test_every_place_has_every_kind_and_every_number_a_mark_that_word_can_hold(kind, area):
    made = report(kind, area)

    assert made.sections
    assert all(len(figure.source.mark(made.version)) <= 64 for figure in made.figures)


def test_the_half_names_itself():
    made = report("half-yearly")

    assert made.subtitle == "2026年上半年"
    assert "上半年各类督导共发现问题5个，其中月调度3个、季讲评1个、半年督查1个。" in prose(made)


def test_the_rectification_list_has_finding_evidence_unit_deadline_and_state():
    listed = table(report("half-yearly"), "督导问题整改清单")
    first = [words_of(cell) for cell in listed.rows[0]]

    # F3 has no evidence in the feed; six days past 25 March at the end of 31 March.
    assert first[1:5] == ["F3", first[2], "超期件未说明原因", "—"]
    assert first[5:] == ["2026-03-02", "2026-03-25", "—", "逾期未改", "6天"]


def test_few_items_are_counted_and_get_no_rate():
    """Four findings due: 2 of 4 in time is told, 50 % is not."""
    words = prose(report("half-yearly"))

    assert "到期的督导问题4个，按期整改2个。" in words


def test_a_year_is_compared_once():
    heads = [column.head for column in table(report("annual"), "主要指标").columns]

    assert heads == ["指标", "本年度", "上年度", "比上年", "目标", "状态"]


def test_the_four_contents_of_petitions_are_all_there():
    words = prose(report("annual"))

    for head in ("统计数据、涉及领域和责任单位", "转送、交办和督办", "建议和采纳", "其他需要报告"):
        assert head in words


def test_nobody_is_named_on_a_handful_of_items():
    words = prose(report("quarterly"))

    assert "予以通报批评" not in words
    assert "予以通报表扬" not in words
