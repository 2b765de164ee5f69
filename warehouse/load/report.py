"""What a load did, file by file and feed by feed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl


@dataclass(frozen=True)
class LoadReport:
    """The outcome of one load.

    Attributes:
        load_id: Its name in the lake; sorts by time.
        files: The load log of this run, one row per file and source.
        unclaimed: Files that no feed and no mapping asks for, relative to the landing folder.
        failed_queries: Name of each database query that gave no answer, and why.
    """

    load_id: str
    files: pl.DataFrame
    unclaimed: tuple[str, ...] = ()
    failed_queries: tuple[tuple[str, str], ...] = ()

    @property
    def rows(self) -> int:
        """Data rows in the files that were read."""
        return int(self.files["rows"].sum())

    @property
    def accepted(self) -> int:
        """Rows that went to the lake."""
        return int(self.files["accepted"].sum())

    @property
    def quarantined(self) -> int:
        """Rows that were refused."""
        return int(self.files["quarantined"].sum())

    @property
    def per_feed(self) -> pl.DataFrame:
        """One row per feed: files, rows, accepted, quarantined, skipped and refused files."""
        return self.files.group_by("feed", maintain_order=True).agg(
            pl.len().alias("files"),
            pl.col("rows", "accepted", "quarantined").sum(),
            pl.col("status").eq("skipped").sum().alias("skipped"),
            pl.col("status").eq("refused").sum().alias("refused"),
        )

    @property
    def refused_files(self) -> pl.DataFrame:
        """`file` and `message` of the files that were refused whole."""
        return self.files.filter(pl.col("status") == "refused").select("file", "message")

    def as_dict(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            "load_id": self.load_id,
            "rows": self.rows,
            "accepted": self.accepted,
            "quarantined": self.quarantined,
            "feeds": self.per_feed.to_dicts(),
            "refused_files": self.refused_files.to_dicts(),
            "unclaimed_files": list(self.unclaimed),
            "failed_queries": dict(self.failed_queries),
        }

    def as_table(self) -> tuple[list[str], Sequence[Sequence[Any]]]:
        """Headings and rows for the terminal; a file that was not read gets a line of its own."""
        feeds = self.per_feed
        unread = [
            *(f"{file}: {message}" for file, message in self.refused_files.iter_rows()),
            *(f"{file}: 不在任何报送目录中，也没有来源说明" for file in self.unclaimed),
        ]
        blank = [None] * (feeds.width - 1)
        return feeds.columns, [*feeds.rows(), *([line, *blank] for line in unread)]
