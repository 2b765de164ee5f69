"""A small report made by hand, with one of everything, for the tests of the formats."""

from dataclasses import replace
from datetime import date, datetime

from warehouse.report.document import (
    Annex,
    Chart,
    Column,
    Document,
    Edition,
    Entry,
    Figure,
    Paragraph,
    Section,
    Series,
    Slide,
    Source,
    Table,
)
from warehouse.trace_code import Number

VERSION = "20261116T000500-a1b2"
CITY = "990100000000"
STREETS = (("990101001000", "东街街道"), ("990101002000", "西河镇"), ("990101003000", "南湖街道"))


def source(code: str, part: str = "v", area: str = CITY) -> Source:
    return Source(Number(code, area, "week", date(2026, 11, 9)), part)


def count(value: float, code: str, part: str = "v", area: str = CITY) -> Figure:
    return Figure(f"{value:.0f}件", value, source(code, part, area), '0"件"')


def rate(value: float, code: str, part: str = "v", area: str = CITY) -> Figure:
    return Figure(f"{value:.2f}%", value, source(code, part, area), '0.00"%"')


def points(value: float, code: str) -> Figure:
    arrow = "→" if value == 0 else "↑" if value > 0 else "↓"
    form = '"↑"0.00;"↓"0.00;"→"'
    return Figure(f"{arrow}{abs(value):.2f}", value, source(code, "c"), form)


TOTAL = Paragraph(
    [
        "本周全市共上报网格事件",
        count(1204, "OPS-01"),
        "，日均",
        count(172, "OPS-01", "day"),
        "，环比上升",
        Figure("9.45%", 9.4545, source("OPS-01", "cr"), '0.00"%"'),
        "。应结案",
        count(1100, "OPS-08", "d"),
        "，按期结案",
        count(1031, "OPS-08", "n"),
        "，按期结案率",
        rate(93.7273, "OPS-08"),
        "，环比提高",
        Figure("0.42个百分点", 0.42, source("OPS-08", "c"), '0.00"个百分点"'),
        "。",
    ]
)
MAIN = Table(
    name="主要指标",
    title="表1　主要指标",
    columns=[
        Column("指标", 28, is_left=True),
        Column("本周", 16),
        Column("上周", 16),
        Column("环比", 14),
        Column("目标", 12),
        Column("状态", 10),
    ],
    rows=[
        ["事件上报量", count(1204, "OPS-01"), count(1100, "OPS-01", "p"), "—", "—", "—"],
        [
            "按期结案率",
            rate(93.7273, "OPS-08"),
            rate(93.3073, "OPS-08", "p"),
            points(0.42, "OPS-08"),
            Figure("≥95%", 95, source("OPS-08", "t"), '"≥"0"%"'),
            "关注",
        ],
        ["回访满意率", "—", rate(98.6, "OPS-14", "p"), "—", "—", "—"],
    ],
    note="注：“—”为无可计算的数据或未设目标。",
)
STREET_CHART = Chart(
    name="街道按期结案率",
    title="图1　各街道（乡镇）按期结案率",
    kind="bar",
    categories=[name for _, name in STREETS],
    series=[
        Series(
            "按期结案率",
            [
                rate(value, "OPS-08", area=code) if value else None
                for (code, _), value in zip(STREETS, (96.5, 91.25, None), strict=True)
            ],
        )
    ],
    unit="%",
    takeaway="东街街道按期结案率最高，西河镇最低，南湖街道本周无应结案件。",
)
RISK = Paragraph(
    [
        "超期未结",
        count(12, "OPS-18"),
        "，其中最长的已超期",
        Figure("6.3天", 6.3, source("OPS-18", "row-1.overdue_days"), '0.0"天"'),
        "。",
    ]
)


def overdue(rows: int) -> Table:
    """A list that is longer than what goes on paper."""
    return Table(
        name="超期未结",
        title="",
        columns=[
            Column("序号", 6),
            Column("编号", 18),
            Column("地点", 30, is_left=True),
            Column("办结时限", 16),
            Column("已超期", 12),
        ],
        rows=[
            [
                str(place),
                Figure(f"E{place:05d}", f"E{place:05d}", source("OPS-18", f"row-{place}.event_id")),
                "示例市东街街道第一社区",
                Figure(
                    "2026-11-09 09:30",
                    datetime(2026, 11, 9, 9, 30),
                    source("OPS-18", f"row-{place}.closing_due_at"),
                    "yyyy-mm-dd hh:mm",
                ),
                Figure("6.3天", 6.3, source("OPS-18", f"row-{place}.overdue_days"), '0.0"天"'),
            ]
            for place in range(1, rows + 1)
        ],
        note="注：本表列超期时间最长的50件，其余见同名Excel附表。",
        printed=50,
    )


MEANING = "到期件中在时限内结案的占比。①在结案或到期（取早者）时进入当期一次；②申请退回的不计。"
EXPLANATIONS = [
    Paragraph(["闭环运行"], 3),
    Entry(
        "按期结案率",
        [
            f"OPS-08.9901.2026W46　{MEANING}分子按期结案件",
            Figure("1031", 1031, source("OPS-08", "n"), "0"),
            "，分母应结案件",
            Figure("1100", 1100, source("OPS-08", "d"), "0"),
            "。",
        ],
    ),
]
DEFINITIONS = Table(
    name="口径说明",
    title="",
    columns=[
        Column("溯源码", 30),
        Column("指标", 20, is_left=True),
        Column("口径", 60, is_left=True),
        Column("分子／分母", 24, is_left=True),
    ],
    rows=[["OPS-08.9901.2026W46", "按期结案率", MEANING, "按期结案件1031／应结案件1100"]],
)


def hand_report(*, demo: bool = True, final: bool = False, listed: int = 60) -> Document:
    """A weekly report of a city of three streets."""
    report = Document(
        kind="weekly",
        number=Number("RPT-01", CITY, "week", date(2026, 11, 9)),
        masthead="示例市市域社会治理工作简报",
        title="示例市市域社会治理工作周报",
        subtitle="2026年第46周（11月9日—11月15日）",
        issue="第46期（总第98期）",
        issuer="示例市社会治理综合服务中心",
        sections=[
            Section(
                "overall",
                "一、总体情况",
                [TOTAL, MAIN, STREET_CHART],
                [
                    Slide(TOTAL, MAIN),
                    Slide(
                        Paragraph(["东街街道按期结案率", STREET_CHART.figures[0], "，居首位。"]),
                        STREET_CHART,
                    ),
                ],
            ),
            Section(
                "fields",
                "二、分领域情况",
                [
                    Paragraph(["（一）矛盾纠纷"], 2),
                    Paragraph(["受理矛盾纠纷", count(85, "LAW-18"), "。"]),
                ],
            ),
            Section("risks", "三、突出问题和风险提示", [RISK], [Slide(RISK, None, [RISK])]),
        ],
        annexes=[Annex("超期未结事项清单", [overdue(listed)])],
        explanations=EXPLANATIONS,
        definitions=DEFINITIONS,
        recipients=["市委办公室", "市政府办公室"],
        cut=datetime(2026, 11, 16),
        version=VERSION,
        is_demo=demo,
    )
    return replace(report, edition=Edition(2, True)) if final else report
