"""Self-government: matters that citizens bring up, tasks given to communities, deliberations."""

from __future__ import annotations

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Numbers, Random, Whole, logistic, lognormal, pick
from warehouse.sample.rhythm import day_weights, moments_between
from warehouse.sample.texts import choose, numbered
from warehouse.sample.worktime import DAY, NEVER, Seconds, moments

MICRO_KINDS = ("platform", "action", "deed", "wish", "starlight")
MICRO_SHARES = (12, 20, 26, 34, 8)
BODIES = ("村（居）民议事会", "小区议事会", "民情恳谈会", "居民代表会议", "小广场会", "红白理事会")
#: Days that a matter may take, by weight.
LIMITS = ((7, 40), (15, 40), (30, 20))
#: Departments that give many tasks; the others give few.
BUSY_DEPARTMENTS = ("D01", "D03", "D05", "D08", "D11", "D17", "D18")


def say_matters_frame(city: City) -> pl.DataFrame:
    """The feed `say_matters`, by the moment of raising."""
    random = city.random("say matters")
    rates = city.profile.grid
    count = round(rates.matters_per_1000 * city.residents.sum() / 1000 * city.years)
    days = city.days
    raised = moments_between(random, days, day_weights(days, city.calendar), count, "citizen")
    community = pick(random, city.community_residents, count)
    limit = np.array([days for days, _ in LIMITS])[pick(random, [w for _, w in LIMITS], count)]
    due = raised // DAY * DAY + (limit + 1) * DAY - 1
    in_time = random.random(count) < logistic(
        rates.matters_solved_logit + _diligence(city)[community]
    )
    used = random.beta(1.6, 2.0, count)
    late = limit + lognormal(random, 6.0, 1.2, count)
    solved = raised + (np.where(in_time, used * limit, late) * DAY).astype(np.int64)
    replied = solved + (lognormal(random, 0.3, 0.9, count) * DAY).astype(np.int64)
    replied = np.where(in_time, np.minimum(replied, due), replied)
    # A quarter of what was not done in time is put off for good; and some are solved, and nobody
    # tells those who asked.
    put_off = ~in_time & (random.random(count) < 0.25)
    solved = np.where(put_off, NEVER, solved)
    replied = np.where(put_off | (random.random(count) < 0.012), NEVER, replied)
    micro = np.where(
        random.random(count) < rates.micro_share, pick(random, MICRO_SHARES, count), -1
    )
    frame = pl.DataFrame(
        {
            "matter_id": numbered("SS", np.arange(1, count + 1), 7),
            "area_code": choose(city.community_codes, community),
            "channel": choose(("online", "offline"), pick(random, (57, 43), count)),
            "raised_at": moments(raised),
            "due_at": moments(np.where(random.random(count) < 0.02, NEVER, due)),
            "solved_at": moments(_known(city, solved)),
            "root_cause_fixed": pl.Series(random.random(count) < 0.78),
            "replied_at": moments(_known(city, replied)),
            "micro_kind": choose(MICRO_KINDS, micro),
        }
    )
    frame = frame.with_columns(
        root_cause_fixed=pl.when(pl.col("solved_at").is_not_null()).then("root_cause_fixed")
    )
    return frame.filter(pl.Series(raised <= city.until))


def admissions_frame(city: City) -> pl.DataFrame:
    """The feed `admissions`: tasks that departments gave to communities, by day."""
    random = city.random("admissions")
    rates = city.profile.grid
    codes = [department.code for department in city.profile.departments]
    weight = [4.0 if code in BUSY_DEPARTMENTS else 1.0 for code in codes]
    count = round(rates.tasks_per_community_month * len(city.community_codes) * city.months)
    given = np.sort(_working_days(city, random, count))
    department = pick(random, weight, count)
    street = city.geography.community_street
    community = pick(random, np.ones(len(street)), count)
    reliable = np.array([unit.diligence for unit in city.profile.departments])
    admitted = random.random(count) < logistic(
        rates.tasks_admitted_logit + 1.5 * reliable[department]
    )
    number = numbered(
        pl.Series(moments(given * DAY)).dt.strftime("准入〔%Y〕"), np.arange(1, count + 1), 5
    )
    frame = pl.DataFrame(
        {
            "task_id": numbered("JS", np.arange(1, count + 1), 6),
            "department_code": choose(codes, department),
            "area_code": choose(city.community_codes, community),
            "given_on": given.astype("datetime64[D]"),
            "admission_no": number,
        }
    ).with_columns(admission_no=pl.when(pl.Series(admitted)).then("admission_no"))
    return frame.filter(pl.Series(given <= city.until // DAY))


def deliberations_frame(city: City) -> pl.DataFrame:
    """The feed `deliberations`: what was agreed on, by the day of the meeting."""
    random = city.random("deliberations")
    rates = city.profile.grid
    count = round(rates.outcomes_per_community_month * len(city.community_codes) * city.months)
    met = np.sort(_working_days(city, random, count))
    community = pick(random, city.community_residents, count)
    limit = np.array([15, 30, 60, 90])[pick(random, (15, 40, 30, 15), count)]
    in_time = random.random(count) < logistic(
        rates.outcomes_on_time_logit + _diligence(city)[community]
    )
    used = np.where(
        in_time, random.beta(2.5, 1.6, count) * limit, limit + 1 + 25 * random.random(count)
    )
    done = met + used.astype(np.int64)
    done = np.where((done > city.until // DAY) | (random.random(count) < 0.01), NEVER, done)
    return pl.DataFrame(
        {
            "outcome_id": numbered("XS", np.arange(1, count + 1), 6),
            "area_code": choose(city.community_codes, community),
            "body": choose(BODIES, pick(random, (34, 24, 16, 12, 9, 5), count)),
            "met_on": met.astype("datetime64[D]"),
            "due_on": (met + limit).astype("datetime64[D]"),
            "implemented_on": done.astype("datetime64[D]"),
        }
    ).filter(pl.Series(met <= city.until // DAY))


def _diligence(city: City) -> Numbers:
    """Shift of the odds of each community: its street's."""
    return city.per_street("diligence")[city.geography.community_street]


def _known(city: City, at: Seconds) -> Seconds:
    return np.asarray(np.where(at > city.until, NEVER, at))


def _working_days(city: City, random: Random, count: int) -> Whole:
    """Days since 1970 on which offices were open."""
    days = city.days
    worked = city.calendar.is_working(days)
    return days[pick(random, worked.astype(float), count)]
