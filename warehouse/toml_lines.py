"""The site's own TOML files: read, checked, and every mistake told with its line.

    schedule.toml 第 7 行：不认识“formts”，可写 report、formats、at

Who writes such a file sees it in an editor that counts lines, so the line is what helps most.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

#: Where a value stands: ("weekly", 0, "at") is the key `at` of the first table [[weekly]].
Place = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)
_WORDS = {
    "missing": "缺少“{key}”",
    "string_type": "“{key}”要写成带引号的文字",
    "int_type": "“{key}”要写整数",
    "int_from_float": "“{key}”要写整数",
    "float_type": "“{key}”要写数字",
    "bool_type": "“{key}”要写 true 或 false",
    "list_type": "“{key}”要写成方括号里的清单",
    "tuple_type": "“{key}”要写成方括号里的清单",
    "dict_type": "“{key}”要写成一个表",
    "model_type": "“{key}”要写成一个表",
    "date_type": "“{key}”要写日期，如 2026-01-05",
    "greater_than_equal": "“{key}”不能小于 {ge}",
    "greater_than": "“{key}”要大于 {gt}",
    "less_than_equal": "“{key}”不能大于 {le}",
    "less_than": "“{key}”要小于 {lt}",
    "too_short": "“{key}”至少要写 {min_length} 项",
    "string_too_short": "“{key}”不能空着",
    "too_long": "“{key}”最多写 {max_length} 项",
    "string_too_long": "“{key}”最多写 {max_length} 个字",
    "finite_number": "“{key}”要写数字",
    "value_error": "{error}",
}


class TomlError(Exception):
    """A file cannot be used; the text says in Chinese what is wrong and in which line."""


@dataclass(frozen=True)
class Toml:
    """A file as it was read.

    Attributes:
        name: Of the file.
        values: What it says.
        text: As it stands on the disk.
    """

    name: str
    values: dict[str, Any]
    text: str

    @cached_property
    def lines(self) -> dict[Place, int]:
        """In which line every table, key and item of a list begins, counted from 1."""
        return _lines(self.text)

    def line(self, *place: str | int) -> int:
        """Line of a value; where it is not written, that of the table that should hold it."""
        written = (place[:depth] for depth in range(len(place), 0, -1))
        return next((self.lines[above] for above in written if above in self.lines), 1)

    def told(self, words: str, *place: str | int) -> str:
        """`playlist.toml 第 3 行：…`, for an error."""
        return f"{self.name} 第 {self.line(*place)} 行：{words}"

    def checked(self, model: type[Model], *place: str | int) -> Model:
        """The file, or the table at a place, as a model.

        Raises:
            TomlError: The first value that the model refuses, in the order of the lines.
        """
        value: Any = self.values
        for key in place:
            value = value[key]
        try:
            return model.model_validate(value)
        except ValidationError as error:
            faults = error.errors(include_url=False)
            first = min(faults, key=lambda fault: self.line(*place, *fault["loc"]))
            at = (*place, *first["loc"])
            raise TomlError(self.told(_words(first, _known(model, first["loc"])), *at)) from None


def read_toml(path: Path, name: str = "") -> Toml:
    """Read a file of the site.

    Args:
        path: Of the file.
        name: What errors call it; the file's own name unless given.

    Raises:
        FileNotFoundError: There is none.
        TomlError: It is no UTF-8, or a line cannot be read.
    """
    name = name or path.name
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise TomlError(f"{name} 第 {line} 行不是 UTF-8 编码") from None
    try:
        return Toml(name, tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise TomlError(f"{name} 第 {line} 行写法有误，无法读取") from None


def _lines(text: str) -> dict[Place, int]:
    """What is new when a line more is read stands in that line; slow, so only for a mistake."""
    found: dict[Place, int] = {}
    lines, begun = text.split("\n"), 1
    for number in range(1, len(lines) + 1):
        so_far = "\n".join(lines[:number])
        if (whole := _try(so_far)) is not None:
            for place in _places(whole):
                # The last item of a list over several lines stands where the list ends.
                is_item = isinstance(place[-1], int) and place[:-1] in found
                found.setdefault(place, number if is_item else begun)
            begun = number + 1
        # In the middle of a list over several lines, what is there of it can be read.
        elif (part := _try(f"{so_far}\n]")) is not None:
            for place in _places(part):
                found.setdefault(place, number)
    return found


def _try(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _places(value: Any, above: Place = ()) -> Iterator[Place]:
    if isinstance(value, dict):
        inside: list[tuple[str | int, Any]] = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    else:
        return
    for key, held in inside:
        yield (*above, key)
        yield from _places(held, (*above, key))


def _words(fault: Any, known: list[str]) -> str:
    """What is wrong, in Chinese; `known` are the keys that could be written there instead."""
    key = next((str(part) for part in reversed(fault["loc"]) if isinstance(part, str)), "")
    if fault["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, known, 1)
        meant = f"是否为“{near[0]}”？" if near else ""
        return f"不认识“{key}”，{meant}可写 {'、'.join(known)}"
    if fault["type"] == "literal_error":
        allowed = "、".join(re.findall(r"'([^']*)'", fault["ctx"]["expected"]))
        return f"“{key}”要写 {allowed} 之一；现为“{fault['input']}”"
    words = _WORDS.get(fault["type"], "“{key}”写得不对；现为“{input}”")
    return words.format(key=key, input=fault["input"], **fault.get("ctx", {}))


def _known(model: type[BaseModel], place: Place) -> list[str]:
    """Keys of the model that is checked at a place; those of the outermost where it is unsure."""
    for key in place[:-1]:
        field = model.model_fields.get(key) if isinstance(key, str) else None
        inner = field and _model_in(field.annotation)
        if inner:
            model = inner
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model of a field, also where it is one of a list, a tuple or a union."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inside = (_model_in(part) for part in getattr(annotation, "__args__", ()))
    return next((found for found in inside if found), None)
