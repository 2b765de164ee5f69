"""The matters of the sample place: what happens, how fast it must be done, and by whom.

The list is data (`matters.csv`). Besides the columns of the feed it holds what only the generator
needs: the share of the matter in per cent, its department, its season, and titles to draw from.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from warehouse.sample.draws import Numbers, Random, Whole
from warehouse.sample.worktime import DAY, HOUR, OFFICE_DAY, Flags

LIST = Path(__file__).with_name("matters.csv")
FEED_COLUMNS = (
    "matter_code",
    "matter_name",
    "line",
    "class_name",
    "subclass_name",
    "kind",
    "limit_value",
    "limit_unit",
    "small_matter",
)
UNIT_SECONDS = {
    "work_hour": HOUR,
    "work_day": OFFICE_DAY,
    "urgent_hour": HOUR,
    "calendar_day": DAY,
}
#: Factor per month of the year, January first.
SEASONS = {
    "": (1.0,) * 12,
    "night": (0.8, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.3, 1.1, 1.0, 0.9, 0.8),
    "summer": (0.8, 0.8, 0.9, 1.0, 1.1, 1.35, 1.45, 1.45, 1.15, 1.0, 0.85, 0.8),
    "winter": (1.5, 1.35, 1.1, 0.95, 0.85, 0.8, 0.8, 0.8, 0.85, 0.95, 1.2, 1.5),
    "wage": (1.8, 1.1, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.9, 1.8, 1.8),
    "festival": (1.3, 1.4, 1.0, 0.95, 1.05, 0.95, 0.95, 0.95, 1.0, 1.15, 0.9, 1.0),
    "school": (0.7, 0.6, 1.2, 1.2, 1.2, 1.1, 0.4, 0.4, 1.6, 1.2, 1.2, 1.1),
    "storm": (0.9, 0.9, 0.95, 1.0, 1.05, 1.2, 1.3, 1.3, 1.1, 0.95, 0.9, 0.9),
}


@dataclass(frozen=True)
class Matters:
    """The list as arrays, one entry per matter."""

    frame: pl.DataFrame
    codes: list[str]
    class_names: list[str]
    share: Numbers
    season: list[str]
    #: The limit in seconds, on the office clock where `in_office`.
    limit: Whole
    in_office: Flags
    is_small: Flags
    departments: list[str]
    titles: list[list[str]]

    @classmethod
    def read(cls) -> Matters:
        """The list that comes with the generator."""
        text = ("matter_code", "season", "titles", "department_code", "subclass_name")
        frame = pl.read_csv(LIST, schema_overrides=dict.fromkeys(text, pl.String)).with_columns(
            pl.col("season").fill_null("")
        )
        units = frame["limit_unit"].to_list()
        return cls(
            frame=frame.select(FEED_COLUMNS),
            codes=frame["matter_code"].to_list(),
            class_names=frame["class_name"].to_list(),
            share=frame["share"].cast(pl.Float64).to_numpy(),
            season=frame["season"].to_list(),
            limit=np.array(
                [
                    value * UNIT_SECONDS[unit]
                    for value, unit in zip(frame["limit_value"], units, strict=True)
                ],
                dtype=np.int64,
            ),
            in_office=np.array([unit.startswith("work") for unit in units]),
            is_small=frame["small_matter"].to_numpy(),
            departments=frame["department_code"].to_list(),
            titles=[titles.split("|") for titles in frame["titles"]],
        )

    def by_month(self) -> Numbers:
        """Weight of each matter in each month of the year: 12 rows."""
        factors = np.array([SEASONS[season] for season in self.season]).T
        return np.asarray(self.share * factors)

    def in_season(self, season: str) -> Whole:
        """Indices of the matters with that season."""
        return np.flatnonzero(np.array(self.season) == season)

    def index(self, code: str) -> int:
        """Place of a matter in the list."""
        return self.codes.index(code)

    def draw_titles(self, random: Random, matter: Whole) -> list[str]:
        """A title for each entry of `matter`."""
        counts = np.array([len(titles) for titles in self.titles])
        first = np.concatenate([[0], np.cumsum(counts)[:-1]])
        flat = np.array([title for titles in self.titles for title in titles], dtype=object)
        chosen = (random.random(len(matter)) * counts[matter]).astype(np.int64)
        titles: list[str] = flat[first[matter] + chosen].tolist()
        return titles
