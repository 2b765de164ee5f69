"""The parameters of an item: JSON text, checked against the seed `formula_parameters`."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from functools import cache
from math import isfinite
from typing import Any

from warehouse.settings import TRANSFORM_DIR

Rule = dict[str, str]


def wrong_parameters(formula_type: str, params: str) -> list[str]:
    """What is wrong with the parameters of an item, in Chinese; empty if nothing is.

    Args:
        formula_type: One of the ten formula types.
        params: The parameters as JSON text; empty for none.
    """
    try:
        given = json.loads(params or "{}")
    except json.JSONDecodeError as error:
        return [f"不是合法的 JSON：第 {error.pos + 1} 个字符处有误"]
    if not isinstance(given, dict):
        return ['应为 JSON 对象，如 {"zero_at": 60, "full_at": 100}']
    rules = _rules().get(formula_type, {})
    wrong = [
        f"{formula_type} 没有参数 {name}，可用的有：{'、'.join(rules) or '（无）'}"
        for name in given
        if name not in rules
    ]
    wrong += [
        f"缺少参数 {name}（{rule['description']}）"
        for name, rule in rules.items()
        if rule["is_required"] == "true" and name not in given
    ]
    for name, value in given.items():
        if name in rules and (should := _KINDS[rules[name]["kind"]](value)):
            wrong.append(f"参数 {name} {should}，现为 {json.dumps(value, ensure_ascii=False)}")
    return wrong or _together(formula_type, given)


@cache
def _rules() -> dict[str, dict[str, Rule]]:
    """Formula type -> parameter -> its row of the seed."""
    rules: dict[str, dict[str, Rule]] = {}
    path = TRANSFORM_DIR / "seeds" / "formula_parameters.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rules.setdefault(row["formula_type"], {})[row["parameter"]] = row
    return rules


def _together(formula_type: str, given: dict[str, Any]) -> list[str]:
    """What each parameter alone may be, but not with the others."""
    if formula_type == "proportional" and given["full_at"] <= given["zero_at"]:
        return ["full_at 应大于 zero_at；越低越好的项用 inverse"]
    if formula_type == "inverse" and given["full_at"] >= given["zero_at"]:
        return ["full_at 应小于 zero_at；越高越好的项用 proportional"]
    if formula_type == "threshold_step":
        return _threshold(given)
    if formula_type == "veto" and given["effect"] == "deduct" and "points" not in given:
        return ["effect 为 deduct 时缺少参数 points（扣的分）"]
    return []


def _threshold(given: dict[str, Any]) -> list[str]:
    line, steep = {"full_at", "per_point"}, {"steep_at", "steep_per_point"}
    if "steps" in given:
        mixed = sorted((line | steep | {"better"}) & given.keys())
        return [f"分段表 steps 不能与 {'、'.join(mixed)} 同用"] if mixed else []
    if missing := sorted(line - given.keys()):
        return [f"缺少参数 {'、'.join(missing)}（或改用分段表 steps）"]
    if len(steep & given.keys()) == 1:
        return ["steep_at 与 steep_per_point 应同时给出"]
    if "steep_at" in given:
        is_lower = given.get("better") == "lower"
        if (given["steep_at"] > given["full_at"]) is not is_lower:
            return ["第二道线 steep_at 应比 full_at 更差"]
    return []


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _number(value: Any) -> str:
    return "" if _is_number(value) else "应为数字"


def _positive(value: Any) -> str:
    return "" if _is_number(value) and value > 0 else "应为大于 0 的数字"


def _one_of(*choices: str) -> Callable[[Any], str]:
    return lambda value: "" if value in choices else f"应为 {'、'.join(choices)} 之一"


def _steps(value: Any) -> str:
    """Steps rise; each has its points and either `from` or `over`."""
    should = '应为由小到大的分段，如 [{"from": 0, "points": 1}, {"over": 50, "points": 2}]'
    if not isinstance(value, list) or not value:
        return should
    starts = []
    for step in value:
        if not isinstance(step, dict) or not _is_number(step.get("points")):
            return should
        if step.keys() not in ({"from", "points"}, {"over", "points"}):
            return should
        start = step.get("from", step.get("over"))
        if not _is_number(start):
            return should
        starts.append((start, "over" in step))
    return "" if starts == sorted(set(starts)) else should


def _brackets(value: Any) -> str:
    """Brackets go from the first rank down; each has its last rank and its points."""
    should = '应为由前到后的名次段，如 [{"to": 5, "points": 0.8}, {"to": 10, "points": 0.6}]'
    if not isinstance(value, list) or not value:
        return should
    for bracket in value:
        if not isinstance(bracket, dict) or bracket.keys() != {"to", "points"}:
            return should
        if not all(map(_is_number, bracket.values())):
            return should
    ends = [bracket["to"] for bracket in value]
    return "" if ends == sorted(set(ends)) else should


_KINDS: dict[str, Callable[[Any], str]] = {
    "number": _number,
    "positive": _positive,
    "direction": _one_of("higher", "lower"),
    "count": _one_of("numerator", "value", "density"),
    "effect": _one_of("bottom", "deduct"),
    "steps": _steps,
    "brackets": _brackets,
}
