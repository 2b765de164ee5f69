"""How a report puts numbers into words: units, decimals, and the spreadsheet formats to match.

Rates are written with two decimals, counts with none. What is missing is a dash, never 0.
"""

from __future__ import annotations

NO_VALUE = "—"
#: Units of what is counted or added up, whose changes may be given in percent.
COUNTED = frozenset({"件", "件次", "批", "批次", "人", "人次", "小时"})
_LEVEL_WORDS = {
    "province": "全省",
    "city": "全市",
    "district": "全区",
    "street": "全街道",
    "community": "全社区",
}
STATUS_WORDS = {"normal": "正常", "watch": "关注", "severe": "严重", "none": NO_VALUE}


def whole_word(level: str, name: str) -> str:
    """All of a place: 全区, but 全县 in a county, 全镇 in a town, 全村 in a village."""
    kind = next((kind for kind in ("县", "镇", "乡", "村") if name.endswith(kind)), None)
    return f"全{kind}" if kind else _LEVEL_WORDS.get(level, "")


def number(value: float | None, decimals: int = 0) -> str:
    """`1204` → `1204`, `93.7243, 2` → `93.72`; None is a dash. No thousands separator (公文)."""
    if value is None:
        return NO_VALUE
    return f"{round(value, decimals) or 0.0:.{decimals}f}"


def decimals_of(unit: str) -> int:
    """Decimals in print: rates two, counts none, other measures one."""
    if unit == "%" or "/" in unit or unit in {"分", "个百分点"}:
        return 2
    return 1 if unit in {"小时", "天"} else 0


def with_unit(value: float | None, unit: str) -> str:
    """`93.72%`, `1204件`; a missing value has no unit."""
    return NO_VALUE if value is None else f"{number(value, decimals_of(unit))}{unit}"


def form_of(unit: str, *, before: str = "") -> str:
    """The spreadsheet format that prints a value as `with_unit` does: `0.00"%"`."""
    decimals = decimals_of(unit)
    digits = f"0.{'0' * decimals}" if decimals else "0"
    lead = f'"{before}"' if before else ""
    return f'{lead}{digits}"{unit}"' if unit else f"{lead}{digits}"


def shares(values: list[float]) -> list[float]:
    """Shares in %, with two decimals each, that add to exactly 100.00 (largest remainder).

    Args:
        values: Counts, none negative. All zero: no share of anything, so all are 0.
    """
    whole = sum(values)
    if not whole:
        return [0.0] * len(values)
    exact = [10_000 * value / whole for value in values]
    floors = [int(share) for share in exact]
    left = 10_000 - sum(floors)
    # The earlier of two equal remainders, so that the result is always the same.
    by_remainder = sorted(range(len(values)), key=lambda place: floors[place] - exact[place])
    for place in by_remainder[:left]:
        floors[place] += 1
    return [floor / 100 for floor in floors]
