"""The parameters of an item: what a site is told when it writes them wrong."""

import csv

import pytest

from warehouse.schemes import wrong_parameters
from warehouse.schemes.columns import FORMULAS
from warehouse.settings import TRANSFORM_DIR


@pytest.mark.parametrize(
    ("formula_type", "params", "words"),
    [
        ("proportional", '{"zero_at": 0, "ful_at": 100}', "proportional 没有参数 ful_at"),
        ("proportional", '{"zero_at": 0}', "缺少参数 full_at"),
        ("proportional", '{"zero_at": 100, "full_at": 0}', "full_at 应大于 zero_at"),
        ("inverse", '{"zero_at": 0, "full_at": 100}', "full_at 应小于 zero_at"),
        ("threshold_step", '{"full_at": 70}', "缺少参数 per_point"),
        ("threshold_step", '{"full_at": 70, "per_point": -1}', "参数 per_point 应为大于 0 的数字"),
        ("threshold_step", '{"full_at": 90, "per_point": 1, "steep_at": 80}', "steep_per_point"),
        (
            "threshold_step",
            '{"full_at": 90, "per_point": 1, "steep_at": 95, "steep_per_point": 2}',
            "第二道线 steep_at 应比 full_at 更差",
        ),
        (
            "threshold_step",
            '{"steps": [{"from": 50, "points": 1}], "full_at": 90}',
            "不能与 full_at 同用",
        ),
        (
            "threshold_step",
            '{"steps": [{"from": 50, "points": 1}, {"from": 0, "points": 0}]}',
            "由小到大",
        ),
        ("threshold_step", '{"steps": [{"form": 50, "points": 1}]}', "参数 steps"),
        ("baseline", '{"base_value": 12, "base_points": 8}', "缺少参数 per_point"),
        ("count_deduct", '{"per": 1, "count": "people"}', "numerator、value、density 之一"),
        ("duration", '{"limit": "two", "per": 10}', '参数 limit 应为大于 0 的数字，现为 "two"'),
        ("rank_bracket", '{"brackets": [{"to": 5}]}', "参数 brackets"),
        ("manual", '{"points": 5}', "manual 没有参数 points，可用的有：（无）"),
        ("veto", '{"effect": "deduct"}', "缺少参数 points"),
        ("bonus", '{"per": 1', "不是合法的 JSON"),
        ("bonus", "[1]", "应为 JSON 对象"),
        ("bonus", '{"per": true}', "参数 per 应为大于 0 的数字"),
    ],
)
def test_a_wrong_parameter_is_named(formula_type: str, params: str, words: str):
    wrong = wrong_parameters(formula_type, params)

    assert any(words in one for one in wrong), wrong


def test_every_formula_type_documents_its_parameters():
    with (TRANSFORM_DIR / "seeds" / "formula_parameters.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    # What people judge has no figures of its own.
    assert {row["formula_type"] for row in rows} == {*FORMULAS} - {"manual"}
    assert all(row["description"] for row in rows)
