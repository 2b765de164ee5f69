"""How a source becomes a feed, written down in the lake beside the rows that it gave."""

from __future__ import annotations

from typing import Any

import polars as pl

from warehouse.feeds import contract
from warehouse.load.mapping.column import Column
from warehouse.load.mapping.model import Mapping

MAPPINGS: dict[str, pl.DataType] = {
    "load_id": pl.String(),
    "loaded_at": pl.Datetime("us"),
    "feed": pl.String(),
    "source": pl.String(),
    "files": pl.String(),
    "settings": pl.String(),
    "left_out": pl.String(),
    "position": pl.Int64(),
    "column": pl.String(),
    "title": pl.String(),
    "origin": pl.String(),
    "conversion": pl.String(),
}
_SHOWN = 6


def described(mapping: Mapping) -> list[dict[str, Any]]:
    """One row per column of the mapping, in Chinese words; without load_id and loaded_at."""
    known = contract(mapping.feed)
    about = {
        "feed": known.feed,
        "source": mapping.name,
        "files": "、".join(mapping.files),
        "settings": _settings(mapping),
        "left_out": "；".join(skip.reason for skip in mapping.skip),
    }
    return [
        about
        | {
            "position": position,
            "column": name,
            "title": known.title(name),
            "origin": _origin(column),
            "conversion": _conversion(column),
        }
        for position, (name, column) in enumerate(mapping.columns.items(), start=1)
    ]


def _settings(mapping: Mapping) -> str:
    told = {
        "时区": mapping.timezone,
        "坐标系": mapping.coordinates,
        "代码体系": mapping.code_system,
        "空值写法": "、".join(mapping.nulls),
        "精度": "日" if mapping.precision == "day" else None,
        "合并": "相同的行只计一次" if mapping.distinct else None,
    }
    return "；".join(f"{name} {value}" for name, value in told.items() if value)


def _origin(column: Column) -> str:
    if column.constant is not None:
        return f"固定值 {column.constant or '（空）'}"
    if column.column is not None:
        return f"列 {column.column}"
    if column.template is not None:
        return f"拼接 {column.template}"
    return f"按地名查找 {' › '.join(column.place)}"


def _conversion(column: Column) -> str:
    parts = [
        _pairs("取值", column.map),
        _pairs("地名", column.names),
        f"格式 {'、'.join(column.formats)}" if column.formats else "",
        f"时区 {column.timezone}" if column.timezone else "",
        f"空值写法 {'、'.join(column.nulls)}" if column.nulls else "",
        f"缺省 {column.otherwise}" if column.otherwise is not None else "",
    ]
    return "；".join(part for part in parts if part)


def _pairs(name: str, pairs: dict[str, str]) -> str:
    if not pairs:
        return ""
    shown = "、".join(f"{told}→{meant}" for told, meant in list(pairs.items())[:_SHOWN])
    return f"{name} {shown}{' 等' if len(pairs) > _SHOWN else ''}"
