"""Which digits may stand in a report without a mark."""

import pytest

from warehouse.report.check.found import Loose
from warehouse.report.check.loose import unmarked


def left(text: str, *names: str) -> list[str]:
    return [told.text for told in unmarked([Loose(text, "第1段")], names)]


@pytest.mark.parametrize(
    "text",
    [
        "2026年第46周（11月9日—11月15日）",
        "第46期（总第98期）",
        "数据截至2026年11月23日1时16分　数据版本20261123T011621-22b2　第1版（未定稿）",
        "表1　主要指标",
        "附件2",
        "近12个月有服务记录的□",
        "12",
        "OPS-08.990105.2026W46.6FFC-Q5A1",
        "下列指标超过100%，请核对底数",
    ],
)
def test_dates_ordinals_codes_and_rules_need_none(text: str):
    assert left(text) == []


def test_a_number_without_a_mark_is_found():
    assert left("本周上报事件1204件") == ["本周上报事件1204件"]
    assert left("按期结案率93.72%") == ["按期结案率93.72%"]
    assert left("=3") == ["=3"]


def test_names_may_hold_digits():
    assert left("东街街道·第一社区·07网格", "东街街道·第一社区·07网格", "07网格") == []
    assert left("东街街道·07网格12件", "07网格") == ["东街街道·◇12件"]
