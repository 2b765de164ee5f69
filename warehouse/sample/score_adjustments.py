"""Bonus points, deductions, vetoes and corrections that the assessing offices decided on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Random
from warehouse.sample.months import last_day, months_later, whole_months

COLUMNS = {
    "scheme_code": pl.String,
    "area_code": pl.String,
    "period_start": pl.Date,
    "kind": pl.String,
    "points": pl.Float64,
    "reason": pl.String,
    "decided_on": pl.Date,
    "decided_by": pl.String,
}
Decision = tuple[str, str, date, str, float | None, str, date, str]

#: Scheme -> who decides, what earns points, what costs points.
SCHEMES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "grid_monthly": (
        "网格化服务管理中心",
        ("经验做法被上级简报刊发", "承办现场推进会", "提前完成试点任务"),
        ("重点事项未按要求回访", "月度推进会议定事项未落实", "抽查发现办结不实"),
    ),
    "community_monthly": (
        "网格化服务管理中心",
        ("协商议事案例入选典型", "网格员获评先进", "主动发现重大隐患"),
        ("台账资料缺失", "抽查走访记录不实", "群众诉求推诿"),
    ),
    "petition_monthly": (
        "信访工作联席会议办公室",
        ("信访积案化解经验推广",),
        ("答复意见书未按规定送达", "初次信访事项未在期限内告知"),
    ),
    "annual": (
        "督查考核办公室",
        ("获得上级表彰", "创新项目验收优秀"),
        ("督导问题整改不到位", "年度重点任务滞后"),
    ),
}
POINTS = (0.5, 0.5, 1.0, 1.0, 1.5, 2.0)
VETO = "发生造成重大影响的案事件，经认定实行一票否决"
CORRECTION = ("申诉复核后更正", "数据补报后更正")


def score_adjustments_frame(city: City) -> pl.DataFrame:
    """The feed `score_adjustments`, by the day of the decision."""
    random = city.random("score adjustments")
    decisions = [
        decision
        for scheme in SCHEMES
        for start in _periods(city, scheme)
        for decision in _of_period(city, random, scheme, start)
    ]
    return (
        pl.DataFrame(decisions, schema=COLUMNS, orient="row")
        .filter(pl.col("decided_on") <= last_day(city))
        .sort("decided_on", "scheme_code", "area_code", "kind")
        .with_row_index("number", 1)
        .select(
            pl.format("JF{}", pl.col("number").cast(pl.String).str.zfill(5)).alias("adjustment_id"),
            pl.exclude("number"),
        )
    )


def _periods(city: City, scheme: str) -> list[date]:
    """First days of the periods that are over."""
    months = whole_months(city)
    if scheme != "annual":
        return months
    return sorted({date(month.year, 1, 1) for month in months})


def _of_period(city: City, random: Random, scheme: str, start: date) -> Iterator[Decision]:
    """Decisions about one period; careful streets earn more and lose less."""
    rates = city.profile.program
    is_annual = scheme == "annual"
    share = {"annual": 2.0, "community_monthly": 0.25}.get(scheme, 1.0)
    places = _judged(city, scheme)
    for area, street in places:
        diligence = city.profile.streets[street].diligence
        veto = rates.veto * np.exp(-0.7 * diligence) if is_annual else 0.0
        for kind, chance in (
            ("bonus", rates.bonus * share * np.exp(0.5 * diligence)),
            ("deduction", rates.deduction * share * np.exp(-0.7 * diligence)),
            ("veto", veto),
        ):
            if random.random() < chance:
                # The year's decisions come as it goes, the month's in the month after.
                day = random.random() * 330 if is_annual else 32 + random.random() * 9
                yield _decision(random, scheme, (area, start, kind), day)
    if not is_annual and random.random() < rates.correction / 3:
        area, _ = places[int(random.random() * len(places))]
        day = (months_later(start, 2) - start).days + random.random() * 9
        yield _decision(random, scheme, (area, start, "correction"), day)


def _judged(city: City, scheme: str) -> list[tuple[str, int]]:
    """The places that a scheme judges, with the index of their street."""
    if scheme == "community_monthly":
        streets = city.geography.community_street.tolist()
        return list(zip(city.community_codes, streets, strict=True))
    return [(code, index) for index, code in enumerate(city.street_codes)]


def _decision(random: Random, scheme: str, about: tuple[str, date, str], day: float) -> Decision:
    """One decision `day` days after the beginning of its period."""
    area, start, kind = about
    office, praise, blame = SCHEMES[scheme]
    points = POINTS[int(random.random() * len(POINTS))]
    reasons = {"bonus": praise, "deduction": blame, "veto": (VETO,), "correction": CORRECTION}[kind]
    reason = reasons[int(random.random() * len(reasons))]
    value = {
        "bonus": points,
        # Printed without a sign, as these offices do.
        "deduction": points,
        "veto": None,
        "correction": points if random.random() < 0.6 else -points,
    }[kind]
    return scheme, area, start, kind, value, reason, start + timedelta(days=int(day)), office
