"""A small site whose landing folder a test fills as it reads."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

from warehouse.load import LoadReport, load, quarantined
from warehouse.settings import Settings

STREET = "990105001000"


@dataclass
class SmallSite:
    """Settings, and short ways to fill the landing folder and to look at the outcome."""

    settings: Settings

    def put(self, path: str, content: str | bytes, encoding: str = "utf-8") -> Path:
        file = self.settings.landing / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
        return file

    def put_packed(self, path: str, content: str) -> Path:
        return self.put(path, gzip.compress(content.encode()))

    def load(self, *only: str) -> LoadReport:
        return load(self.settings, only=only)

    def lake(self, feed: str) -> pl.DataFrame:
        files = self.settings.raw / feed / "**" / "*.parquet"
        return pl.read_parquet(files).sort("_loaded_at", "_file", "_row")

    def refused(self, feed: str | None = None) -> pl.DataFrame:
        return quarantined(self.settings, feed=feed).sort("file", "row")

    def rules(self, feed: str | None = None) -> list[tuple[int, list[str]]]:
        """Row number and rules of every refused row."""
        return self.refused(feed).select("row", "rules").rows()


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(Settings(var=tmp_path))
