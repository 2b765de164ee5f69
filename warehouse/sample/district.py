"""The sample district: a fictional 示范区 between a river and the hills.

Its shape (6 streets, 65 communities, 793 grids, about 700 000 people, 23 departments) is that of
the district of the seed documents; names, outline and every figure are invented.
"""

from __future__ import annotations

from warehouse.sample.names import words
from warehouse.sample.place import Department, Street
from warehouse.sample.profile import CaseRates, EventRates, Profile, Today

STREETS = (
    Street(
        name="南园街道",
        label=(4.3, 1.8),
        communities=words("虹苑 和泰 南园里 康乐 向阳 国泰 长虹 庐山路 爱民 南湖 玉塘 福园"),
        grids=158,
        residents=159_000,
        centre=(4.4, 2.0),
        peer_group="城区组",
        activity=1.02,
        diligence=0.75,
        in_grid=0.25,
    ),
    Street(
        name="明月湖街道",
        label=(4.5, 3.4),
        communities=words("文昌 茶岭 明月 湖西 湖滨 月安 书香 桃苑 兰亭 晓月"),
        grids=118,
        residents=108_000,
        centre=(4.6, 3.5),
        peer_group="城区组",
        activity=0.95,
        diligence=0.6,
        in_grid=0.15,
    ),
    Street(
        name="兴业街道",
        label=(2.4, 2.8),
        communities=words("莲花 黄山路 兴业 金融街 奥体 新城 和平里 锦绣 乐业 滨江 云锦 沙洲"),
        grids=142,
        residents=141_000,
        centre=(2.9, 3.2),
        peer_group="城区组",
        activity=1.1,
        diligence=0.45,
        in_grid=0.1,
    ),
    Street(
        name="芦花洲街道",
        label=(-1.8, 1.0),
        communities=words("洲岛村 洲头村 洲尾村 永定村 葡园"),
        grids=42,
        residents=24_000,
        centre=(-2.0, 0.8),
        peer_group="近郊组",
        activity=0.62,
        diligence=0.1,
        in_grid=-0.1,
    ),
    Street(
        name="双桥街道",
        label=(0.0, -3.2),
        communities=words("江山 双和 双桥 石榴园 清河 天保 红旗 丰乐 胜利 杨柳 江湾 邻江"),
        grids=160,
        residents=124_000,
        centre=(-0.6, -3.0),
        peer_group="近郊组",
        activity=0.95,
        diligence=-0.15,
        backdates=True,
    ),
    Street(
        name="云溪街道",
        label=(1.4, -0.6),
        communities=words(
            "中兴 青禾 乐山 云溪 怡景 桂花园 松风 溪畔 平安里 新安 梧桐 金穗 百合 幸福里"
        ),
        grids=173,
        residents=146_000,
        centre=(0.7, -0.4),
        peer_group="城区组",
        activity=1.12,
        diligence=-1.0,
        in_grid=-0.25,
    ),
)

#: Code, name, diligence, connected since. 17 of 23 are connected.
DEPARTMENTS = (
    Department("D01", "区委政法委", 0.4, "2021-03"),
    Department("D02", "区委组织部", 0.3),
    Department("D03", "区委宣传部", 0.2),
    Department("D04", "区委社会工作部", 0.3, "2024-06"),
    Department("D05", "公安分局", 0.6, "2020-11"),
    Department("D06", "区司法局", 0.4, "2021-03"),
    Department("D07", "区信访局", 0.2, "2021-06"),
    Department("D08", "区民政局", 0.3, "2021-09"),
    Department("D09", "区人社局", 0.1, "2022-01"),
    Department("D10", "区住建局", -0.8, "2022-04"),
    Department("D11", "区城管局", 0.0, "2020-11"),
    Department("D12", "规划资源分局", -0.3),
    Department("D13", "生态环境局", 0.1, "2022-04"),
    Department("D14", "区交通局", 0.0, "2023-02"),
    Department("D15", "区水务局", 0.15, "2022-09"),
    Department("D16", "区农业农村局", 0.2),
    Department("D17", "区卫健委", 0.2, "2022-01"),
    Department("D18", "区应急局", 0.45, "2021-12"),
    Department("D19", "消防救援大队", 0.5, "2021-12"),
    Department("D20", "市监局", 0.25, "2022-06"),
    Department("D21", "区教育局", 0.2),
    Department("D22", "区退役军人事务局", 0.3),
    Department("D23", "区数据局", 0.4, "2024-03"),
)

#: Every edge once, km east and north of the centre: the bank of the river from north to south,
#: the hills, the borders between streets, and the island, a closed line.
OUTLINE = (
    ((1.95, 4.55), (1.45, 3.35), (0.7, 2.0)),
    ((0.7, 2.0), (-0.15, 0.75), (-1.1, -0.8)),
    ((-1.1, -0.8), (-2.15, -2.55), (-3.25, -4.3)),
    ((-3.25, -4.3), (-1.9, -4.72), (-0.4, -4.85), (0.55, -4.62), (1.5, -3.45), (2.6, -2.25)),
    ((2.6, -2.25), (3.5, -0.9), (4.2, 0.4)),
    ((4.2, 0.4), (4.75, 1.0), (5.42, 1.5), (5.5, 2.7)),
    ((5.5, 2.7), (5.42, 3.9), (5.08, 4.62), (4.55, 4.25), (4.05, 4.02), (3.75, 4.24)),
    ((3.75, 4.24), (2.9, 4.42), (1.95, 4.55)),
    ((0.7, 2.0), (1.9, 1.45), (3.1, 0.8)),
    ((3.1, 0.8), (3.7, 0.55), (4.2, 0.4)),
    ((3.75, 4.24), (3.62, 3.5), (3.45, 2.8)),
    ((3.45, 2.8), (3.3, 1.8), (3.1, 0.8)),
    ((3.45, 2.8), (4.5, 2.68), (5.5, 2.7)),
    ((-1.1, -0.8), (0.7, -1.5), (2.6, -2.25)),
    (
        (1.15, 5.35),
        (1.42, 4.75),
        (0.6, 2.9),
        (-0.95, 0.55),
        (-2.55, -1.5),
        (-4.05, -2.85),
        (-5.0, -3.1),
        (-5.1, -2.3),
        (-4.05, -0.7),
        (-2.55, 1.45),
        (-1.0, 3.5),
        (0.25, 4.95),
        (1.15, 5.35),
    ),
)

TODAY = Today(
    clusters=(
        ("云溪街道", "中兴", "JF0201", 19, 46),
        ("明月湖街道", "文昌", "HJ0302", 21, 30),
        ("双桥街道", "红旗", "HJ0401", 14, 40),
    ),
    stuck=(
        ("云溪街道", "青禾", "AQ0301", 5.2 * 24),
        ("云溪街道", "幸福里", "SS0201", 7.1 * 24),
        ("云溪街道", "乐山", "AQ0302", 10.4 * 24),
        ("双桥街道", "江山", "HJ0401", 4.3 * 24),
        ("兴业街道", "奥体", "SS0101", 8.2 * 24),
    ),
    nearly_due=(
        ("明月湖街道", "茶岭", "AQ0201", 26.1),
        ("南园街道", "康乐", "SS0301", 24.9),
        ("兴业街道", "莲花", "SS0102", 13.4),
        ("云溪街道", "桂花园", "FW0301", 8.6),
        ("双桥街道", "清河", "AQ0401", 6.3),
    ),
    returning=(
        ("南园街道", "虹苑", 0, "停车收费管理", (27.0, 12.0, 0.9)),
        ("兴业街道", "莲花", 0, "房产证办理延迟", (24.0, 9.4)),
        ("云溪街道", "中兴", 0, "物业服务质量", (29.0, 17.0, 8.2)),
    ),
)

DISTRICT = Profile(
    name="district",
    code="990105000000",
    place="示范区",
    origin=(124.7, 32.0),
    streets=STREETS,
    departments=DEPARTMENTS,
    outline=OUTLINE,
    floating_share=0.083,
    # 202 of 793.
    exclusive_grids=0.2547,
    events=EventRates(),
    cases=CaseRates(),
    today=TODAY,
    leaders=("区委书记", "区长", "区委副书记", "区委政法委书记", "常务副区长", "分管副区长"),
)
