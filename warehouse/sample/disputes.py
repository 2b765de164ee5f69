"""Disputes that were taken up for mediation (domain brief 7.2)."""

from __future__ import annotations

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Random, Whole, logistic, lognormal, pick, pick_by_row
from warehouse.sample.reports import Events
from warehouse.sample.rhythm import day_weights, moments_between, month_of
from warehouse.sample.texts import choose, numbered, places, ranks
from warehouse.sample.worktime import DAY, HOUR, NEVER, Seconds, moments

#: Kind, share, wage season, how hard it is against an average dispute.
KINDS = (
    ("邻里", 32.0, False, 0.2),
    ("婚姻家庭", 18.4, False, 0.1),
    ("合同", 9.0, False, -0.3),
    ("损害赔偿", 8.7, False, 0.0),
    ("房屋宅基地", 7.7, False, -0.3),
    ("医疗", 6.3, False, -0.4),
    ("其他", 6.2, False, 0.0),
    ("物业", 6.0, False, -0.3),
    ("劳动", 6.0, True, -0.2),
    ("消费", 4.0, False, 0.2),
    ("道路交通", 3.8, False, 0.2),
    ("生产经营", 3.6, False, -0.1),
    ("征地拆迁", 3.2, False, -0.8),
    ("山林土地", 0.6, False, -0.3),
    ("旅游", 1.0, False, 0.3),
    ("商事", 0.8, False, -0.1),
    ("环境", 0.5, False, 0.0),
)
INITIATED = ("proactive", "applied", "entrusted")
MEDIATION = (
    "people",
    "people;administrative",
    "administrative",
    "people;judicial",
    "judicial",
    "people;administrative;judicial",
)
RESULTS = ("success_written", "success_oral", "failed", "terminated", "withdrawn")
FOUND_IN_GRID = 0.35
WAGE_MONTHS = (10, 11, 0)


def disputes_frame(city: City, events: Events, ids: pl.Series) -> pl.DataFrame:
    """The feed `disputes`, ordered by the moment of acceptance."""
    random = city.random("disputes")
    people = city.residents.sum()
    count = round(city.profile.cases.disputes_per_1000 * people / 1000 * city.years)
    days = city.days
    accepted = moments_between(random, days, day_weights(days, city.calendar), count, "office")
    community = _communities(city, random, count)
    event = _found_in_grid(city, random, events, accepted, community)
    accepted = np.where(event >= 0, events.reported[event] + 6 * HOUR, accepted)
    home = city.geography.grid_community[events.grid[event]]
    community = np.where(event >= 0, home, community)
    kind = _kinds(city, random, accepted)
    initiated = np.where(event >= 0, 0, pick(random, (30, 66, 4), count))
    concluded = _conclusions(city, random, accepted, community)
    result = _results(city, random, kind, community)
    mediation = pick_by_row(
        random,
        np.array([(70, 12, 8, 5, 3, 2), (30, 10, 12, 22, 20, 6)], dtype=float),
        (initiated == 2) * 1,
    )
    passed_up = np.where(
        (random.random(count) < 0.035) & (concluded - accepted > 3 * DAY),
        accepted + 3 * DAY,
        NEVER,
    )
    confirmed = np.where((result == 0) & (random.random(count) < 0.06), concluded + 5 * DAY, NEVER)
    open_still = concluded > city.until
    hide = [np.where(at > city.until, NEVER, at) for at in (concluded, passed_up, confirmed)]
    concluded_known, passed_up, confirmed = hide
    updated = np.maximum.reduce([accepted, concluded_known, passed_up, confirmed])
    frame = pl.DataFrame(
        {
            "dispute_id": _numbers("TJ", accepted),
            "area_code": choose(city.community_codes, community),
            "kind": choose([kind[0] for kind in KINDS], kind),
            "initiated_by": choose(INITIATED, initiated),
            "accepted_at": moments(accepted),
            "mediation": choose(MEDIATION, mediation),
            "org_name": _organisations(city, community),
            "concluded_at": moments(concluded_known),
            "result": choose(RESULTS, np.where(open_still, -1, result)),
            "passed_up_at": moments(passed_up),
            "judicially_confirmed_at": moments(confirmed),
            "event_id": ids.gather(places(event)),
            "updated_at": moments(updated),
        }
    )
    return frame.filter(pl.Series(accepted <= city.until)).sort("accepted_at", "dispute_id")


def _communities(city: City, random: Random, count: int) -> Whole:
    """Communities quarrel by population, some more than others."""
    temper = random.lognormal(0, 0.4, len(city.community_codes))
    street = city.geography.community_street
    calm = np.exp(-0.25 * city.per_street("diligence"))[street]
    return pick(random, city.community_residents * temper * calm, count)


def _found_in_grid(
    city: City, random: Random, events: Events, accepted: Seconds, community: Whole
) -> Whole:
    """For a share of the disputes the event in which the grid found it; -1 for the others."""
    count = len(accepted)
    found = np.full(count, -1, dtype=np.int64)
    is_dispute = np.array([name == "矛盾纠纷" for name in city.matters.class_names])
    candidates = np.flatnonzero(is_dispute[events.matter] & events.is_valid)
    wanted = min(round(count * FOUND_IN_GRID), len(candidates))
    if wanted:
        chosen = np.sort(random.choice(candidates, wanted, replace=False))
        found[np.sort(random.choice(count, wanted, replace=False))] = chosen
    return found


def _kinds(city: City, random: Random, accepted: Seconds) -> Whole:
    share = np.array([kind[1] for kind in KINDS])
    wages = np.array([kind[2] for kind in KINDS])
    in_season = np.isin(month_of(accepted // DAY), WAGE_MONTHS)
    table = np.stack([share, np.where(wages, share * 1.8, share)])
    return pick_by_row(random, table, in_season * 1)


def _conclusions(city: City, random: Random, accepted: Seconds, community: Whole) -> Seconds:
    """Median 6 days, P90 24 days; a few wait for months."""
    count = len(accepted)
    pace = np.exp(-0.25 * city.per_street("diligence"))[city.geography.community_street]
    days = lognormal(random, 6.0, 1.02, count) * pace[community]
    days = np.where(random.random(count) < 0.004, days + 90, days)
    at = accepted + (days * DAY).astype(np.int64)
    # Agreements are signed at office hours.
    at = at // DAY * DAY + 9 * HOUR + (random.random(count) * 8 * HOUR).astype(np.int64)
    return np.asarray(np.maximum(at, accepted + HOUR))


def _results(city: City, random: Random, kind: Whole, community: Whole) -> Whole:
    hard = np.array([entry[3] for entry in KINDS])
    base = city.profile.cases.dispute_success
    odds = np.log(base / (1 - base)) + hard[kind]
    diligence = city.per_street("diligence")[city.geography.community_street]
    odds += 0.35 * diligence[community] + 0.1
    succeeds = random.random(len(kind)) < logistic(odds)
    written = np.where(random.random(len(kind)) < 0.44, 0, 1)
    broken = 2 + pick(random, (60, 25, 15), len(kind))
    withdrawn = random.random(len(kind)) < 0.012
    return np.where(withdrawn, 4, np.where(succeeds, written, broken))


def _organisations(city: City, community: Whole) -> pl.Series:
    names = [f"{name}人民调解委员会" for name in city.community_names]
    return choose(names, community)


def _numbers(prefix: str, at: Seconds) -> pl.Series:
    """Numbers by year and order of time."""
    return numbered(pl.Series(moments(at)).dt.strftime(f"{prefix}%Y"), ranks(at), 6)
