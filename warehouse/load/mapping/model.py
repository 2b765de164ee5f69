"""`sources.toml`: how exports that look otherwise become feeds, without code."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from hashlib import blake2b
from string import Formatter
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from warehouse.feeds import contract
from warehouse.load.coordinates import SYSTEMS
from warehouse.settings import Settings


class BadMappingError(Exception):
    """`sources.toml` cannot be followed; the message says where."""


def placeholders(template: str) -> Iterable[str]:
    """The headings named in a template such as `{ward:02}-{precinct}`."""
    return (name for _, name, _, _ in Formatter().parse(template) if name)


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Texts = Annotated[list[str], BeforeValidator(_as_list)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Column(_Part):
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


class Skip(_Part):
    """Rows to leave out: all conditions hold; an empty text stands for an empty cell."""

    where: dict[str, Texts]
    reason: str = Field(min_length=1)


def _as_column(value: Any) -> Any:
    return {"column": value} if isinstance(value, str) else value


class Mapping(_Part):
    """One `[[source]]`: files that become one feed."""

    name: str = Field(pattern=r"^[\w.-]+$")
    feed: str
    files: Texts = Field(min_length=1)
    columns: dict[str, Annotated[Column, BeforeValidator(_as_column)]]
    timezone: str | None = None
    nulls: list[str] = []
    coordinates: str = "WGS84"
    code_system: str | None = Field(None, description="Of the place codes, if not the register's.")
    distinct: bool = Field(False, description="Rows that say the same count once.")
    skip: list[Skip] = []

    @field_validator("name")
    @classmethod
    def _is_not_taken(cls, name: str) -> str:
        if name == "contract":
            raise ValueError("contract 是保留名")
        return name

    @field_validator("timezone")
    @classmethod
    def _is_a_zone(cls, name: str | None) -> str | None:
        try:
            ZoneInfo(name or "UTC")
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(f"没有时区 {name}") from None
        return name

    @field_validator("coordinates")
    @classmethod
    def _is_a_system(cls, name: str) -> str:
        if name not in SYSTEMS:
            raise ValueError(f"坐标系须为 {'、'.join(SYSTEMS)} 之一")
        return name

    @model_validator(mode="after")
    def _suits_its_feed(self) -> Mapping:
        try:
            known = contract(self.feed)
        except LookupError as error:
            raise ValueError(str(error)) from None
        unknown = [name for name in self.columns if name not in known.meanings]
        missing = [name for name in known.required if name not in self.columns]
        if unknown:
            raise ValueError(f"{known.feed} 没有这些列：{'、'.join(unknown)}")
        if missing:
            raise ValueError(f"{known.feed} 缺少必需的列：{'、'.join(missing)}")
        return self

    @property
    def headings(self) -> set[str]:
        """Every heading of the export that it needs."""
        needed = {name for column in self.columns.values() for name in column.headings}
        return needed | {name for skip in self.skip for name in skip.where}

    @property
    def fingerprint(self) -> str:
        """Changes when the mapping does, so that its files are read again."""
        return "+" + blake2b(self.model_dump_json().encode(), digest_size=8).hexdigest()


class Query(_Part):
    """One `[[query]]`: a database whose answer is landed as a file.

    Attributes:
        name: Stands in messages, and in the folder's name.
        database: Which of the site's `databases`.
        sql: What to ask; a window of days is enough, later rows replace earlier ones.
        into: The feed whose columns the answer already has; without it the answer lies in
            `pulled/<name>/` and a `[[source]]` says what it means.
    """

    name: str = Field(pattern=r"^[\w.-]+$")
    database: str
    sql: str = Field(min_length=1)
    into: str | None = None

    @field_validator("into")
    @classmethod
    def _is_a_feed(cls, name: str | None) -> str | None:
        try:
            return name and contract(name).feed
        except LookupError as error:
            raise ValueError(str(error)) from None

    @property
    def folder(self) -> str:
        """Where the answer is landed, inside the landing folder."""
        return f"{self.into}/{self.name}" if self.into else f"pulled/{self.name}"


class _Sources(_Part):
    source: list[Mapping] = []
    query: list[Query] = []


def read_mappings(site: Settings) -> list[Mapping]:
    """The mappings of `<var>/sources.toml`; none if there is no such file.

    Raises:
        BadMappingError: The file is no TOML, or says what cannot be.
    """
    return _read(site).source


def read_queries(site: Settings) -> list[Query]:
    """The database queries of `<var>/sources.toml`.

    Raises:
        BadMappingError: As `read_mappings`.
    """
    return _read(site).query


def _read(site: Settings) -> _Sources:
    path = site.var / "sources.toml"
    if not path.exists():
        return _Sources()
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        sources = _Sources.model_validate(told)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadMappingError(f"{path}：不是合法的 TOML：{error}") from None
    except ValidationError as error:
        raise BadMappingError(f"{path}：{_first_fault(error, told)}") from None
    for parts in (sources.source, sources.query):
        names = [part.name for part in parts]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise BadMappingError(f"{path}：来源名重复：{'、'.join(twice)}")
    return sources


def _first_fault(error: ValidationError, told: dict[str, Any]) -> str:
    fault = error.errors()[0]
    place = list(fault["loc"])
    name = ""
    if len(place) > 1 and place[0] in ("source", "query") and isinstance(place[1], int):
        kind = "来源" if place[0] == "source" else "查询"
        name = f"{kind} {told[str(place[0])][place[1]].get('name', place[1] + 1)} "
        place = place[2:]
    return f"{name}{'.'.join(map(str, place))}：{fault['msg'].removeprefix('Value error, ')}"
