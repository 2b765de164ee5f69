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
    scope = replace(whole_site(), area_code=settings().reader_area)
    _forget_older(scope.version)
    return scope


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


def _forget_older(version: str) -> None:
    """Let go of everything read from older versions when a newer one is served.

    A wall would otherwise keep what it showed from dozens of versions, which nobody asks for
    any more. A run that still reads the older one only asks again.
    """
    if version > _served["newest"]:
        _served["newest"] = version
        _read_once.clear()


#: Names of versions sort by time.
_served = {"newest": ""}


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
