"""Databases of upstream systems: what a query returns becomes a file of the landing folder.

A database has no rows that one could point to tomorrow. So the answer is landed as it was,
under a name made of its content, and goes the way of every other file: the same answer is known
and skipped, and a number can be traced to a row of it.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import polars as pl
import sqlalchemy

from warehouse.load.mapping.model import Query, read_queries
from warehouse.settings import Settings


@dataclass(frozen=True)
class Pulled:
    """What came of one query.

    Attributes:
        query: Its name.
        file: Where the answer lies; None if it could not be had.
        message: Why not, in Chinese; empty if all is well.
    """

    query: str
    file: Path | None
    message: str = ""


def pull(site: Settings, landing: Path) -> list[Pulled]:
    """Run every `[[query]]` of `<var>/sources.toml` and land what it returns.

    One that fails is told and keeps nobody from loading the rest.

    Raises:
        BadMappingError: `sources.toml` itself cannot be followed.
    """
    return [_pull(site, landing, query) for query in read_queries(site)]


def _pull(site: Settings, landing: Path, query: Query) -> Pulled:
    address = site.databases.get(query.database)
    if address is None:
        return Pulled(query.name, None, f"站点设置 databases 里没有 {query.database}")
    try:
        engine = sqlalchemy.create_engine(address.get_secret_value())
        try:
            with engine.connect() as connection:
                frame = pl.read_database(
                    sqlalchemy.text(query.sql), connection, infer_schema_length=None
                )
        finally:
            engine.dispose()
    except ModuleNotFoundError as error:
        return Pulled(query.name, None, f"缺少数据库驱动 {error.name}，请用 pip 安装")
    except (sqlalchemy.exc.SQLAlchemyError, pl.exceptions.PolarsError) as error:
        # The driver's own words; SQLAlchemy's would repeat the statement over many lines.
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        return Pulled(query.name, None, f"查询未成功：{reason}")
    return Pulled(query.name, _land(frame, landing / query.folder))


def _land(frame: pl.DataFrame, folder: Path) -> Path:
    """Write the answer unless it lies there already; a file appears whole or not at all."""
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd")
    data = buffer.getvalue()
    path = folder / f"{blake2b(data, digest_size=12).hexdigest()}.parquet"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".tmp")
        half.write_bytes(data)
        half.replace(path)
    return path
