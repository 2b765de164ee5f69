"""`sources.toml`: how exports that look otherwise become feeds, without code."""

from __future__ import annotations

import tomllib
from hashlib import blake2b
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    BeforeValidator,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from warehouse.feeds import Contract, contract
from warehouse.load.coordinates import SYSTEMS
from warehouse.load.mapping.column import Column, Part, Skip, Texts
from warehouse.settings import Settings

#: The column of the contract that says how far the times of a row are known.
_PRECISION = "time_precision"


class BadMappingError(Exception):
    """`sources.toml` cannot be followed; the message says where."""


def _as_column(value: Any) -> Any:
    return {"column": value} if isinstance(value, str) else value


class Mapping(Part):
    """One `[[source]]`: files that become one feed."""

    name: str = Field(pattern=r"^[\w.-]+$")
    feed: str
    files: Texts = Field(min_length=1)
    columns: dict[str, Annotated[Column, BeforeValidator(_as_column)]]
    timezone: str | None = None
    nulls: list[str] = Field(default_factory=list)
    coordinates: str = "WGS84"
    code_system: str | None = Field(None, description="Of the place codes, if not the register's.")
    distinct: bool = Field(False, description="Rows that say the same count once.")
    skip: list[Skip] = Field(default_factory=list)
    precision: str | None = Field(None, description="`day` where the export has no times.")

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

    @field_validator("precision")
    @classmethod
    def _is_a_precision(cls, name: str | None) -> str | None:
        if name not in (None, "day"):
            raise ValueError("precision 只能写 day（只有日期、没有时刻）")
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
        if self.precision:
            self._keep_precision(known)
        return self

    def _keep_precision(self, known: Contract) -> None:
        """Every row says how far its times are known, so that nobody counts hours from them."""
        if _PRECISION not in known.meanings:
            raise ValueError(f"{known.feed} 没有时间精度，不能写 precision")
        if _PRECISION in self.columns:
            raise ValueError(f"precision 与 {_PRECISION} 列只能写一个")
        self.columns[_PRECISION] = Column(constant=self.precision)

    @property
    def headings(self) -> set[str]:
        """Every heading of the export that it needs."""
        needed = {name for column in self.columns.values() for name in column.headings}
        return needed | {name for skip in self.skip for name in skip.where}

    @property
    def fingerprint(self) -> str:
        """Changes when the mapping does, so that its files are read again."""
        # The precision is among the columns already.
        told = self.model_dump_json(exclude={"precision"})
        return "+" + blake2b(told.encode(), digest_size=8).hexdigest()


class Query(Part):
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


class _Sources(Part):
    source: list[Mapping] = Field(default_factory=list)
    query: list[Query] = Field(default_factory=list)


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
