"""A feed's contract: its schema with the names, keys and rules that go with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import Meaning, meaning_of

#: The check that a row could be read at all.
LEGIBLE = "整行可读"


class Feed(dy.Schema):
    """What every contract module derives its schema from.

    The docstring of the class says what one row is. A rule of more than one column is a
    `@dy.rule()` whose docstring is the sentence that a refused row shows.
    """

    row = dy.Int64(alias="_row")


@dataclass(frozen=True)
class Contract:
    """One feed as `<family>/<name>`.

    Attributes:
        family: The folder of the landing place: base, grid, case, …
        name: The feed's own name, also the folder inside the family.
        schema: Columns, aliases and rules.
    """

    family: str
    name: str
    schema: type[Feed]

    @property
    def feed(self) -> str:
        """Its full name, `grid/events`."""
        return f"{self.family}/{self.name}"

    @cached_property
    def meanings(self) -> dict[str, Meaning]:
        """Column -> what it means, in the order of the contract."""
        return {
            name: meaning_of(column)
            for name, column in self.schema.columns().items()
            if name != "_row"
        }

    @cached_property
    def types(self) -> dict[str, pl.DataType]:
        """Column -> Polars type, in the order of the contract."""
        columns = self.schema.columns()
        return {name: columns[name].dtype for name in self.meanings}

    @cached_property
    def headings(self) -> dict[str, str]:
        """Heading as `plain_heading` writes it -> column."""
        return {
            plain_heading(heading): name
            for name, meaning in self.meanings.items()
            for heading in (name, *meaning.aliases)
        }

    @property
    def required(self) -> list[str]:
        """The columns that a file must have."""
        return [name for name, meaning in self.meanings.items() if meaning.required]

    @cached_property
    def main_time(self) -> str | None:
        """The required date or time that says when a row happened, if it has one."""
        times = [
            name
            for name, meaning in self.meanings.items()
            if meaning.kind in {"moment", "day", "month"} and meaning.required
        ]
        return times[0] if times else None

    @cached_property
    def checks(self) -> list[str]:
        """What every file is checked for once, as the sentences of refused rows begin.

        That its rows can be read, each column (filled, readable, in its list, in its register),
        and each rule of more than one column.
        """
        rules = [
            str(member.validation_fn.__doc__)
            for member in self.schema.__dict__.values()
            if hasattr(member, "validation_fn")
        ]
        return [LEGIBLE, *(self.title(column) for column in self.meanings), *rules]

    def broken_checks(self, sentences: Iterable[str]) -> set[str]:
        """Which of the checks the sentences of refused rows name; what names none is illegible."""
        return {
            next((check for check in self.checks if sentence.startswith(check)), LEGIBLE)
            for sentence in sentences
        }

    def title(self, column: str) -> str:
        """A column in words: its Chinese label and its name."""
        return f"{self.meanings[column].label}（{column}）"

    def sentence(self, rule: str) -> str:
        """What the rule of this name says, in Chinese.

        `rule` is named as dataframely does: `column|check`, or the name of a rule method.
        """
        column, _, check = rule.partition("|")
        if not check:
            return str(self.schema.__dict__[rule].validation_fn.__doc__)
        regex = {"area": "应为12位区划代码（网格15位）", "choices": "取值不在代码表内"}
        broken = {
            "nullability": "不能为空",
            "regex": regex.get(self.meanings[column].kind, "格式不符"),
            "min": "小于允许的最小值",
            "max": "大于允许的最大值",
        }
        return f"{self.title(column)}{broken.get(check, '取值不在代码表内')}"


def plain_heading(heading: str) -> str:
    """A heading as it is compared: half-width, lower case, no blanks, no （必填）."""
    plain = unicodedata.normalize("NFKC", heading).strip().lower().lstrip("\ufeff*")
    return re.sub(r"[\s*]|\((?:必填|选填)\)", "", plain)
