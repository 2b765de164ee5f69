"""A little real dirt: files with doubled rows, and rows that no contract can accept.

Every flaw has a fixed number of rows, so that the quarantine can be counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Random
from warehouse.sample.spelling import in_chinese
from warehouse.sample.writer import STAMP, Landing

#: Share of the events that the platform pushes a second time, word for word.
DOUBLED = 0.005


@dataclass(frozen=True)
class Flaw:
    """Rows of one feed with one thing wrong.

    Attributes:
        wrong: Column -> the text that stands there instead.
    """

    feed: str
    what: str
    rows: int
    wrong: dict[str, str]


FLAWS = (
    Flaw("grid/events", "a day that does not exist", 60, {"reported_at": "2026-02-30 10:15:00"}),
    Flaw("grid/events", "a place in no register", 45, {"area_code": "990105099001001"}),
    Flaw("grid/events", "a matter in no list", 30, {"matter_code": "ZZ9999"}),
    Flaw("grid/events", "a code spoilt by Excel", 15, {"area_code": "9.90105E+14"}),
    Flaw("grid/events", "a source nobody knows", 10, {"source": "无人机"}),
    Flaw("grid/event_log", "a state nobody knows", 30, {"state": "流转中"}),
    Flaw("grid/event_log", "no time", 20, {"at": ""}),
    Flaw(
        "grid/say_matters", "solved before it was raised", 14, {"solved_at": "2021-03-02 10:00:00"}
    ),
    Flaw("grid/say_matters", "a channel nobody knows", 8, {"channel": "传真"}),
    Flaw("case/disputes", "a way of mediation nobody knows", 12, {"mediation": "诉调"}),
    Flaw("case/disputes", "over before it began", 18, {"concluded_at": "2023-12-25 10:00:00"}),
    Flaw("petition/petitions", "nobody came", 20, {"persons": "0"}),
    Flaw(
        "petition/petitions", "answered before it came", 15, {"replied_at": "2022-05-06 09:00:00"}
    ),
    Flaw("volunteer/service_records", "a day of 36 hours", 30, {"hours": "36"}),
    Flaw("volunteer/service_records", "less than nothing", 10, {"hours": "-2"}),
    Flaw("base/rosters", "left before coming", 8, {"until": "2018-01-01"}),
)
#: How the additional file of each feed is written, and the key that tells its rows apart.
FILES: dict[str, tuple[str, str]] = {
    "grid/events": ("补报.csv", "event_id"),
    "grid/event_log": ("补传.ndjson", "event_id"),
    "grid/say_matters": ("说事补录.xlsx", "matter_id"),
    "case/disputes": ("街道补录.csv", "dispute_id"),
    "petition/petitions": ("信访补录.csv.gz", "petition_id"),
    "volunteer/service_records": ("团队补录.xlsx", "record_id"),
    "base/rosters": ("人员变动.xlsx", "person_key"),
}
#: Good rows in each additional file, all known already.
KNOWN_ROWS = 120


def refused() -> dict[str, int]:
    """Rows per feed that the contracts must refuse."""
    counts: Counter[str] = Counter()
    for flaw in FLAWS:
        counts[flaw.feed] += flaw.rows
    return dict(counts)


def soil(city: City, landing: Landing, feed: str, frame: pl.DataFrame) -> None:
    """Writes the additional file of a feed beside its good ones.

    Args:
        city: Where randomness comes from.
        landing: The landing folder.
        feed: One of `FILES`.
        frame: The good rows of the feed.
    """
    random = city.random(f"dirt {feed}")
    name, key = FILES[feed]
    known = frame.select(pl.all().gather(_some(random, frame, KNOWN_ROWS)))
    parts = [_as_text(known)]
    for number, flaw in enumerate(flaw for flaw in FLAWS if flaw.feed == feed):
        rows = frame.select(pl.all().gather(_some(random, frame, flaw.rows)))
        own = [f"{rows[key][0][:2]}BAD{number}{order:04d}" for order in range(flaw.rows)]
        wrong = {column: pl.lit(text or None, pl.String) for column, text in flaw.wrong.items()}
        parts.append(_as_text(rows).with_columns(pl.Series(key, own), **wrong))
    mixed = pl.concat(parts)
    mixed = mixed.select(pl.all().gather(random.permutation(mixed.height)))
    _writer(landing, name)(feed, name, mixed)


def double(city: City, landing: Landing, frame: pl.DataFrame) -> None:
    """Pushes some events a second time, as happens when a connection breaks."""
    random = city.random("doubled")
    again = frame.select(pl.all().gather(_some(random, frame, round(frame.height * DOUBLED))))
    landing.ndjson("grid/events", "重推.ndjson", again)


def _some(random: Random, frame: pl.DataFrame, count: int) -> np.ndarray:
    return np.sort(random.integers(0, frame.height, count))


def _as_text(frame: pl.DataFrame) -> pl.DataFrame:
    """All columns as the text of a file."""
    return frame.select(
        pl.col(name).dt.strftime(STAMP) if kind == pl.Datetime else pl.col(name).cast(pl.String)
        for name, kind in frame.schema.items()
    )


def _writer(landing: Landing, name: str) -> Callable[[str, str, pl.DataFrame], None]:
    if name.endswith(".ndjson"):
        return landing.ndjson
    if name.endswith(".xlsx"):
        return landing.xlsx
    if name.endswith(".gz"):
        return landing.csv

    def chinese(feed: str, file: str, frame: pl.DataFrame) -> None:
        landing.csv(feed, file, in_chinese(frame, feed), encoding="gb18030")

    return chinese
