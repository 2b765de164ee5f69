"""Draws a sample place and writes its feeds into a landing folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import polars as pl
from rich.progress import Progress

from warehouse.sample import (
    facilities,
    history,
    registers,
    tasks,
    visits,
    volunteers,
)
from warehouse.sample.awards import awards_frame
from warehouse.sample.city import City, found_city
from warehouse.sample.devices import devices_frame
from warehouse.sample.dirt import double, soil
from warehouse.sample.hearings import hearings_frame
from warehouse.sample.party_branches import party_branches_frames
from warehouse.sample.profiles import PROFILES
from warehouse.sample.program_files import write_cases, write_program
from warehouse.sample.social_orgs import social_orgs_frame
from warehouse.sample.spelling import in_chinese
from warehouse.sample.story import FEEDS, Story
from warehouse.sample.surveys import surveys_frame
from warehouse.sample.writer import Landing


def generate(  # noqa: PLR0913
    *,
    profile: str,
    months: int,
    seed: int,
    until: datetime,
    out: Path,
    scale: float = 1.0,
    horizon: datetime | None = None,
    progress: Progress | None = None,
) -> dict[str, int]:
    """Writes all feeds; the same arguments give the same bytes.

    Args:
        profile: Name of a sample place, see `PROFILES`.
        months: Length of the history in whole months before the month of `until`.
        seed: Another seed is another place of the same kind.
        until: The last moment of the history (site's wall clock, naive).
        out: The landing folder.
        scale: Share of communities, grids and people, for tests.
        horizon: Up to where the story is drawn, so that it can go on after `until`; there, unless
            given.
        progress: Where to show how far it is.

    Returns:
        Rows written per feed, the dirty ones included.

    Raises:
        ValueError: There is no such profile.
    """
    if profile not in PROFILES:
        raise ValueError(f"no sample profile {profile!r}; there are: {', '.join(PROFILES)}")
    landing = Landing(out)
    step = _stepper(progress)
    city = found(profile, months=months, seed=seed, until=until, scale=scale, horizon=horizon)
    step()
    story = Story.of(city)
    step()
    _registers(city, landing, step)
    for write in (_grid, _grid_upkeep, _self_government, _volunteer_family, _program):
        write(story, landing, step)
    return dict(landing.rows)


def found(  # noqa: PLR0913
    profile: str,
    *,
    months: int,
    seed: int,
    until: datetime,
    scale: float = 1.0,
    horizon: datetime | None = None,
) -> City:
    """The city of `generate`, before anything happens there."""
    shape = PROFILES[profile].scaled(scale)
    return found_city(shape, months, seed, until.replace(microsecond=0), horizon)


STEPS = 10


def _stepper(progress: Progress | None) -> Callable[[], None]:
    if progress is None:
        return lambda: None
    task = progress.add_task("示范区数据", total=STEPS)
    return lambda: progress.advance(task)


def _registers(city: City, landing: Landing, step: Callable[[], None]) -> None:
    areas = history.with_history(city, registers.areas_frame(city))
    landing.csv("base/areas", "areas.csv.gz", areas)
    departments = in_chinese(registers.departments_frame(city), "base/departments")
    landing.xlsx("base/departments", "部门名录.xlsx", departments)
    landing.csv("base/matters", "matters.csv", city.matters.frame)
    rosters = pl.concat([registers.rosters_frame(city), history.former_workers(city)])
    landing.csv(
        "base/rosters", "人员名册.csv", in_chinese(rosters, "base/rosters"), encoding="gb18030"
    )
    soil(city, landing, "base/rosters", rosters)
    _facilities(city, landing)
    _standing(city, landing)
    step()


def _facilities(city: City, landing: Landing) -> None:
    """Rooms and halls from one system, cameras and firms each from their own."""
    sites = in_chinese(facilities.facilities_frame(city), "base/facilities")
    landing.csv("base/facilities", "设施台账.csv", sites, encoding="gb18030")
    cameras = in_chinese(facilities.cameras_frame(city), "base/facilities")
    landing.csv("base/facilities", "视频点位.csv", cameras, encoding="gb18030")
    landing.csv("base/facilities", "企业法人.csv.gz", facilities.enterprises_frame(city))


def _standing(city: City, landing: Landing) -> None:
    """Organisations, party branches, titles and surveys."""
    landing.csv("base/social_orgs", "社会组织.csv", social_orgs_frame(city))
    for name, branches in party_branches_frames(city):
        spelled = in_chinese(branches, "base/party_branches")
        landing.csv("base/party_branches", f"党支部{name}.csv", spelled, encoding="gb18030")
    landing.xlsx("base/awards", "命名表彰.xlsx", in_chinese(awards_frame(city), "base/awards"))
    landing.xlsx("base/surveys", "民意调查.xlsx", in_chinese(surveys_frame(city), "base/surveys"))


def _grid(story: Story, landing: Landing, step: Callable[[], None]) -> None:
    """Events, their log, call-backs, disputes and petitions."""
    city = story.city
    frame = _now(story, "grid/events")
    by_quarter(landing, "grid/events", frame, "reported_at")
    step()
    double(city, landing, frame)
    soil(city, landing, "grid/events", frame)
    log = _now(story, "grid/event_log")
    by_quarter(landing, "grid/event_log", log, "at")
    soil(city, landing, "grid/event_log", log)
    step()
    landing.csv("grid/callbacks", "callbacks.csv.gz", _now(story, "grid/callbacks"))
    disputes = _now(story, "case/disputes")
    spelled = in_chinese(disputes, "case/disputes")
    landing.csv("case/disputes", "调解台账.csv", spelled, encoding="gb18030")
    soil(city, landing, "case/disputes", disputes)
    petitions = _now(story, "petition/petitions")
    landing.csv("petition/petitions", "petitions.csv", petitions)
    soil(city, landing, "petition/petitions", petitions)
    landing.xlsx("petition/hearings", "hearings.xlsx", hearings_frame(city, petitions))
    landing.csv("petition/ratings", "ratings.csv", _now(story, "petition/ratings"))
    step()


def _grid_upkeep(story: Story, landing: Landing, step: Callable[[], None]) -> None:
    """The hotline, cameras, visits and the register of persons."""
    city = story.city
    calls = in_chinese(_now(story, "grid/hotline_calls"), "grid/hotline_calls")
    landing.csv("grid/hotline_calls", "热线话务统计.csv", calls, encoding="gb18030")
    samples = devices_frame(city, facilities.cameras_frame(city))
    landing.parquet("grid/devices", "探头巡检.parquet", samples)
    by_quarter(landing, "grid/visits", _now(story, "grid/visits"), "period_start")
    records = visits.population_records_frame(city)
    landing.csv("grid/population_records", "population_records.csv.gz", records)
    step()


def _self_government(story: Story, landing: Landing, step: Callable[[], None]) -> None:
    """What citizens bring up and agree on, and what departments give to communities."""
    matters = _now(story, "grid/say_matters")
    spelled = in_chinese(matters, "grid/say_matters")
    landing.csv("grid/say_matters", "群众说事台账.csv", spelled, encoding="gb18030")
    soil(story.city, landing, "grid/say_matters", matters)
    admissions = in_chinese(_now(story, "grid/admissions"), "grid/admissions")
    landing.xlsx("grid/admissions", "准入登记表.xlsx", admissions)
    landing.ndjson("grid/deliberations", "deliberations.ndjson", _now(story, "grid/deliberations"))
    step()


def _volunteer_family(story: Story, landing: Landing, step: Callable[[], None]) -> None:
    city = story.city
    frame = volunteers.volunteers_frame(city, *story.registered)
    landing.csv("volunteer/volunteers", "volunteers.csv.gz", frame)
    landing.ndjson("volunteer/teams", "teams.ndjson", volunteers.teams_frame(city)[0])
    records = _now(story, "volunteer/service_records")
    by_quarter(landing, "volunteer/service_records", records, "started_at")
    soil(city, landing, "volunteer/service_records", records)
    orders = _now(story, "volunteer/service_orders")
    landing.parquet("volunteer/service_orders", "orders.parquet", orders)
    step()


def _program(story: Story, landing: Landing, step: Callable[[], None]) -> None:
    spelled = in_chinese(tasks.tasks_frame(story.city), "program/tasks")
    landing.xlsx("program/tasks", "作战图.xlsx", spelled)
    write_program(story.city, landing)
    write_cases(story.city, landing)
    landing.csv("case/reward_tips", "reward_tips.csv", _now(story, "case/reward_tips"))
    step()


def _now(story: Story, feed: str) -> pl.DataFrame:
    """A feed as it is exported at the end of the history."""
    return FEEDS[feed](story, story.city)


def by_quarter(landing: Landing, feed: str, frame: pl.DataFrame, column: str) -> None:
    """One Parquet file per quarter of `column`, named like 2026Q4."""
    name = pl.format("{}Q{}", pl.col(column).dt.year(), pl.col(column).dt.quarter())
    for (quarter,), part in frame.group_by(name, maintain_order=True):
        landing.parquet(feed, f"{quarter}.parquet", part)
