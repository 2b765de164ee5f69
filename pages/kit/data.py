"""Remember what was read, until another version of the warehouse is served."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import streamlit as st

from warehouse.access.scope import Scope
from warehouse.read.connection import whole_site
from warehouse.settings import settings

T = TypeVar("T")


def page_scope() -> Scope:
    """The scope of this run of the page: who may see what, in the version served now.

    Ask once at the top of `render()` and hand it on, so that a page never mixes versions.
    """
    return replace(whole_site(), area_code=settings().reader_area)


def cached(read: Callable[..., T], scope: Scope, *args: Any, **kwargs: Any) -> T:
    """`read(scope, …)`, asked at most once per version and arguments, for all viewers.

    Args:
        read: A function of `warehouse.read`. Its arguments are values (text, numbers, dates,
            lists, dicts), as they are part of the key.
        scope: First argument of the function; its version and place are part of the key.
        args: Further arguments.
        kwargs: Further named arguments.
    """
    name = f"{read.__module__}.{read.__qualname__}"
    key = (name, scope.version, scope.area_code)
    result: T = _read_once(key, args, kwargs, read, scope)
    return result


@st.cache_data(max_entries=1024, show_spinner=False)
def _read_once(
    key: tuple[str, str, str | None],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    _read: Callable[..., Any],
    _scope: Scope,
) -> Any:
    # Streamlit leaves arguments that begin with an underscore out of the cache's key.
    return _read(_scope, *args, **kwargs)
