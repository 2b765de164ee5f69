"""四个一: what the four supervisions found, and whether it was put right."""

from __future__ import annotations

import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.frame import nothing_here
from pages.kit.periods import DeskPeriod
from pages.kit.records.hits import Hit, row_hits
from pages.kit.records.sets import go
from pages.kit.stacks import stack_rows
from warehouse.access.scope import Scope
from warehouse.read import tasks
from warehouse.read.record_filters import RecordFilter


def supervision_panel(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw the findings of the period; a click lists those of one supervision."""
    rows = cached(tasks.supervision, scope, asked)

    def draw() -> None:
        if not sum(rows["found"]):
            nothing_here("本期没有督导发现的问题。", "放宽日期或区域。")
            return
        with st.container(key="rows_supervision"):
            st.html(
                stack_rows(
                    [
                        (
                            row["kind"],
                            {"done": row["rectified"], "going": row["going"], "late": row["late"]},
                        )
                        for row in rows.iter_rows(named=True)
                    ]
                )
            )
            row_hits(
                "supervision",
                [
                    Hit(f"gofound_{kind}", f"列出{kind}的问题", _list, (kind,))
                    for kind in rows["kind"]
                ],
            )

    chart_panel(
        "supervision",
        ("“四个一”督导", f"{period.label} · 整改/发现"),
        rows=rows,
        headings={
            "kind": "督导",
            "found": "发现",
            "rectified": "已整改",
            "going": "整改中",
            "late": "逾期未改",
        },
        draw=draw,
    )


def _list(kind: str) -> None:
    go(set="supervision_findings", kind=kind)
