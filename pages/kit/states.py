"""What stands where nothing can be shown: not found, not permitted, failed. Never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import streamlit as st

from pages.kit.filters import forget, tell
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from warehouse.access.scope import Scope
from warehouse.read import places
from warehouse.read.narrowed import NotPermittedError
from warehouse.settings import settings

FAILED = "此处暂时无法显示，原因已记入服务日志。请刷新重试；若仍如此，请去掉地址中“?”之后的部分。"


def nothing_here(words: str, advice: str) -> None:
    """An empty state that names its reason and says how to get out of it."""
    st.html(
        tag("div", Markup(mark("none", "14px")), tag("b", words), tag("span", advice), class_="nil")
    )


def nothing_found(noun: str, narrowed: dict[str, str], *, wider: bool = False) -> None:
    """Nothing is left under the filters: names them, and offers to let go of each.

    Args:
        noun: What was looked for.
        narrowed: Keys of the address that narrow, with what they say, such as `消防隐患`.
        wider: Whether the last 30 days would be more than what is asked for.
    """
    said = " · ".join(narrowed.values())
    st.html(
        tag(
            "div",
            tag("b", f"筛选条件下没有{noun}"),
            tag("span", said) if said else "",
            class_="nil stacked",
        )
    )
    with st.container(key="ways_out", horizontal=True):
        if wider:
            _way("放宽到近 30 日", tell, "period", "last30d")
        for key, words in narrowed.items():
            _way(f"去掉 {words}", forget, key)


def is_short(start_at: datetime, end_at: datetime) -> bool:
    """Whether a period is shorter than 30 days."""
    return end_at - start_at < timedelta(days=28)


def not_permitted(what: str) -> None:
    """What was asked for is outside what this instance may show."""
    site = settings()
    st.html(
        tag(
            "div",
            tag("b", Markup(mark("none", "14px")), " 无查看权限"),
            tag("span", what),
            tag("span", f"需要查看的，请联系{site.reader_office}。"),
            class_="nil stacked",
        )
    )


def is_outside(scope: Scope, area_code: str | None) -> bool:
    """Whether a place is known and not the reader's."""
    if scope.area_code is None or not area_code:
        return False
    path = places.path(scope, area_code)
    return not path.is_empty() and scope.area_code not in path["area_code"]


def said_of(error: Exception) -> None:
    """Draw the state for what was raised."""
    if isinstance(error, NotPermittedError):
        not_permitted("这里的数字属于全域，本机只开放一个区域的数据。")
    else:
        st.html(tag("div", Markup(mark("none", "14px")), tag("span", FAILED), class_="nil"))


def _way(words: str, action: Callable[..., None], *arguments: str) -> None:
    st.button(words, key=f"way_{words}", type="tertiary", on_click=action, args=arguments)
