"""How a report puts numbers into words: units, decimals, and the spreadsheet formats to match.

Rates are written with two decimals, counts with none, and with more only where rounding would put
a value on the other side of a line that it is judged by. What is missing is a dash, never 0.
"""

from __future__ import annotations

from collections.abc import Iterable

from warehouse.rounding import rounded, telling

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
    return f"{rounded(value, decimals) or 0.0:.{decimals}f}"


def decimals_of(unit: str) -> int:
    """Decimals in print: rates two, counts none, other measures one."""
    if unit == "%" or "/" in unit or unit in {"分", "个百分点"}:
        return 2
    return 1 if unit in {"小时", "天"} else 0


def printed(value: float, unit: str, lines: Iterable[float] = ()) -> tuple[str, str]:
    """The words of a value with its unit, and the spreadsheet format that prints it the same.

    Args:
        value: Not rounded.
        unit: A rate is never printed as 0 or 100 % where it is neither.
        lines: Other values that it is judged by, such as its target.
    """
    ends = (0, 100) if unit == "%" else ()
    decimals = telling(value, decimals_of(unit), (*lines, *ends))
    return f"{number(value, decimals)}{unit}", form_of(unit, decimals)


def with_unit(value: float | None, unit: str) -> str:
    """`93.72%`, `1204件`; a missing value has no unit."""
    return NO_VALUE if value is None else printed(value, unit)[0]


def form_of(unit: str, decimals: int | None = None) -> str:
    """A spreadsheet format: `0.00"%"`; with the unit's own decimals, unless others are given."""
    places = decimals_of(unit) if decimals is None else decimals
    digits = f"0.{'0' * places}" if places else "0"
    return f'{digits}"{unit}"' if unit else digits


def share_decimals(values: list[float]) -> int:
    """How many decimals shares are printed with: two, or as many as the least needs not to be 0."""
    whole, decimals = sum(values), 2
    while whole and any(0 < 100 * value / whole < 10**-decimals for value in values):
        decimals += 1
    return decimals


def shares(values: list[float]) -> list[float]:
    """Shares in %, rounded to `share_decimals`, that add to exactly 100 (largest remainder).

    Equal counts have equal shares wherever the sum allows it.

    Args:
        values: Counts, none negative. All zero: no share of anything, so all are 0.
    """
    whole, unit = sum(values), 10 ** share_decimals(values)
    if not whole:
        return [0.0] * len(values)
    exact = [100 * unit * value / whole for value in values]
    floors = [int(share) for share in exact]
    left = 100 * unit - sum(floors)
    # The earlier of two equal remainders, so that the result is always the same.
    cut = sorted(
        (place for place in range(len(values)) if exact[place] > floors[place]),
        key=lambda place: floors[place] - exact[place],
    )
    raised: list[int] = []
    for value in dict.fromkeys(values[place] for place in cut):
        alike = [place for place in cut if values[place] == value]
        if len(alike) <= left - len(raised):
            raised += alike
    raised += [place for place in cut if place not in raised][: left - len(raised)]
    return [(floor + (place in raised)) / unit for place, floor in enumerate(floors)]
