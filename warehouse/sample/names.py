"""Names of places that no map knows: drawn from lists, the same every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from warehouse.sample.draws import random_for


def words(text: str) -> tuple[str, ...]:
    """A list of names that is written as one text."""
    return tuple(text.split())


TOWN = words(
    "望澜 栖岚 沐禾 溯云 锦屿 听松 晴澜 映雪 临岫 拾翠 怀霜 远岑 扶桐 枕溪 照野 衔月 浣纱 鸣麑 "
    "漱石 采薇 引泉 倚竹 积漪 揽秀 归帆 沃塬 露禾 逐鹭 绕翠 霁云 含芳 朝曦 暮云 晓岚 青芜 白芷 "
    "丹枫 绿绮 紫陌 碧梧 金粟 杏漪 玉圃 石兰 松杪 柏坞 槐荫 榆钱 桑漪 柘漪 菱漪 荷渚 苇湾 兰皋 "
    "菊畦 梅坞 桃漪 李漪 杏坪 梨湾 稻漪 麦浪 粟塬 豆畈 茶垄 药圃 鱼梁 雁坪 鹤坡 鸥渚 鹭滩 燕埠 "
    "驼铃 马塬 牛栏 羊坪 鹿野 虎漪 龙漪 凤漪 云杪 雾岭 霞坡 虹湾 星坞 月滩 风塬 雨亭 雪浪 霜林 "
    "冰泉 露台 山晴 河清 湖平 川行 原上 陌上 垅头 坝口 渡前 桥西 亭北 台东 楼南 阁上 园中 圃里 "
    "溪口塬 双雁 三槐 四荷 五柘 六鹭 七桐 八桑 九苇 十梅"
)
QUARTER = words("锦 和 福 康 安 乐 宁 瑞 祥 嘉 景 融 汇 翰 书 兰 桂 梧 枫 荷")
QUARTER_ENDS = words(
    "苑 园 里 庭 居 坊 湾 城 府 岸 桥 新里 华庭 北苑 南苑 东里 西里 湖畔 花园 广场"
)
VILLAGE = words(
    "上 下 前 后 大 小 东 西 南 北 新 老 石 柳 槐 杨 桑 枣 栗 梨 松 竹 荷 菱 苇 茶 麦 稻 桥 井 "
    "泉 沙 白 青 红 黄 双 三 四 五"
)
VILLAGE_ENDS = words(
    "坪 湾 沟 塘 岭 畈 坝 庄 屯 寨 坡 洼 堡 渡 畔 埂 峪 坞 冲 垅 台子 河头 山口 家塬 里屯"
)


def _mixed(subject: str, names: Sequence[str]) -> Iterator[str]:
    order = random_for(0, subject).permutation(len(names))
    return iter([names[place] for place in order])


class Names:
    """Hands out each name once."""

    def __init__(self) -> None:
        self._towns = _mixed("towns", TOWN)
        quarters = [a + b for a, b in product(QUARTER, QUARTER_ENDS)]
        self._quarters = _mixed("quarters", quarters)
        villages = [a + b for a, b in product(VILLAGE, VILLAGE_ENDS)]
        self._villages = _mixed("villages", villages)

    def town(self, kind: str) -> str:
        """Name of a street, town or township, with its kind."""
        return next(self._towns) + kind

    def places(self, communities: int, villages: int) -> tuple[str, ...]:
        """Names of a town's communities, without 社区, and villages: its centre, villages, rest."""
        urban = [next(self._quarters) for _ in range(communities)]
        rural = [f"{next(self._villages)}村" for _ in range(villages)]
        return (*urban[:1], *rural, *urban[1:])
