"""数据血缘, drawn: files, raw feeds, facts, ledger, indicator, as dbt built them.

Boxes are HTML, so that they can be read, copied and coloured by the surface below; the lines
between them are a mask of one picture that lies behind them.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import polars as pl

from pages.kit.data_build import RULES
from pages.kit.formats import moment, number, value_with_unit
from pages.kit.html import Markup, join, tag
from pages.kit.icons import mark, shape_of
from warehouse.read.lineage import Model, Test, Way

# Percent of the width: four columns of boxes, three gaps. Heights are in em.
_BOX, _GAP = 22.0, 4.0
_HEIGHT, _STEP = 5.0, 5.9
_MOST_FEEDS = 3
_HASH = 8


@dataclass(frozen=True)
class _Box:
    """A box: which column, how far down (em), what it says."""

    column: int
    top: float
    lines: tuple[Any, str, str, str]
    look: str = ""

    @property
    def left(self) -> float:
        return self.column * (_BOX + _GAP)

    @property
    def middle(self) -> float:
        return self.top + _HEIGHT / 2


def lineage_head(record: dict[str, Any]) -> Markup:
    """The heading of the drawing: when the build was done, how long it took."""
    done = str(record.get("finished", ""))[:16].replace("T", " ")
    seconds = sum(record.get("seconds", {}).values())
    said = f"{done[5:]} 完成 · 用时 {number(seconds)} 秒 · 行数逐级可核" if done else "行数逐级可核"
    return tag("h3", "数据血缘 ", tag("span", said))


def lineage_drawing(
    reading: dict[str, Any], part: str, way: Way, loads: pl.DataFrame, files: pl.DataFrame
) -> Markup:
    """The way of a number, the main feeds in the accent colour.

    Args:
        reading: The row of `trace.reading`.
        part: `numerator` or `denominator`, whichever is followed.
        way: Of the part's measure.
        loads: `trace.feed_loads` of the feeds of the way.
        files: `trace.by_file` of the value.
    """
    brought = {row["feed_code"]: row for row in loads.iter_rows(named=True)}
    feeds = _shown_feeds(way)
    fact = next((m for m in reversed(way.models) if m.layer == "core"), None)
    tall = max(len(feeds), 2) * _STEP
    middle = (len(feeds) - 1) * _STEP / 2
    boxes, lines = [], []
    facts = _Box(2, middle, _fact_lines(way, fact))
    for row, (model, is_main) in enumerate(feeds):
        told = brought.get(model.name)
        look = "main" if is_main else ""
        source = _Box(0, row * _STEP, _file_lines(model, told, files if is_main else None), look)
        raw = _Box(1, row * _STEP, _raw_lines(model, told), look)
        boxes += [source, raw]
        lines += [(source, raw, is_main), (raw, facts, is_main)]
    entries = int(files["entries"].sum())
    ledger = _Box(3, 0, _ledger_lines(reading, part, way, entries), "main")
    result = _Box(3, max(_STEP * 1.35, tall - _STEP), _result_lines(reading), "on")
    boxes += [facts, ledger, result]
    lines.append((facts, ledger, True))
    return tag(
        "div",
        _lines([line for line in lines if not line[2]], tall, "side"),
        _lines([line for line in lines if line[2]], tall, "way", down=(ledger, result)),
        *(_box(box) for box in boxes),
        _checks(way.tests, top=middle + _HEIGHT + 0.5, left=facts.left, tall=tall),
        class_="tr-map",
        style=f"--tall:{max(tall, middle + _HEIGHT + 5.2):.1f}em",
    )


def lineage_foot(way: Way, files: pl.DataFrame, record: dict[str, Any]) -> Markup:
    """What the drawing leaves out: file hash, version of the models, who else takes part."""
    shown = {model.name for model, _ in _shown_feeds(way)}
    others = [model.name for model in (*way.feeds, *way.beside) if model.name not in shown]
    known = files.filter(pl.col("content_hash").is_not_null())
    hashed = known["content_hash"][0] if known.height else None
    said = [
        f"源文件 SHA-256 {hashed[:_HASH]}…{hashed[-4:]}" if hashed else "",
        f"模型 {record['inputs']['models']}" if record.get("inputs") else "",
        f"另有 {'、'.join(others)} 参与" if others else "",
        "蓝线为本数字主路径",
    ]
    return tag("p", " · ".join(part for part in said if part), class_="tr-ft")


def said(test: Test) -> str:
    """What a test demands, in words."""
    words = test.says or RULES.get(test.rule or "", test.name)
    return f"{words}：{'、'.join(test.columns)}" if test.columns else words


def _shown_feeds(way: Way) -> list[tuple[Model, bool]]:
    """Main feeds first, then those beside them, as many as fit; whether each is a main one."""
    beside = [model for model in way.beside if model.layer == "raw"]
    # A feed of the same family says more about the number than a register does.
    family = {model.name.split("/")[0] for model in way.feeds}
    beside.sort(key=lambda model: model.name.split("/")[0] not in family)
    listed = [(model, True) for model in way.feeds] + [(model, False) for model in beside]
    return listed[:_MOST_FEEDS]


def _file_lines(
    model: Model, told: dict[str, Any] | None, files: pl.DataFrame | None
) -> tuple[Any, str, str, str]:
    name = (told or {}).get("feed_name") or model.name
    if files is not None:
        files = files.filter(pl.col("source_feed") == model.name)
    if files is not None and files.height:
        file = PurePosixPath(files["source_file"][0] or "").name
        many = f" 等 {files.height} 个" if files.height > 1 else ""
        return name, f"{file}{many}", "源文件", f"{number(float(files['row_count'].sum()))} 行"
    if told is None:
        return name, "—", "源文件", "—"
    many = f" 等 {told['files']} 个" if told["files"] > 1 else ""
    latest = PurePosixPath(told["latest_file"]).name
    return name, f"{latest}{many}", "源文件", f"{number(told['rows'])} 行"


def _raw_lines(model: Model, told: dict[str, Any] | None) -> tuple[Any, str, str, str]:
    when = f"载入 {moment(told['loaded_at'])}" if told else "由装载过程记录"
    return model.name, when, "原始层", f"{number(model.rows)} 行"


def _fact_lines(way: Way, fact: Model | None) -> tuple[Any, str, str, str]:
    between = [m.name for m in way.models if m.layer in {"staging", "intermediate"}]
    if fact is None:
        return between[-1] if between else "—", "", "中间层", "视图"
    said = f"清洗推算 {len(between)} 步" if between else "直接取自原始层"
    return fact.name, said, "事实层", f"{number(fact.rows)} 行"


def _ledger_lines(
    reading: dict[str, Any], part: str, way: Way, entries: int
) -> tuple[Any, str, str, str]:
    return way.models[-1].name, str(reading[f"{part}_name"]), "账目", f"{number(entries)} 条"


def _result_lines(reading: dict[str, Any]) -> tuple[Any, str, str, str]:
    shape = shape_of(reading["status"])
    name = join([Markup(mark(shape, ".8em")) if shape != "none" else "", " ", reading["name_zh"]])
    value = value_with_unit(reading["value"], reading["unit"], reading["decimals"])
    return name, "indicator_readings", "指标", value


def _box(box: _Box) -> Markup:
    title, line, layer, rows = box.lines
    return tag(
        "div",
        tag("b", title, title=title if not isinstance(title, Markup) else None),
        tag("span", line, title=line),
        tag("span", layer, tag("em", rows), class_="ft"),
        class_=f"bx {box.look}",
        style=f"left:{box.left:.1f}%;top:{box.top:.2f}em",
    )


def _checks(tests: Sequence[Test], *, top: float, left: float, tall: float) -> Markup:
    """How many tests held, and what they are about."""
    if not tests:
        return Markup("")
    passed = sum(test.status == "pass" for test in tests)
    shape = "good" if passed == len(tests) else "watch"
    kinds = Counter(RULES.get(test.rule or "", "专项检验") for test in tests)
    broken = [said(test) for test in tests if test.status != "pass"]
    lines = broken or [f"{kind} {count} 项" for kind, count in kinds.most_common(3)]
    return tag(
        "div",
        tag("b", Markup(mark(shape, ".8em")), f" 检验 {passed} / {len(tests)} 通过"),
        *(tag("span", line, title=line) for line in lines[:3]),
        class_="ck",
        style=f"left:{left:.1f}%;top:{top:.2f}em",
    )


def _lines(
    lines: list[tuple[_Box, _Box, bool]],
    tall: float,
    look: str,
    *,
    down: tuple[_Box, _Box] | None = None,
) -> Markup:
    """Curves from box to box, as a mask over the whole drawing."""
    paths = [_curve(start, end) for start, end, _ in lines]
    if down:
        x, y0, y1 = down[0].left + _BOX / 2, down[0].top + _HEIGHT, down[1].top
        paths.append(f"M{x} {y0}V{y1}M{x - 0.7} {y1 - 0.5}L{x} {y1 - 0.02}L{x + 0.7} {y1 - 0.5}")
    if not paths:
        return Markup("")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 {tall}"'
        f' preserveAspectRatio="none"><path d="{"".join(paths)}" fill="none" stroke="#000"'
        ' stroke-width="1.6" vector-effect="non-scaling-stroke"/></svg>'
    )
    address = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
    return tag("i", class_=f"ln {look}", style=f"--m:url('{address}');height:{tall:.1f}em")


def _curve(start: _Box, end: _Box) -> str:
    x0, x1 = start.left + _BOX, end.left
    bend = (x0 + x1) / 2
    return f"M{x0} {start.middle}C{bend} {start.middle} {bend} {end.middle} {x1} {end.middle}"
