"""数据说明: what a reader must know before using a number, and nothing where all is well."""

from datetime import date
from typing import Any

from tests.warehouse.report.sections.hand_facts import hand_facts, line, prose
from warehouse.report.sections.remarks import _span, remarks

QUIET = [
    "1．数据截至2026年3月31日24时；同一时段的数字会随后续办理和补录变化，以定稿版本为准。",
    "2．目标值为参考值，由主管单位按本地考核办法确定。",
]


def notes(
    *lines: dict[str, Any],
    kind: str = "weekly",
    days_off: tuple[Any, ...] = (),
    days_off_before: tuple[Any, ...] = (),
) -> list[str]:
    facts = hand_facts(
        kind,
        lines={row["indicator_code"]: row for row in lines},
        known={"days_off": list(days_off), "days_off_before": list(days_off_before)},
    )
    return prose(remarks(facts)).split("\n")


def rate(code: str = "OPS-08", value: float | None = 90.0, **more: Any) -> dict[str, Any]:
    return line(code, value, kind="weekly", indicator_name=f"{code}率", **more)


def count(value: float, then: float | None = None, code: str = "OPS-02", **more: Any) -> Any:
    return rate(code, value, unit="件", previous_value=then, **more)


def test_where_all_is_well_only_the_cut_and_the_targets_are_told():
    assert notes(rate()) == QUIET


def test_a_week_that_still_runs_is_told():
    told = notes(rate(is_complete=False))

    assert told[1] == (
        "2．本周尚未结束，数字截至数据时点；数量不与完整的时段比较，比率的环比、同比仅供参考。"
    )


def test_each_weakness_names_its_indicators():
    told = notes(
        rate("OPS-08", is_late=True),
        rate("OPS-09", None),
        rate("OPS-13", is_small_sample=True),
        rate("OPS-14", 120.0, is_over_100=True),
    )

    assert told[1:5] == [
        "2．下列指标本周所依据的数据未齐，补齐后会变化：OPS-08率。",
        "3．下列指标本周分母为零或无数据，以“—”表示，不按零处理：OPS-09率。",
        "4．下列指标本周样本偏少，比率波动较大，请结合件数使用：OPS-13率。",
        "5．下列指标超过100%，请核对底数：OPS-14率。",
    ]


def test_what_places_of_the_level_do_not_have_is_not_called_missing():
    assert notes(rate(), rate("OPS-14", None, is_kept=False)) == QUIET


def test_counts_that_moved_much_are_to_be_explained_unless_the_text_does():
    def told(row: dict[str, Any]) -> list[str]:
        return [words for words in notes(row) if "变动超过" in words]

    assert told(count(121, 100)) == [
        "2．下列指标环比或同比变动超过20%，原因请主管单位核实说明：OPS-02率。"
    ]
    assert told(count(50, last_year_value=100.0)) != []
    assert told(count(120, 100)) == told(count(200, 100, "OPS-01")) == []


def test_a_place_whose_borders_moved_says_so():
    told = notes(rate(break_note="区划调整：2026-03-01 丙社区划入"))

    assert told[1] == "2．区划调整：2026-03-01 丙社区划入；与调整前的时段不作比较。"


def test_workdays_moved_to_a_weekend_are_no_holiday():
    worked = {"date": date(2026, 3, 28), "holiday_name": "清明节", "is_workday": True}

    assert notes(rate(), days_off=(worked,)) == QUIET


def test_a_holiday_of_the_week_before_is_told():
    off = {"date": date(2026, 3, 20), "holiday_name": "清明节", "is_workday": False}

    assert notes(rate(), days_off_before=(off,))[1] == (
        "2．上周含法定节假日：清明节（3月20日），环比请考虑这一因素。"
    )


def test_events_of_a_part_of_the_period_are_said_to_be_so():
    told = notes(rate("OPS-01", 23869.0, unit="件", is_begun=False))

    assert told[1] == "2．网格事件数据自期中开始，事件数量不足一个完整的时段。"


def test_of_many_indicators_the_first_twelve_are_named():
    told = notes(*(rate(f"OPS-{place:02}", None) for place in range(1, 15)))

    assert "OPS-12率等，其余见指标汇总表。" in told[1]
    assert "OPS-13" not in told[1]


def test_a_half_has_holidays_every_year():
    off = {"date": date(2026, 4, 4), "holiday_name": "清明节", "is_workday": False}

    assert len(notes(rate(), kind="half-yearly", days_off=(off,))) == len(QUIET)


def test_days_of_a_holiday_are_a_span_or_one_day():
    days = [{"date": date(2026, 4, day)} for day in (4, 5, 6)]

    assert _span("清明节", days) == "清明节（4月4日至4月6日）"
    assert _span("清明节", days[:1]) == "清明节（4月4日）"
