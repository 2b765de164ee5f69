"""The line of time of an event: what happened, what fell due, what is still to come."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import polars as pl

from pages.kit.formats import dated, duration
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.words import LEVELS, STATES, word

# What an event has before it, by the stage it is in.
_AHEAD = {
    "report": ("立案", "派遣", "处置", "核查", "结案"),
    "dispatch": ("派遣", "处置", "核查", "结案"),
    "handle": ("处置完成", "核查", "结案"),
    "check": ("核查", "结案"),
}
_DROPPED = {"rejected", "cancelled"}
_SET_BACK = {"returned", "check_failed", "suspended"}


def timeline(steps: pl.DataFrame, event: dict[str, Any], as_of: datetime) -> Markup:
    """Steps, deadlines and call-backs in order; what has not happened yet is hollow.

    Args:
        steps: Rows of `event_list.steps`, the earliest first.
        event: The row of the event.
        as_of: The data cut.
    """
    rows = steps.to_dicts()
    past = [_entry(row, dated(row["at"], as_of)) for row in rows if row["at"] <= as_of]
    future = [
        _item(
            "none",
            word(STATES, row["state"]),
            dated(row["at"], as_of),
            _left(row, as_of),
            look="fut",
        )
        for row in rows
        if row["at"] > as_of and event["is_open"]
    ]
    ahead = [_item("none", words, "—", "", look="fut") for words in _AHEAD.get(event["stage"], ())]
    return tag("ol", *past, *future, *ahead, class_="tl")


def _entry(row: dict[str, Any], when: str) -> Markup:
    name = word(STATES, row["state"])
    if row["kind"] == "deadline":
        return _deadline(row, name, when)
    if row["kind"] == "callback":
        shape = {True: "good", False: "watch"}.get(row["is_kept"], "none")
        return _item(shape, name, when, word(LEVELS, row["level"]) if row["level"] else "")
    shape = "watch" if row["state"] in _SET_BACK else "none" if row["state"] in _DROPPED else "good"
    return _item(shape, name, when, _remarks(row))


def _deadline(row: dict[str, Any], name: str, when: str) -> Markup:
    if row["is_kept"] is False:
        return _item("alert", f"{name}到期", when, "到期未完成", look="late")
    return _item("none", name, when, "按期完成" if row["is_kept"] else "")


def _remarks(row: dict[str, Any]) -> str:
    parts = [
        word(LEVELS, row["level"]) if row["level"] else None,
        row["department_name"],
        row["reason"],
        f"环节用时 {duration(row['stage_hours'])}（办公时间）" if row["stage_hours"] else None,
        "由阶段时间推得" if row["is_derived"] else None,
    ]
    return " · ".join(part for part in parts if part)


def _left(row: dict[str, Any], as_of: datetime) -> str:
    return f"还有 {duration((row['at'] - as_of).total_seconds() / 3600)}"


def _item(shape: str, name: str, when: str, remarks: str, *, look: str | None = None) -> Markup:
    return tag(
        "li",
        Markup(mark(shape, "12px")),
        tag("b", name),
        tag("time", when),
        tag("span", remarks) if remarks else "",
        class_=look,
    )
