"""Signs that no office file can hold, taken out of what the data say.

A control character in one title, as exports of old systems have them, would else stop the whole
report: Word and slides cannot be written with it, and drawing a chart would end the process.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

# Tabs and line ends stay; the separators U+2028 and U+2029 no drawing of a chart can read.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
T = TypeVar("T")


def printable(thing: T) -> T:
    """A document, or any part of one, with blanks for control characters in all its texts."""
    cleaned: Any = _cleaned(thing)
    kept: T = cleaned
    return kept


def _cleaned(thing: Any) -> Any:
    if isinstance(thing, str):
        return _UNPRINTABLE.sub(" ", thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        told = {field.name: getattr(thing, field.name) for field in fields(thing)}
        changed = {name: new for name, old in told.items() if (new := _cleaned(old)) is not old}
        return replace(thing, **changed) if changed else thing
    if type(thing) in {list, tuple}:
        parts = [_cleaned(part) for part in thing]
        is_same = all(new is old for new, old in zip(parts, thing, strict=True))
        return thing if is_same else type(thing)(parts)
    return thing
