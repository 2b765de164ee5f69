"""Petitions on their statutory clocks, the people who come again, hearings and ratings."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Numbers, Random, Whole, lognormal, pick
from warehouse.sample.rhythm import day_weights, moments_between
from warehouse.sample.texts import choose, numbered, ranks
from warehouse.sample.worktime import DAY, HOUR, NEVER, Flags, Seconds, moments

CHANNELS = ("web", "visit", "letter", "phone")
KINDS = ("appeal", "accusation", "suggestion")
#: Field, share, department, topics.
FIELDS: tuple[tuple[str, float, str, tuple[str, ...]], ...] = (
    ("城乡建设", 20, "D10", ("停车收费管理", "房产证办理延迟", "物业服务质量", "老旧小区改造")),
    ("自然资源", 15, "D12", ("规划公示异议", "征收补偿", "违法用地")),
    ("劳动和社会保障", 15, "D09", ("拖欠工资", "养老待遇核定", "工伤认定")),
    ("涉法涉诉", 14, "D01", ("判决执行", "案件办理进度")),
    ("农业农村", 11, "D16", ("集体资产分配", "土地承包经营")),
    ("民政", 6, "D08", ("低保资格", "养老机构服务")),
    ("退役军人", 5, "D22", ("优抚待遇", "安置政策")),
    ("卫生健康", 4, "D17", ("医疗费用", "医患矛盾")),
    ("市场监管", 3, "D20", ("预付卡退费", "食品安全举报")),
    ("其他", 7, "D07", ("噪声扰民", "政策咨询", "历史遗留问题")),
)


@dataclass
class Items:
    """Petitions before their frame; arrays of one length."""

    community: Whole
    field: Whole
    topic: list[str]
    petitioner: Whole
    received: Seconds
    is_backlog: Flags

    def __len__(self) -> int:
        return len(self.community)


def petitions_frame(city: City) -> pl.DataFrame:
    """The feed `petitions`, ordered by the moment of receipt."""
    random = city.random("petitions")
    items, planned = _items(city, random)
    count = len(items)
    cases = city.profile.cases
    diligence = city.per_street("diligence")[city.geography.community_street][items.community]
    pace = np.exp(-0.2 * diligence)
    informed = _days_later(random, items.received, lognormal(random, 4.0, 0.62, count) * pace)
    forwarded = np.where(
        random.random(count) < 0.55,
        _days_later(random, items.received, lognormal(random, 2.2, 0.5, count)),
        NEVER,
    )
    accepted = _days_later(random, informed, random.random(count) * 3)
    extended = random.random(count) < cases.petition_extended
    replied = _replies(random, accepted, extended, items.is_backlog, cases.petition_late)
    review = np.where(
        random.random(count) < 0.02, _days_later(random, replied, 20 + 0 * pace), NEVER
    )
    closed = _days_later(random, replied, lognormal(random, 9.0, 0.7, count))
    visits, persons = _channels(random, count)
    known = {
        "forwarded_at": forwarded,
        "informed_at": informed,
        "accepted_at": accepted,
        "replied_at": replied,
        "review_at": review,
        "recheck_at": np.full(count, NEVER, dtype=np.int64),
        "closed_at": closed,
    }
    known = {name: np.where(at > city.until, NEVER, at) for name, at in known.items()}
    # What came in is entered some hours later; those who return are entered while they wait.
    lag = np.where(np.arange(count) < planned, round(cases.petition_lag_hours * HOUR), 0)
    leaders = city.profile.leaders
    lead = items.is_backlog | (random.random(count) < 0.04)
    frame = pl.DataFrame(
        {
            "petition_id": numbered("XF", ranks(items.received), 7),
            "area_code": choose(city.community_codes, items.community),
            "channel": choose(CHANNELS, visits),
            "kind": choose(KINDS, pick(random, (72, 16, 12), count)),
            "field": choose([field[0] for field in FIELDS], items.field),
            "petitioner_key": [f"XFR{number:06d}" for number in items.petitioner],
            "matter_key": [
                f"{topic}·{number:06d}"
                for topic, number in zip(items.topic, items.petitioner, strict=True)
            ],
            "persons": persons,
            "received_at": moments(items.received),
            **{name: moments(at) for name, at in list(known.items())[:3]},
            "extended": extended & (known["accepted_at"] != NEVER),
            **{name: moments(at) for name, at in list(known.items())[3:]},
            "department_code": choose([field[2] for field in FIELDS], items.field),
            "leader_in_charge": choose(
                leaders, np.where(lead, random.integers(0, len(leaders), count), -1)
            ),
            "backlog": items.is_backlog,
            "litigation_related": items.field == 3,
            "updated_at": moments(np.maximum.reduce([items.received, *known.values()])),
        }
    )
    is_in = pl.Series(items.received <= city.until - lag)
    return frame.filter(is_in).sort("received_at", "petition_id")


def _items(city: City, random: Random) -> tuple[Items, int]:
    """First petitions, those who come again, the backlog, and the returning ones of the founding.

    Returns:
        The petitions, and how many of them come before the returning ones.
    """
    cases = city.profile.cases
    thousands = city.residents.sum() / 1000
    count = round(cases.petitions_per_1000 * thousands * city.years)
    old = round(cases.petition_backlog_per_1000 * thousands)
    received = moments_between(
        random, city.days, day_weights(city.days, city.calendar), count, "office"
    )
    received = received[received <= city.horizon - round(cases.petition_lag_hours * HOUR)]
    before = city.start - (random.random(old) * 700 * DAY).astype(np.int64)
    received = np.concatenate([before, received])
    count = len(received)
    street = city.geography.community_street
    grief = random.lognormal(0, 0.45, len(street)) * np.exp(
        -0.3 * city.per_street("diligence")[street]
    )
    community = pick(random, city.community_residents * grief, count)
    field = pick(random, [entry[1] for entry in FIELDS], count)
    topic_number = random.random(count)
    topic = [
        FIELDS[index][3][int(part * len(FIELDS[index][3]))]
        for index, part in zip(field.tolist(), topic_number.tolist(), strict=True)
    ]
    items = Items(
        community, field, topic, np.arange(1, count + 1), received, np.arange(count) < old
    )
    _come_again(random, items, old, cases.petition_repeat)
    return _with_returning(city, items), len(items)


def _come_again(random: Random, items: Items, old: int, share: float) -> None:
    """Makes a share of the petitions repeats of an earlier one, mostly after its reply."""
    repeats = np.flatnonzero(random.random(len(items)) < share)
    for index in repeats[repeats > old + 20].tolist():
        back = items.received[index] - lognormal(random, 65.0, 0.6, 1) * DAY
        earlier = int(np.searchsorted(items.received[old:], back[0]) + old)
        earlier = min(earlier, index - 1)
        items.community[index] = items.community[earlier]
        items.field[index] = items.field[earlier]
        items.topic[index] = items.topic[earlier]
        items.petitioner[index] = items.petitioner[earlier]


def _with_returning(city: City, items: Items) -> Items:
    number = len(items) + 1
    for street, name, field, topic, back in city.profile.today.returning:
        community = city.community(street, name)
        if community is None:
            continue
        visits = len(back)
        at = city.founded - np.array([int(days * DAY) for days in back])
        at = at // DAY * DAY + np.clip(at % DAY, 9 * HOUR, 17 * HOUR)
        items = Items(
            np.concatenate([items.community, np.full(visits, community)]),
            np.concatenate([items.field, np.full(visits, field)]),
            [*items.topic, *[topic] * visits],
            np.concatenate([items.petitioner, np.full(visits, number)]),
            np.concatenate([items.received, np.minimum(at, city.founded - HOUR)]),
            np.concatenate([items.is_backlog, np.zeros(visits, dtype=bool)]),
        )
        number += 1
    return items


def _days_later(random: Random, at: Seconds, days: Numbers) -> Seconds:
    """Moments some days later, at office hours."""
    day = at // DAY + np.maximum(days, 0).astype(np.int64)
    later = day * DAY + 9 * HOUR + (random.random(len(at)) * 8 * HOUR).astype(np.int64)
    return np.asarray(np.maximum(later, at + HOUR))


def _replies(
    random: Random, accepted: Seconds, extended: Flags, is_backlog: Flags, late: float
) -> Seconds:
    """Median 32 days, P90 58 days; cut at the limit except for the few that are late."""
    count = len(accepted)
    days = lognormal(random, 32.0, 0.46, count)
    limit = np.where(extended, 90, 60)
    days = np.where(extended, 61 + random.random(count) * 27, days)
    over = days > limit
    days = np.where(over, limit - 1 - random.random(count) * 14, days)
    is_late = random.random(count) < late
    days = np.where(is_late, limit + 1 + lognormal(random, 9.0, 0.8, count), days)
    days = np.where(is_backlog, 250 + random.random(count) * 1100, days)
    return _days_later(random, accepted, days)


def _channels(random: Random, count: int) -> tuple[Whole, Whole]:
    """Channel and number of persons; a twentieth of the visits are groups."""
    channel = pick(random, (52, 22, 13, 13), count)
    group = (channel == 1) & (random.random(count) < 0.05)
    many = np.clip(lognormal(random, 12.0, 0.7, count), 5, 60).astype(np.int64)
    few = 1 + (random.random(count) < 0.12) + (random.random(count) < 0.05)
    return channel, np.where(group, many, few).astype(np.int64)
