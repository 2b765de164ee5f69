"""How a report puts numbers and their changes into words.

Rates are written with two decimals and change in 百分点; counts change in percent, or by the
plain difference where the base is under 30. What is missing is a dash, never 0.
"""

from __future__ import annotations

NO_VALUE = "—"
SMALL_BASE = 30
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
    return 2 if unit == "%" or "/" in unit else 0 if unit in {"件", "件次"} else 1


def with_unit(value: float | None, unit: str) -> str:
    """`93.72%`, `1204件`; a missing value has no unit."""
    return NO_VALUE if value is None else f"{number(value, decimals_of(unit))}{unit}"


def compared(value: float | None, before: float | None, unit: str, *, named: str = "环比") -> str:
    """A clause such as `环比提高0.42个百分点`, `环比略有下降2.1%`, `环比增加7件`.

    Args:
        value: The value now.
        before: The value it is compared with.
        unit: Of both; `%` marks a rate.
        named: 环比 or 同比.
    """
    if value is None or before is None:
        return f"{named}无可比数据"
    if unit == "%":
        return named + _rate_moved(value - before)
    if before < SMALL_BASE or value < SMALL_BASE:
        return named + _count_moved(value - before, unit)
    return named + _percent_moved(100 * (value - before) / before)


def is_marked(value: float | None, before: float | None) -> bool:
    """Whether a count moved by more than 20 %, so that the report must say where."""
    if value is None or before is None or min(value, before) < SMALL_BASE:
        return False
    return abs(value - before) / before > 0.20


def arrow(value: float | None, before: float | None, unit: str) -> str:
    """The change as a table prints it: `↑0.42`, `↓22.21%`, `↑7件`, `→`, or a dash."""
    if value is None or before is None:
        return NO_VALUE
    if unit == "%":
        size, tail = number(abs(value - before), 2), ""
    elif before < SMALL_BASE or value < SMALL_BASE:
        size, tail = number(abs(value - before), decimals_of(unit)), unit
    else:
        size, tail = number(100 * abs(value - before) / before, 2), "%"
    if float(size) == 0:
        return "→"
    return f"{'↑' if value > before else '↓'}{size}{tail}"


def target(value: float | None, better: str, unit: str) -> str:
    """`≥95%`, `≤15件`; a dash without a target."""
    if value is None:
        return NO_VALUE
    return f"{'≤' if better == 'lower' else '≥'}{value:g}{unit}"


def _rate_moved(points: float) -> str:
    size = number(abs(points), 2)
    if float(size) == 0:
        return "持平"
    return f"{'提高' if points > 0 else '下降'}{size}个百分点"


def _count_moved(difference: float, unit: str) -> str:
    size = number(abs(difference), decimals_of(unit))
    if float(size) == 0:
        return "持平"
    return f"{'增加' if difference > 0 else '减少'}{size}{unit}"


def _percent_moved(percent: float) -> str:
    size = abs(percent)
    if size < 0.5:
        return "基本持平"
    strength = "略有" if size < 5 else "" if size <= 20 else "明显"
    return f"{strength}{'上升' if percent > 0 else '下降'}{number(size, 2)}%"
