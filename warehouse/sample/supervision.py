"""Monthly meetings (推进会) with their actions, and what inspections found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import exp

import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Random, pick
from warehouse.sample.months import last_day, month_starts

#: What meetings decide on, with the departments that lead.
ACTIONS = (
    ("补齐空缺网格员并完成岗前培训", "D01"),
    ("开展楼道堆物和飞线充电专项整治", "D19"),
    ("清理超期未结事项并逐件说明原因", "D01"),
    ("复核重复信访事项并落实包案", "D07"),
    ("推进老旧小区停车秩序治理", "D10"),
    ("完善社区矛盾纠纷调解室制度上墙", "D06"),
    ("完成重点场所消防隐患回头看", "D19"),
    ("规范占道经营疏导点管理", "D11"),
    ("更新流动人口台账并抽查核实", "D05"),
    ("对接志愿服务点单平台并公布清单", "D04"),
    ("落实积水点位责任人和泵车备勤", "D15"),
    ("治理夜间施工噪声并公示处罚结果", "D13"),
    ("排查欠薪风险项目并建立会商机制", "D09"),
    ("完善网格党支部联系点制度", "D02"),
)
#: Kind, how often in a year, days until it must be put right.
INSPECTIONS = (
    ("monthly", 12, 15),
    ("quarterly", 4, 30),
    ("half_year", 2, 45),
    ("annual", 1, 60),
)
#: What an inspection finds, and on what it rests; of departments and of places.
FOUND_IN_DEPARTMENTS = (
    ("派遣件签收不及时", "抽查派遣记录"),
    ("办理意见简单，未附处理结果", "抽查办结案卷"),
    ("超期件未书面说明原因", "超期清单比对"),
    ("应接入的业务数据未按时报送", "数据到达记录"),
    ("协办事项推诿，退回理由不充分", "退回件复核"),
)
FOUND_IN_PLACES = (
    ("网格员空缺未按期补齐", "查阅人员花名册"),
    ("矛盾纠纷台账登记不完整", "查阅台账"),
    ("走访记录与系统数据不一致", "入户抽查、系统比对"),
    ("办结事项未按规定回访", "电话回访抽查"),
    ("议事协商成果未公示", "现场查看"),
    ("重点场所巡查频次不足", "查阅巡查记录、现场查看"),
    ("综治中心值班制度落实不到位", "现场查看"),
)


def meeting_actions_frame(city: City) -> pl.DataFrame:
    """The feed `meeting_actions`: a meeting a month, actions for every street and the whole."""
    random = city.random("meeting actions")
    rates = city.profile.program
    known = {department.code for department in city.profile.departments}
    today = last_day(city)
    rows = []
    for month in month_starts(city):
        held = month + timedelta(days=7 + int(random.random() * 4))
        for area, diligence in _units(city):
            for _ in range(1 + random.poisson(max(rates.actions_per_street - 1, 0))):
                title, lead = ACTIONS[int(random.random() * len(ACTIONS))]
                named = lead in known and random.random() < 0.7
                due = held + timedelta(days=(14, 21, 30)[int(random.random() * 3)])
                done = _done(random, held, due, rates.action_logit + 0.8 * diligence)
                rows.append((held, area, lead if named else None, title, due, done))
    return _numbered(
        "YD",
        "action_id",
        pl.DataFrame(
            rows,
            schema={
                "meeting_on": pl.Date,
                "area_code": pl.String,
                "department_code": pl.String,
                "title": pl.String,
                "due_on": pl.Date,
                "done_on": pl.Date,
            },
            orient="row",
        ),
        today,
    )


def supervision_findings_frame(city: City) -> pl.DataFrame:
    """The feed `supervision_findings`: inspections by month, quarter, half year and year."""
    random = city.random("supervision findings")
    words = city.random("what supervision found")
    rates = city.profile.program
    departments = [department.code for department in city.profile.departments]
    rows = []
    for month in month_starts(city):
        for (kind, times, days), wanted in zip(INSPECTIONS, rates.findings, strict=True):
            if month.month % (12 // times):
                continue
            for area, diligence in _units(city):
                for _ in range(random.poisson(wanted * 2.7 ** (-0.4 * diligence))):
                    found = month + timedelta(days=15 + int(random.random() * 10))
                    due = found + timedelta(days=days)
                    done = _done(random, found, due, rates.finding_logit + 0.8 * diligence)
                    drawn = departments[int(random.random() * len(departments))]
                    who = drawn if random.random() < 0.35 else None
                    matters = FOUND_IN_DEPARTMENTS if who else FOUND_IN_PLACES
                    matter = matters[int(words.random() * len(matters))]
                    rows.append((kind, area, who, *matter, found, due, done))
    return _numbered(
        "WT",
        "finding_id",
        pl.DataFrame(
            rows,
            schema={
                "kind": pl.String,
                "area_code": pl.String,
                "department_code": pl.String,
                "title": pl.String,
                "evidence": pl.String,
                "found_on": pl.Date,
                "due_on": pl.Date,
                "rectified_on": pl.Date,
            },
            orient="row",
        ),
        last_day(city),
    )


def _units(city: City) -> Iterator[tuple[str, float]]:
    """Streets with their diligence, and the whole place."""
    for code, street in zip(city.street_codes, city.profile.streets, strict=True):
        yield code, street.diligence
    yield city.profile.code, 0.4


def _done(random: Random, begun: date, due: date, odds: float) -> date | None:
    """Mostly in time, sometimes a few days late, seldom never."""
    given = (due - begun).days
    if random.random() < 1 / (1 + exp(-odds)):
        return begun + timedelta(days=1 + int(random.beta(3.0, 1.6) * (given - 1)))
    if pick(random, (80, 20), 1)[0]:
        return None
    return due + timedelta(days=1 + int(random.exponential(8)))


def _numbered(prefix: str, key: str, frame: pl.DataFrame, today: date) -> pl.DataFrame:
    """What has begun by today, in the order of time; what will be done later is not known yet."""
    begun = next(name for name in ("meeting_on", "found_on") if name in frame.columns)
    done = frame.columns[-1]
    return (
        frame.filter(pl.col(begun) <= today)
        .with_columns(pl.when(pl.col(done) <= today).then(pl.col(done)).alias(done))
        .sort(begun, "area_code", maintain_order=True)
        .with_row_index("number", 1)
        .select(
            pl.format(f"{prefix}{{}}", pl.col("number").cast(pl.String).str.zfill(5)).alias(key),
            pl.exclude("number"),
        )
    )
