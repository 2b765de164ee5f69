"""Where the columns of a feed come from, and which rows of an export are left out."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator


def placeholders(template: str) -> Iterable[str]:
    """The headings named in a template such as `{ward:02}-{precinct}`."""
    return (name for _, name, _, _ in Formatter().parse(template) if name)


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Texts = Annotated[list[str], BeforeValidator(_as_list)]


class Part(BaseModel):
    """What `sources.toml` says, and nothing that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Column(Part):
    """Where one column of the contract comes from: exactly one of the first four.

    Attributes:
        column: A heading of the export.
        constant: The same value in every row.
        template: Text with headings in braces, `{ward:02}` padded with zeros to two places; empty
            where any of them is empty.
        place: Names from the larger place to the smaller one, as templates; becomes the code of
            the last one that is filled.
        names: Names of places as the export spells them -> as the register does: what
            `yiping sources check` proposed and somebody confirmed.
        map: Spelling in the export -> value; others stay as they are.
        nulls: Spellings of nothing, besides those of the source.
        formats: strptime formats tried before the forms that every feed may use.
        timezone: Zone of times without an offset, if not the source's.
        otherwise: The value where there is none.
    """

    column: str | None = None
    constant: str | None = None
    template: str | None = None
    place: Texts = []
    names: dict[str, str] = {}
    map: dict[str, str] = {}
    nulls: list[str] = []
    formats: Texts = []
    timezone: str | None = None
    otherwise: str | None = None

    @model_validator(mode="after")
    def _has_one_origin(self) -> Column:
        told = [self.column, self.constant, self.template, self.place or None]
        if sum(origin is not None for origin in told) != 1:
            raise ValueError("须且只须写 column、constant、template、place 之一")
        return self

    @property
    def headings(self) -> set[str]:
        """Every heading of the export that it needs."""
        if self.column is not None:
            return {self.column}
        templates = [self.template] if self.template is not None else self.place
        return {name for template in templates for name in placeholders(template)}


class Skip(Part):
    """Rows to leave out: all conditions hold; an empty text stands for an empty cell."""

    where: dict[str, Texts]
    reason: str = Field(min_length=1)
