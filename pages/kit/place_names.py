"""Names of places and units, as short as they can be said on the wall."""

from __future__ import annotations

_KINDS = ("街道", "社区", "新区", "镇", "乡", "区", "县", "市")
_OFFICES = ("救援大队", "大队", "分局", "局", "厅")


def short_place(name: str) -> str:
    """`云溪街道` → `云溪`; a name of two characters or another kind stays."""
    for kind in _KINDS:
        if name.endswith(kind) and len(name) > len(kind) + 1 and not name.endswith("小区"):
            return name.removesuffix(kind)
    return name


def whole_place(level: str, name: str) -> str:
    """All of it: 全省, 全市, 全县, 全区; elsewhere the name itself."""
    words = {"province": "省", "city": "市", "district": "县" if name.endswith("县") else "区"}
    return f"全{words[level]}" if level in words else name


def short_path(path: str | None) -> str:
    """`云溪街道·青禾社区·03网格` → `云溪·青禾社区`: where, as far as a leader needs it."""
    parts = (path or "").split("·")
    return "·".join([short_place(parts[0]), *parts[1:2]])


def short_owner(name: str | None) -> str:
    """`区住建局` → `住建`, `消防救援大队` → `消防`, `云溪街道` → `云溪`."""
    words = short_place(name or "未定")
    for office in _OFFICES:
        if words.endswith(office) and len(words) > len(office) + 1:
            bare = words.removesuffix(office)
            is_of_place = len(bare) > 2 and bare[0] in "省市县区" and bare[:3] != "市场监"
            return bare[1:] if is_of_place else bare
    return words


def clip(words: str, width: float) -> str:
    """Words cut to so many Chinese characters; a Latin letter is half as wide."""
    used = 0.0
    for place, letter in enumerate(words):
        used += 1.0 if ord(letter) > 0x2000 else 0.55
        if used > width:
            return words[: max(place - 1, 1)].rstrip() + "…"
    return words
