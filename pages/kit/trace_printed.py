"""Where a number was printed: the sealed reports that have it, and how it stood there."""

from __future__ import annotations

from urllib.parse import urlencode

import polars as pl
import streamlit as st

from pages.kit.frame import panel
from pages.kit.html import Markup, tag
from warehouse.access.scope import Scope
from warehouse.report.editions import EditionFaultError, said_under
from warehouse.settings import settings

#: So many editions are told, and of a score or a report so many of its numbers.
_SHOWN, _WORDS = 8, 4


def printed_panel(scope: Scope, code: str) -> None:
    """Draw the panel; nothing for a number that no sealed report has.

    Args:
        scope: Only reports of places that it may see are told.
        code: As it is written.
    """
    try:
        rows = said_under(settings(), code, scope=scope)
    except EditionFaultError as error:
        with panel("pn_trace_printed", "印发记录"):
            words = f"有一版定稿与封存时不一致，请在报告页核验后再用：{error}"
            st.html(tag("p", words, class_="tr-then"))
        return
    if rows.is_empty():
        return
    found = rows.partition_by("edition", maintain_order=True)
    with panel("pn_trace_printed", "印发记录", f"{len(found)} 版定稿有这个数"):
        st.html(tag("ul", *(_line(edition) for edition in found[:_SHOWN]), class_="tr-printed"))


def _line(rows: pl.DataFrame) -> Markup:
    first = rows.row(0, named=True)
    kind, area, label, number_of = first["edition"].split("/")
    query = urlencode({"kind": kind, "area": area, "period": label, "edition": number_of})
    # The number itself; comparisons and counts that stand under its code too are told by the paper.
    own = rows.filter(part="v")
    words = list((rows if own.is_empty() else own)["words"].unique(maintain_order=True))
    more = "等" if len(words) > _WORDS else ""
    places = "、".join(rows["heading"].unique(maintain_order=True))
    return tag(
        "li",
        tag(
            "a",
            f"{first['title']} {label} 第{first['n']}版",
            href=f"reports?{query}",
            target="_self",
        ),
        tag("b", "印作 ", "、".join(words[:_WORDS]), more),
        tag("span", f"见于{places}", title=places),
        tag("small", f"{first['sealed_at']:%Y-%m-%d %H:%M} 由{first['sealed_by']}定稿"),
    )
