"""闭环运行情况: the best and the last place, where there is one."""

from typing import Any

from tests.warehouse.report.sections.hand_facts import hand_facts, line
from warehouse.report.document import Chart, words_of
from warehouse.report.facts import Facts
from warehouse.report.sections.loop import below_chart, below_table, loop

CODES = ("OPS-03", "OPS-06", "OPS-08", "OPS-09", "OPS-13", "OPS-14")


def facts(*places: tuple[str, float | None], small: str = "", **more: Any) -> Facts:
    lines = {code: line(code, kind="weekly", indicator_name=f"{code}率") for code in CODES}
    below = {
        name: lines
        | {code: line(code, area=(name, name), unit="件") for code in ("OPS-01", "OPS-18")}
        | {
            "OPS-08": line(
                "OPS-08", value, area=(name, name), indicator_name="按期结案率",
                is_small_sample=name == small, **more,
            )
        }
        for name, value in places
    }  # fmt: skip
    return hand_facts("weekly", lines=lines, below=below)


def headline(told: Facts) -> str:
    return loop(told).slides[0].conclusion.text


def takeaway(told: Facts) -> str:
    chart = below_chart(told, "OPS-08")
    assert isinstance(chart, Chart)
    return chart.takeaway


def test_the_best_and_the_last_place_are_named():
    told = facts(("南园街道", 90.0), ("双桥街道", 97.5), ("云溪街道", 80.0))

    assert headline(told) == "按期结案率最高的是双桥街道（97.50%），最低的是云溪街道（80.00%）"
    assert takeaway(told) == "双桥街道最高，云溪街道最低。"


def test_of_equal_places_all_are_named():
    told = facts(("南园街道", 100.0), ("双桥街道", 100.0), ("云溪街道", 80.0))

    assert headline(told).startswith("按期结案率最高的是南园街道、双桥街道（100.00%）")
    assert takeaway(told) == "南园街道、双桥街道最高，云溪街道最低。"


def test_of_many_equal_places_three_are_named():
    told = facts(*((f"第{place}街道", 100.0) for place in range(1, 6)), ("云溪街道", 80.0))

    assert takeaway(told) == "第1街道、第2街道、第3街道等最高，云溪街道最低。"


def test_where_all_are_equal_none_is_first():
    told = facts(("南园街道", 100.0), ("双桥街道", 100.0))

    assert headline(told) == "各街道按期结案率均为100.00%"
    assert takeaway(told) == "各街道相同。"


def test_a_small_sample_is_neither_best_nor_last():
    told = facts(("南园街道", 100.0), ("双桥街道", 90.0), ("云溪街道", 80.0), small="南园街道")
    two = facts(("南园街道", 100.0), ("双桥街道", 90.0), small="南园街道")

    assert "最高的是双桥街道（90.00%）" in headline(told)
    assert headline(two) == "各街道按期结案率样本偏少，不作高低比较"


def test_bars_need_two_places_and_at_most_thirty():
    def bars(count: int) -> Chart | None:
        return below_chart(facts(*((f"第{n}街道", 50.0 + n) for n in range(count))), "OPS-08")

    assert [bars(count) is None for count in (1, 2, 30, 31)] == [True, False, False, True]
    assert below_chart(hand_facts("weekly"), "OPS-08") is None


def test_places_without_a_value_have_no_bar_and_a_dash_in_the_table():
    told = facts(("南园街道", None), ("双桥街道", 97.5), ("云溪街道", 80.0))
    chart, table = below_chart(told, "OPS-08"), below_table(told)

    assert chart is not None
    assert chart.categories == ["双桥街道", "云溪街道"]
    assert table is not None
    assert [words_of(row[2]) for row in table.rows] == ["—", "97.50%", "80.00%"]


def test_a_place_with_a_small_sample_is_starred():
    table = below_table(facts(("南园街道", 100.0), ("双桥街道", 90.0), small="南园街道"))

    assert table is not None
    assert [words_of(row[0]) for row in table.rows] == ["南园街道*", "双桥街道"]
