"""The battle map (作战图): pilots, projects, goals and problems with owner, deadline, evidence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Whole, pick
from warehouse.sample.program_rates import ProgramRates
from warehouse.sample.texts import choose
from warehouse.sample.worktime import DAY, NEVER

LIST = Path(__file__).with_name("tasks.csv")
OWNERS = {
    "政治": ("D02", "D04", "D03"),
    "法治": ("D06", "D01", "D07", "D05", "D10"),
    "德治": ("D03", "D04"),
    "自治": ("D08", "D04", "D10"),
    "智治": ("D23", "D01", "D05", "D11"),
}
EVIDENCE = ("验收单", "现场照片与会议纪要", "督查组核验意见", "系统截图与台账")
#: What became of them: done in time, done late, running, due soon, overdue.
FATES = (0.66, 0.06, 0.2, 0.05, 0.03)


def tasks_frame(city: City) -> pl.DataFrame:
    """The feed `tasks`."""
    random = city.random("tasks")
    frame = _titles(city.profile.program)
    count = frame.height
    today = city.until // DAY
    fate = random.permutation(_fates(count))
    due = _due(today, fate, random.random(count), city.start // DAY)
    started = np.maximum(due - 60 - (random.random(count) * 260).astype(np.int64), today - 720)
    started = np.minimum(started, np.minimum(due - 20, today - 5))
    done = np.where(fate == 0, due - (random.random(count) ** 2 * 40).astype(np.int64), NEVER)
    done = np.where(fate == 0, np.clip(done, started + 5, today), done)
    done = np.where(fate == 1, np.minimum(due + 2 + random.integers(0, 25, count), today), done)
    finished = done != NEVER
    passed = np.clip((today - started) / np.maximum(due - started, 1), 0, 1)
    progress = np.where(finished, 100, np.round(passed * (60 + 35 * random.random(count)) / 5) * 5)
    proven = finished & (random.random(count) < 0.95)
    places = [*city.street_codes, *city.upper_codes, city.profile.code]
    slow = [np.exp(-0.6 * street.diligence) for street in city.profile.streets]
    slow += [2.0] * (len(places) - len(slow))
    frame = frame.with_columns(
        task_id=pl.Series([f"RW{number:04d}" for number in range(1, count + 1)]),
        area_code=choose(places, pick(random, slow, count)),
        department_code=pl.Series(
            [
                OWNERS[governance][int(part * len(OWNERS[governance]))]
                for governance, part in zip(
                    frame["governance"], random.random(count).tolist(), strict=True
                )
            ]
        ),
        started_on=started.astype("datetime64[D]"),
        due_on=due.astype("datetime64[D]"),
        progress=progress.astype(np.int64),
        done_on=done.astype("datetime64[D]"),
        evidence=choose(EVIDENCE, np.where(proven, random.integers(0, 4, count), -1)),
    )
    return frame.select(
        "task_id",
        "kind",
        "governance",
        "title",
        "problem",
        "measure",
        "area_code",
        "department_code",
        "started_on",
        "due_on",
        "progress",
        "done_on",
        "evidence",
    )


def _titles(program: ProgramRates) -> pl.DataFrame:
    """What is to be done, from the list over and over; pilots and projects as many as wanted."""
    texts = pl.read_csv(LIST)
    rows = []
    for governance, count in program.tasks:
        own = texts.filter(pl.col("governance") == governance)
        wanted = {"pilot": program.pilots, "project": program.projects}
        left = count
        for kind, total in wanted.items():
            if total is not None:
                some = _share(total, governance, program.tasks)
                rows.append(_repeated(own.filter(pl.col("kind") == kind), some))
                own = own.filter(pl.col("kind") != kind)
                left -= some
        rows.append(_repeated(own, left))
    return pl.concat(rows)


def _share(total: int, governance: str, tasks: tuple[tuple[str, int], ...]) -> int:
    """The part of a total that falls to one governance; the parts add up."""
    ends = np.cumsum([0, *[count for _, count in tasks]])
    ends = np.round(ends / ends[-1] * total).astype(np.int64)
    place = [name for name, _ in tasks].index(governance)
    return int(ends[place + 1] - ends[place])


def _repeated(texts: pl.DataFrame, count: int) -> pl.DataFrame:
    """The texts one after the other, again and again."""
    return texts.select(pl.all().gather(np.arange(count) % texts.height))


def _fates(count: int) -> Whole:
    """Exactly the wanted shares, so that a small place also has something overdue."""
    ends = np.round(np.cumsum(FATES) * count).astype(np.int64)
    return np.searchsorted(ends, np.arange(count), "right").astype(np.int64)


def _due(today: int, fate: Whole, part: np.ndarray, first: int) -> Whole:
    """Deadlines: behind us for what is done or overdue, ahead for what is running."""
    back = (part * (today - first - 60)).astype(np.int64)
    due = np.where(fate <= 1, today - back, today)
    due = np.where(fate == 1, np.minimum(due, today - 30), due)
    due = np.where(fate == 2, today + 20 + (part * 200).astype(np.int64), due)
    due = np.where(fate == 3, today + 1 + (part * 12).astype(np.int64), due)
    return np.where(fate == 4, today - 2 - (part * 25).astype(np.int64), due)
