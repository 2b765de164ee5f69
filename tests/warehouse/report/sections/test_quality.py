"""返工和群众评价: a unit is called worse only when it is so for certain."""

from tests.warehouse.report.sections.hand_facts import hand_facts, line, prose
from warehouse.report.sections.quality import quality


def rework(hits: int, whole: int, name: str, **more: object):
    return line(
        "OPS-09", 100 * hits / whole, area=(name, name), indicator_name="返工率",
        better="lower", numerator=hits, denominator=whole, **more,
    )  # fmt: skip


def told(*units: tuple[int, int, str], small: str = "") -> str:
    silent = line("OPS-14", indicator_name="回访满意率")
    below = {
        name: {"OPS-09": rework(hits, whole, name, is_small_sample=name == small), "OPS-14": silent}
        for hits, whole, name in units
    }
    hits, whole = sum(unit[0] for unit in units), sum(unit[1] for unit in units)
    lines = {"OPS-09": rework(hits, whole, "示例区"), "OPS-14": silent}
    return prose(quality(hand_facts("quarterly", lines=lines, below=below)))


def test_a_unit_that_is_worse_for_certain_is_named():
    # 8 % against 2 % of a thousand each.
    words = told((20, 1000, "南园街道"), (80, 1000, "云溪街道"))

    assert "应结案件2000件，其中返工100件，返工率5.00%" in words
    assert "返工率显著高于全区水平的是云溪街道（8.00%）" in words
    assert "南园街道" not in words


def test_a_unit_that_is_worse_by_chance_is_not():
    words = told((10, 1000, "南园街道"), (12, 1000, "云溪街道"))

    assert "没有返工率显著高于全区水平的街道" in words
    assert "云溪街道" not in words


def test_a_small_sample_is_never_named():
    words = told((20, 1000, "南园街道"), (8, 10, "云溪街道"), small="云溪街道")

    assert "云溪街道" not in words
