"""The landing folder: writes frames as the files upstream systems would hand over.

Every format is written so that the same rows give the same bytes.
"""

from __future__ import annotations

import gzip
import io
from collections import Counter
from datetime import datetime
from pathlib import Path

import polars as pl
import xlsxwriter

STAMP = "%Y-%m-%d %H:%M:%S"


class Landing:
    """Writes under `<out>/<family>/<feed>/` and counts the rows of each feed."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.rows: Counter[str] = Counter()

    def _path(self, feed: str, name: str, frame: pl.DataFrame) -> Path:
        family, short = feed.split("/")
        path = self.out / family / short / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self.rows[short] += frame.height
        return path

    def parquet(self, feed: str, name: str, frame: pl.DataFrame) -> None:
        """A Parquet file."""
        frame.write_parquet(self._path(feed, name, frame), compression="zstd", compression_level=3)

    def csv(self, feed: str, name: str, frame: pl.DataFrame, encoding: str = "utf-8") -> None:
        """A CSV file in `encoding`; gzipped when the name ends in .gz."""
        text = frame.write_csv(datetime_format=STAMP).encode(encoding)
        path = self._path(feed, name, frame)
        if path.suffix != ".gz":
            path.write_bytes(text)
            return
        packed = io.BytesIO()
        # A fixed time keeps the bytes the same from run to run.
        with gzip.GzipFile(
            filename="", mode="wb", fileobj=packed, compresslevel=4, mtime=0
        ) as file:
            file.write(text)
        path.write_bytes(packed.getvalue())

    def ndjson(self, feed: str, name: str, frame: pl.DataFrame) -> None:
        """One JSON object per line."""
        path = self._path(feed, name, frame)
        stamped = frame.with_columns(
            pl.col(column).dt.strftime(STAMP)
            for column, kind in frame.schema.items()
            if kind == pl.Datetime
        )
        stamped.write_ndjson(path)

    def xlsx(self, feed: str, name: str, frame: pl.DataFrame) -> None:
        """An Excel sheet; dates and times become date cells."""
        path = self._path(feed, name, frame)
        with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd hh:mm:ss"}) as book:
            book.set_properties({"created": datetime(2020, 1, 1)})
            sheet = book.add_worksheet("导出")
            day = book.add_format({"num_format": "yyyy-mm-dd"})
            sheet.write_row(0, 0, frame.columns)
            for place, column in enumerate(frame.columns):
                style = day if frame.schema[column] == pl.Date else None
                for line, value in enumerate(frame[column].to_list(), start=1):
                    if value is not None:
                        sheet.write(line, place, value, style)
