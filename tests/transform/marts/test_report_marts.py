"""The lists of longer reports on the hand city: the first quarter of 2026, just over."""

from datetime import date

import pytest

from warehouse.read import report_assessment, report_people, report_supervision
from warehouse.read.connection import fetch, whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT, QUARTER = "990199000000", ("quarter", date(2026, 1, 1))
STREET = "990199002000"


def value(code: str, part: str) -> float:
    found = fetch(
        whole_site(),
        """
        select numerator, denominator from indicators.indicator_values
        where indicator_code = $code and area_code = $area and period_type = 'quarter'
            and period_start = date '2026-01-01'
        """,
        code=code,
        area=DISTRICT,
    )
    number: float = found[part][0]
    return number


def test_overdue_findings_come_first_then_open_ones_then_late_ones():
    rows = report_supervision.findings(whole_site(), DISTRICT, *QUARTER)

    assert rows.select("finding_id", "title", "state", "days_late").rows() == [
        # Due on 25 March; the last day that counts is the 31st.
        ("F3", "超期件未说明原因", "逾期未改", 6),
        ("F5", "值班制度不落实", "整改中", None),
        ("F2", "调解台账登记不完整", "逾期整改", 2),
        ("F1", "派遣件签收不及时", "按期整改", None),
        ("F4", None, "按期整改", None),
    ]


def test_a_street_has_its_own_findings_only():
    rows = report_supervision.findings(whole_site(), STREET, *QUARTER)

    assert rows["finding_id"].to_list() == ["F3", "F5", "F4"]


def test_the_units_add_up_to_the_rectification_rate():
    rows = report_supervision.finding_units(whole_site(), DISTRICT, *QUARTER)

    assert rows["due_count"].sum() == value("POL-06", "denominator") == 4
    assert rows["on_time_count"].sum() == value("POL-06", "numerator") == 2
    assert not any(rows["is_repeat"])


def test_every_dimension_is_counted_by_its_checks():
    rows = report_supervision.compliance(whole_site(), DISTRICT, *QUARTER)

    assert rows.select("unit_word", "dimension", "checked_count", "passed_count").rows()[:5] == [
        # C1, C5 and C9 passed; C15 did not.
        ("网格", "划好网格", 4, 3),
        ("网格", "配齐人员", 3, 2),
        ("网格", "建立机制", 2, 2),
        ("网格", "有序运行", 2, 2),
        ("部门", "划好网格", 1, 1),
    ]


def test_tasks_stand_by_state_and_a_problem_without_evidence_is_not_struck_off():
    rows = report_supervision.tasks(whole_site(), DISTRICT, *QUARTER)

    assert rows.select("task_id", "state", "days_late").rows() == [
        ("K3", "逾期未完成", 11),
        ("Q2", "待补佐证", None),
        ("K5", "推进中", None),
        ("Q3", "推进中", None),
        ("K2", "逾期完成", 2),
        ("K1", "按期完成", None),
        ("K4", "按期完成", None),
        ("Q1", "已销号", None),
    ]


@pytest.mark.parametrize("aspect", ["渠道", "目的", "领域", "责任单位"])
def test_petitions_by_any_aspect_are_all_petitions(aspect: str):
    rows = report_people.petitions(whole_site(), DISTRICT, *QUARTER)
    named = rows.filter(rows["aspect"] == aspect)

    assert named["pieces"].sum() == value("LAW-19", "numerator")


def test_services_by_kind_add_up_to_the_hours():
    rows = report_people.services(whole_site(), DISTRICT, *QUARTER)

    assert rows["hours"].sum() == pytest.approx(value("MOR-09", "numerator"))


def test_what_happened_to_petitions_is_counted_when_it_happened():
    (row,) = report_people.petition_flow(whole_site(), DISTRICT, *QUARTER).to_dicts()

    assert row["received"] == value("LAW-19", "numerator")


def test_every_target_has_a_row_even_without_a_value():
    rows = report_assessment.targets(whole_site(), DISTRICT, *QUARTER)

    assert "SLF-01" in set(rows["indicator_code"])
    assert (
        rows.filter(rows["value"].is_null())["is_reached"].null_count()
        == rows.filter(rows["value"].is_null()).height
    )


def test_honours_of_a_time_are_those_given_in_it():
    rows = report_assessment.awards(whole_site(), DISTRICT, date(2000, 1, 1), date(2026, 3, 31))
    none = report_assessment.awards(whole_site(), DISTRICT, date(1990, 1, 1), date(1990, 1, 2))

    assert rows.height > 0
    assert none.is_empty()


def test_nobody_is_named_on_the_few_items_of_the_hand_city():
    rows = report_assessment.verdicts(whole_site(), "grid_quarterly", QUARTER[1], "street")

    assert rows["verdict"].null_count() == rows.height
