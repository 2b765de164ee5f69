"""The register of places, from the province down to the grid."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, choice, code, day, number, text, whole
from warehouse.feeds.contract import Feed

LEVELS = {
    "province": ("省", "省级"),
    "city": ("市", "市级", "地市"),
    "district": ("区", "县", "区县", "区级", "县级", "县区"),
    "street": ("街道", "镇", "乡", "镇街", "街镇", "乡镇", "街道级"),
    "community": ("社区", "村", "村社区", "村居", "社区级"),
    "grid": ("网格", "网格级"),
}


class Areas(Feed):
    """One row per place; one that moves or is renamed has a row per stretch of validity."""

    area_code = area("区划代码", "区域编码", "行政区划代码", "网格编码", "地区代码", key=True)
    area_name = text("区划名称", "区域名称", "名称", "网格名称", "地区名称")
    level = choice(LEVELS, "层级", "级别", "区划级别")
    parent_code = area("上级代码", "上级区划代码", "所属上级", "父级编码", may_be_empty=True)
    kind = text("类型", "区域类型", "网格类型", required=False)
    resident_population = whole("常住人口", "常住人口数", "户籍人口", least=0, required=False)
    floating_population = whole("流动人口", "流动人口数", least=0, required=False)
    households = whole("户数", "总户数", least=0, required=False)
    area_km2 = number("面积", "面积（平方公里）", least=0, required=False)
    peer_group = text("考核分组", "分组", required=False)
    lon = number("经度", least=-180, most=180, required=False)
    lat = number("纬度", least=-90, most=90, required=False)
    geometry = text("边界", "边界坐标", "几何", required=False)
    valid_from = day("启用日期", "生效日期", required=False)
    valid_to = day("停用日期", "失效日期", required=False)
    code_system = text("代码体系", required=False)
    alternative_codes = code("其他代码", "别名代码", required=False)

    @dy.rule()
    def lasts(cls) -> pl.Expr:
        """停用日期早于启用日期"""
        return pl.col("valid_to") >= pl.col("valid_from")

    @dy.rule()
    def is_not_its_own_parent(cls) -> pl.Expr:
        """上级代码等于自身代码"""
        return pl.col("area_code") != pl.col("parent_code")
