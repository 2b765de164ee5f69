"""What rows of scheme files must be to each other and to the catalogues."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Protocol

from warehouse.schemes.columns import DECIDED
from warehouse.schemes.parameters import wrong_parameters
from warehouse.settings import TRANSFORM_DIR

#: Letters that the indicator catalogue writes for levels and periods.
_LEVEL = {"city": "C", "district": "D", "street": "S", "community": "V"}
_PERIOD = {"week": "W", "month": "M", "quarter": "Q", "year": "Y"}


class Line(Protocol):
    """A row of a scheme file: its number there, and its values by column."""

    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def values(self) -> dict[str, Any]: ...  # noqa: D102


Tables = Mapping[str, Sequence[Line]]


def broken_rules(tables: Tables, base: Tables) -> list[str]:
    """Every mistake as `file 第 n 行 column：rule`, in the order of the files.

    Args:
        tables: The rows to check, by table.
        base: More schemes that points and groups may be about.
    """
    schemes = {line.values["scheme_code"]: line.values for line in tables["schemes"]}
    mistakes = [
        *_of_schemes(tables),
        *_of_items(tables, schemes),
        *_of_versions(tables["scheme_items"], schemes),
        *_of_points(tables, base),
        *_of_groups(tables, base),
    ]
    return [
        f"{file}.csv 第 {number} 行 {column}：{rule}" for file, number, column, rule in mistakes
    ]


Mistake = tuple[str, int, str, str]


def _of_schemes(tables: Tables) -> Iterator[Mistake]:
    with_items = {line.values["scheme_code"] for line in tables["scheme_items"]}
    yield from _repeated("schemes", tables["schemes"], ("scheme_code",))
    for line in tables["schemes"]:
        row = line.values
        where = ("schemes", line.number)
        if row["scheme_code"] not in with_items:
            yield (
                *where,
                "scheme_code",
                f"方案 {row['scheme_code']} 在 scheme_items.csv 中没有考核项",
            )
        if row["minimum_scored_share"] > 1:
            yield *where, "minimum_scored_share", "应为 0 到 1 之间的占比"
        lines = [row[f"{name}_line"] for name in ("red", "yellow", "green")]
        set_lines = [one for one in lines if one is not None]
        if set_lines != sorted(set_lines):
            yield *where, "red_line", "牌线应满足 红 ≤ 黄 ≤ 绿"
        for need in (row["needed_feeds"] or "").split():
            feed, _, days = need.partition(":")
            if feed not in _codes("feeds", "feed_code"):
                yield *where, "needed_feeds", f"没有名为 {feed} 的数据"
            if not days.isdigit():
                yield (
                    *where,
                    "needed_feeds",
                    f"应写作 数据:可空缺天数，如 grid/events:7，现为 {need}",
                )


def _of_items(tables: Tables, schemes: dict[str, dict[str, Any]]) -> Iterator[Mistake]:
    for line in tables["scheme_items"]:
        row = line.values
        where = ("scheme_items", line.number)
        for wrong in wrong_parameters(row["formula_type"], row["params"]):
            yield *where, "params", wrong
        if row["weight"] == 0 and row["formula_type"] != "veto":
            yield *where, "weight", "应大于 0（只有一票否决项可以为 0）"
        if (row["effective_to"] or date.max) < (row["effective_from"] or date.min):
            yield *where, "effective_to", "早于 effective_from"
        scheme = schemes.get(row["scheme_code"])
        if scheme is None:
            yield *where, "scheme_code", f"schemes.csv 中没有方案 {row['scheme_code']}"
        elif wrong := _wrong_indicator(row, scheme["period_type"]):
            yield *where, "indicator_code", wrong


def _wrong_indicator(row: dict[str, Any], period_type: str) -> str:
    code = row["indicator_code"]
    if code is None:
        return "" if row["formula_type"] in DECIDED else f"{row['formula_type']} 须指明指标"
    if row["formula_type"] == "manual":
        return "manual 由人评定，不能指明指标"
    indicator = _codes("indicators", "indicator_code").get(code)
    if indicator is None:
        return f"指标目录中没有 {code}"
    wrong = {
        f"{code} 尚未计算": indicator["status"] != "computed",
        f"{code} {indicator['name_zh']} 只作背景，不得计分": indicator["better"] == "none",
        f"{code} 没有 {row['level']} 一级的值": (
            _LEVEL[row["level"]] not in indicator["levels"].split()
        ),
        f"{code} 没有按 {period_type} 的值": (
            _PERIOD[period_type] not in indicator["periods"].split()
        ),
    }
    return next((words for words, is_wrong in wrong.items() if is_wrong), "")


def _of_versions(items: Sequence[Line], schemes: dict[str, dict[str, Any]]) -> Iterator[Mistake]:
    """From every day on one version per item, and weights that make the full score."""
    by_level: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in items:
        if line.values["scheme_code"] in schemes:
            by_level[line.values["scheme_code"], line.values["level"]].append(line)
    for (code, level), lines in by_level.items():
        total = schemes[code]["total_points"]
        for day in _changes(lines, schemes[code]["effective_from"]):
            in_force = [line for line in lines if _is_in_force(line.values, day)]
            yield from _repeated("scheme_items", in_force, ("item_code",), f"，{day} 起同时有效")
            for formula in ("bonus", "veto"):
                decided = [
                    line
                    for line in in_force
                    if line.values["formula_type"] == formula and not line.values["indicator_code"]
                ]
                for line in decided[1:]:
                    rule = f"{level} 已有一个不带指标的 {formula} 项，认定的加分或否决不能计两次"
                    yield "scheme_items", line.number, "formula_type", rule
            base = [x for x in in_force if x.values["formula_type"] not in ("bonus", "veto")]
            weights = sum(line.values["weight"] for line in base)
            if base and abs(weights - total) > 1e-6:
                rule = (
                    f"方案 {code} {level} 自 {day} 起各项权重合计 {weights:g}，应为总分 {total:g}"
                )
                yield "scheme_items", base[0].number, "weight", rule


def _changes(lines: list[Line], begin: date) -> list[date]:
    """Days on which another set of rows comes into force, from the beginning of the scheme."""
    days = {begin}
    for line in lines:
        since, until = line.values["effective_from"], line.values["effective_to"]
        days |= {since} if since else set()
        days |= {until + timedelta(days=1)} if until and until < date.max else set()
    return sorted(day for day in days if day >= begin)


def _is_in_force(row: dict[str, Any], day: date) -> bool:
    return (row["effective_from"] or date.min) <= day <= (row["effective_to"] or date.max)


def _of_points(tables: Tables, base: Tables) -> Iterator[Mistake]:
    manual = {
        (line.values["scheme_code"], line.values["item_code"])
        for line in [*base.get("scheme_items", ()), *tables["scheme_items"]]
        if line.values["formula_type"] == "manual"
    }
    key = ("scheme_code", "item_code", "area_code", "period_start")
    yield from _repeated("scheme_points", tables["scheme_points"], key)
    for line in tables["scheme_points"]:
        row = line.values
        if (row["scheme_code"], row["item_code"]) not in manual:
            rule = f"方案 {row['scheme_code']} 没有由人评定（manual）的项 {row['item_code']}"
            yield "scheme_points", line.number, "item_code", rule


def _of_groups(tables: Tables, base: Tables) -> Iterator[Mistake]:
    known = {line.values["scheme_code"] for line in [*base.get("schemes", ()), *tables["schemes"]]}
    yield from _repeated(
        "scheme_groups", tables["scheme_groups"], ("scheme_code", "year", "area_code")
    )
    for line in tables["scheme_groups"]:
        if line.values["scheme_code"] not in known:
            rule = f"没有方案 {line.values['scheme_code']}"
            yield "scheme_groups", line.number, "scheme_code", rule


def _repeated(
    file: str, lines: Sequence[Line], key: tuple[str, ...], more: str = ""
) -> Iterator[Mistake]:
    first: dict[tuple[Any, ...], int] = {}
    for line in lines:
        values = tuple(line.values[name] for name in key)
        if values in first:
            yield file, line.number, key[-1], f"与第 {first[values]} 行重复{more}"
        first.setdefault(values, line.number)


@cache
def _codes(seed: str, key: str) -> dict[str, dict[str, str]]:
    """The rows of a catalogue by their code."""
    path = TRANSFORM_DIR / "seeds" / f"{seed}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row[key]: row for row in csv.DictReader(file)}
